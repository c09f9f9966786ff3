package org.rostrum.extraction.document;

import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.syntax.Tokenizer;

/**
 * Splits a text into paragraphs, one at a time: at blank lines, at the ends of lines that are not merely wrapped, and
 * where a paragraph is longer than people write.
 */
public final class ParagraphSplitter {

    /** The least length of a line that a program wrapped, in UTF-16 code units. */
    private static final int SHORTEST_WRAPPED = 50;
    /** The greatest length of such a line. */
    private static final int MAX_WRAPPED_LENGTH = 120;
    /**
     * Longer paragraphs are split, after a sentence where one ends shortly before, to bound the memory and time for
     * one.
     */
    static final int LONGEST = 50_000;

    private static final int LAST_SENTENCE = 2_000;

    private final String text;
    private int start;
    private int line;
    private int at;

    public ParagraphSplitter(String text) {
        this.text = text;
    }

    /**
     * A paragraph, without the white space around it.
     *
     * @param start in UTF-16 code units
     * @param end exclusive
     */
    public record Paragraph(int start, int end) {}

    /** The next paragraph; null after the last. */
    public @Nullable Paragraph next() {
        while (start < text.length()) {
            int end = end();
            Paragraph paragraph = trimmed(start, end);
            start = Math.max(end, Math.min(at, text.length()));
            if (paragraph != null) {
                return paragraph;
            }
        }
        return null;
    }

    /** Where the paragraph ends that begins at {@link #start}. */
    private int end() {
        while (at < text.length()) {
            if (at - start >= LONGEST) {
                line = cut(at);
                at = line;
                return at;
            }
            int here = at++;
            if (!isBreak(text.charAt(here))) {
                continue;
            }
            boolean wrapped = isWrapped(line, here);
            line = at;
            if (!wrapped) {
                return here;
            }
        }
        return text.length();
    }

    /** Where to split at or before a limit: after the last full stop, else after the last word, else at the limit. */
    private int cut(int limit) {
        int word = -1;
        for (int cut = limit; cut > limit - LAST_SENTENCE; cut--) {
            if (!Tokenizer.isSpace(text.charAt(cut - 1))) {
                continue;
            }
            if (".!?".indexOf(text.charAt(cut - 2)) >= 0) {
                return cut;
            }
            word = Math.max(word, cut);
        }
        boolean pair = Character.isHighSurrogate(text.charAt(limit - 1));
        return word > 0 ? word : pair ? limit - 1 : limit;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    /** Whether a line ends in the middle of a sentence, at a width at which programs break lines. */
    private boolean isWrapped(int line, int end) {
        if (end - line < SHORTEST_WRAPPED || end - line > MAX_WRAPPED_LENGTH || end + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(end + 1);
        char last = text.charAt(end - 1);
        return !isBreak(next)
                && !isBreak(last)
                && (Character.isLetterOrDigit(last) || last == ',')
                && Character.isLetterOrDigit(next);
    }

    private @Nullable Paragraph trimmed(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Tokenizer.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && Tokenizer.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end > start ? new Paragraph(start, end) : null;
    }
}
