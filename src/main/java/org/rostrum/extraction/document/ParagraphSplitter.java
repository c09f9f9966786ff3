package org.rostrum.extraction.document;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.syntax.Tokenizer;

/**
 * Splits a text into paragraphs, one at a time: at blank lines, at the ends of lines that are not merely wrapped, and
 * where a paragraph is longer than people write. Whether a program wrapped the lines is told by their shape: nearly all
 * are about as long as the longest, and the next line's first word would not have fitted.
 */
public final class ParagraphSplitter {

    /** The least length of a line that a program wrapped, in UTF-16 code units. */
    private static final int SHORTEST_WRAPPED = 50;
    /** The least length of a line in a narrow column. */
    private static final int NARROWEST = 25;

    private static final Set<String> FUNCTION_WORDS = Set.of(
            "the", "a", "an", "of", "and", "or", "to", "in", "on", "for", "with", "by", "from", "at", "our", "their");
    private static final int MAX_FUNCTION_WORD = 6;
    /** The greatest length of such a line. */
    private static final int MAX_WRAPPED_LENGTH = 120;
    /**
     * Longer paragraphs are split, after a sentence where one ends shortly before, to bound the memory and time for
     * one.
     */
    static final int LONGEST = 50_000;

    private static final int LAST_SENTENCE = 2_000;
    /** The most blank characters in the middle of a sentence. */
    private static final int MAX_GAP = 8;

    /** A text with fewer lines followed by another one has no shape. */
    private static final int MIN_LINES = 4;
    /** The share of lines that end where the next word would not have fitted, from which on a program wrapped them. */
    private static final double MIN_WRAPPED_SHARE = 0.6;

    private final String text;
    /** The width at which a program wrapped the lines of the whole text; 0 where none did. */
    private final int width;

    private int start;
    private int line;
    private int at;

    /** @param text the text without mark-up */
    public ParagraphSplitter(String text) {
        this.text = text;
        this.width = width(text);
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
            at = nextLine(text, here);
            boolean wrapped = isWrapped(line, here);
            if (!wrapped && goesOnBehindPage(here)) {
                wrapped = true;
                while (Tokenizer.isSpace(text.charAt(at))) {
                    at++;
                }
            }
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

    /** The width at which a program wrapped the lines of a text; 0 where none did. */
    private static int width(String text) {
        int longest = 0;
        int lines = 0;
        for (int start = 0; start < text.length(); start = nextLine(text, lineEnd(text, start))) {
            int end = lineEnd(text, start);
            longest = Math.max(longest, end - start);
            if (longest > MAX_WRAPPED_LENGTH) {
                return 0;
            }
            lines += isFollowed(text, start, end) ? 1 : 0;
        }
        if (lines < MIN_LINES || longest < SHORTEST_WRAPPED) {
            return 0;
        }
        int wrapped = 0;
        for (int start = 0; start < text.length(); start = nextLine(text, lineEnd(text, start))) {
            int end = lineEnd(text, start);
            wrapped += isFollowed(text, start, end) && isFull(text, start, end, longest) ? 1 : 0;
        }
        return wrapped >= MIN_WRAPPED_SHARE * lines ? longest : 0;
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the line after a line break begins. */
    private static int nextLine(String text, int end) {
        boolean pair = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        return pair ? end + 2 : end + 1;
    }

    /** Whether a line has words and the next one begins with some, too. */
    private static boolean isFollowed(String text, int start, int end) {
        int next = nextLine(text, end);
        return end > start && next < text.length() && !Tokenizer.isSpace(text.charAt(next));
    }

    /** Whether the first word of the next line would not have fitted into a line. */
    private static boolean isFull(String text, int start, int end, int width) {
        int next = nextLine(text, end);
        int word = next;
        while (word < text.length() && word - next <= width && !Tokenizer.isSpace(text.charAt(word))) {
            word++;
        }
        return end - start + 1 + word - next > width;
    }

    /** Whether a line ends in the middle of a sentence, at a width at which programs break lines. */
    private boolean isWrapped(int line, int end) {
        if (width > 0) {
            return isFollowed(text, line, end) && isFull(text, line, end, width);
        }
        int following = nextLine(text, end);
        if (end - line < NARROWEST || end - line > MAX_WRAPPED_LENGTH || following >= text.length()) {
            return false;
        }
        char next = text.charAt(following);
        char last = text.charAt(end - 1);
        boolean open = (Character.isLetterOrDigit(last) || last == ',') && Character.isLetterOrDigit(next);
        // In a narrow column a sentence goes on with a small letter, or behind a word that ends none.
        return open
                && (end - line >= SHORTEST_WRAPPED || Character.isLowerCase(next) || endsWithFunctionWord(line, end));
    }

    /**
     * Whether a sentence goes on after a few blank lines, as where a page ends: its words stop without a full stop, and
     * the next ones begin with a small letter.
     */
    private boolean goesOnBehindPage(int end) {
        if (end == 0 || !Character.isLetterOrDigit(text.charAt(end - 1)) && text.charAt(end - 1) != ',') {
            return false;
        }
        int next = end;
        while (next < text.length() && next - end < MAX_GAP && Tokenizer.isSpace(text.charAt(next))) {
            next++;
        }
        boolean blank = next < text.length() && nextLine(text, end) < next && isBreak(text.charAt(nextLine(text, end)));
        return blank && Character.isLowerCase(text.charAt(next));
    }

    private boolean endsWithFunctionWord(int line, int end) {
        int word = end;
        while (word > line && end - word < MAX_FUNCTION_WORD && !Tokenizer.isSpace(text.charAt(word - 1))) {
            word--;
        }
        return FUNCTION_WORDS.contains(text.substring(word, end));
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
