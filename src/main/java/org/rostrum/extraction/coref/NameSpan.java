package org.rostrum.extraction.coref;

import org.rostrum.extraction.syntax.CharSpan;

/**
 * A name's words.
 *
 * @param first its first word
 * @param last  its last word
 * @param head  the word of it that hangs on something outside
 * @param phrase where it stands with its titles and appositives
 */
public record NameSpan(int first, int last, int head, CharSpan phrase) {}
