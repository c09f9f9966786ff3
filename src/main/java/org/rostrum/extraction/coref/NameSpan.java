package org.rostrum.extraction.coref;

import org.rostrum.extraction.syntax.CharSpan;

/**
 * The tokens of a name in its sentence.
 *
 * @param first its first word
 * @param last its last word
 * @param head the token whose head is outside of the name
 * @param phrase its extent in the text with titles and appositives
 */
public record NameSpan(int first, int last, int head, CharSpan phrase) {}
