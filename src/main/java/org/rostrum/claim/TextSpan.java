package org.rostrum.claim;

/**
 * A part of an article's body, as its offsets in UTF-16 code units.
 *
 * @param start the offset of its first code unit
 * @param end the offset after its last code unit
 */
public record TextSpan(int start, int end) {}
