package org.rostrum.extraction.result;

/**
 * A part of a text.
 *
 * @param start in UTF-16 code units from the text's start
 * @param end exclusive
 * @param text the text there
 */
public record Mention(int start, int end, String text) {

    /** The mention at a part of a text. */
    public static Mention of(String text, int start, int end) {
        return new Mention(start, end, text.substring(start, end));
    }
}
