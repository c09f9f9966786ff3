package org.rostrum.extraction.result;

/**
 * A part of a text, or words of its headline, which stand before it.
 *
 * @param start in UTF-16 code units from the text's start; 0 for words of the headline
 * @param end exclusive; 0 for words of the headline, and for nothing else
 * @param text the text there, without mark-up
 */
public record Mention(int start, int end, String text) {

    /** Words of the headline. */
    public static Mention inHeadline(String words) {
        return new Mention(0, 0, words);
    }

    /** Whether it is in the headline, not in the text. */
    public boolean isInHeadline() {
        return end == 0;
    }
}
