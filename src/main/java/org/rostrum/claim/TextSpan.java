package org.rostrum.claim;

/**
 * A part of an article's body.
 *
 * @param start in UTF-16 code units from the body's start
 * @param end   exclusive
 */
public record TextSpan(int start, int end) {}
