package org.rostrum.extraction.quotation;

import java.util.ArrayList;
import java.util.List;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.syntax.Tokenizer;

/**
 * Finds quotations in curly, straight, doubled and single quotation marks and in guillemets. Nested quotations are part
 * of the outer one. Whether a mark opens or closes follows from itself and its neighbours: a straight mark before a
 * word opens, one after a word closes; a single mark between letters is an apostrophe.
 */
public final class QuotationDetector {

    /**
     * The greatest length of a quotation in single marks, in UTF-16 code units: bounds the cost of apostrophes that
     * seem to open one.
     */
    private static final int MAX_SINGLE_QUOTED_LENGTH = 600;

    /** Nothing closes the quotation in its paragraph. */
    private static final int NONE = -1;
    /** Another one opens before it is closed. */
    private static final int REOPENED = -2;

    private final Lexicon lexicon;

    /** @param lexicon tells nouns that quotation marks merely set off */
    public QuotationDetector(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The quotations of a paragraph, in order.
     *
     * @param next where the next paragraph begins; the text's length after the last
     */
    public List<Quotation> of(String text, int start, int end, int next) {
        List<Quotation> found = new ArrayList<>();
        // Opening marks without a closing one: what is not closed here is not closed further on.
        StringBuilder unclosed = new StringBuilder();
        Singles singles = new Singles(text, end);
        int at = start;
        while (at < end) {
            int mark = mark(text, at, end);
            if (mark == 0 || !opens(text, at, mark, start, end)) {
                at += Math.max(1, mark);
                continue;
            }
            boolean hopeless = unclosed.indexOf(text.substring(at, at + mark)) >= 0;
            int close = hopeless
                    ? NONE
                    : isSingle(text.charAt(at), mark) ? singles.close(at + mark) : close(text, at, mark, end);
            if (close < 0) {
                if (isSingle(text.charAt(at), mark)) {
                    at += mark;
                    continue;
                }
                boolean goesOn = opensParagraph(text, next);
                boolean plausible = !hopeless && (goesOn || !hasMark(text, at + mark, end));
                if (close == NONE && !hopeless) {
                    unclosed.append(text, at, at + mark);
                }
                if (plausible && isWholeOpen(text, start, at, at + mark)) {
                    found.add(
                            new Quotation(at, trimmed(text, at, end), at + mark, trimmed(text, at, end), true, goesOn));
                    return found;
                }
                at += mark;
                continue;
            }
            int width = Math.max(1, mark(text, close, end));
            if (text.substring(at + mark, close).isBlank()) {
                at = close + width;
                continue;
            }
            found.add(new Quotation(
                    at,
                    close + width,
                    at + mark,
                    close,
                    isWhole(text, start, at, at + mark, close, close + width, end),
                    false));
            at = close + width;
        }
        return found;
    }

    /** The length of the quotation mark at an offset; 0 for none. */
    private static int mark(String text, int at, int end) {
        char c = text.charAt(at);
        if ((c == '\'' || c == '`' || c == '’' || c == '‘') && at + 1 < end && text.charAt(at + 1) == c) {
            return 2;
        }
        return "\"“”„‟«»＂‘’'‹›‚".indexOf(c) >= 0 ? 1 : 0;
    }

    private static boolean isSingle(char c, int width) {
        return width == 1 && "‘’'‹›‚".indexOf(c) >= 0;
    }

    private static boolean opens(String text, int at, int width, int start, int end) {
        char c = text.charAt(at);
        if (at + width >= end || Tokenizer.isSpace(text.charAt(at + width)) && "“„«‹".indexOf(c) < 0) {
            return false;
        }
        boolean free = at == start
                || Tokenizer.isSpace(text.charAt(at - 1))
                || "([{—–-―:,/>".indexOf(text.charAt(at - 1)) >= 0
                || mark(text, at - 1, end) > 0;
        char behind = text.charAt(at + width);
        if (isSingle(c, width)) {
            if (c == '‘' || c == '‹' || c == '‚') {
                return free;
            }
            return c == '\''
                    && free
                    && (Character.isLetterOrDigit(behind) || behind == '…')
                    && !isElision(text, at + 1, end);
        }
        if ("“„«".indexOf(c) >= 0) {
            return true;
        }
        return free && (c == '"' || c == '＂' || width == 2 || c == '‟' || Character.isLetterOrDigit(behind));
    }

    /** "'90s", "'em", "'til": an apostrophe for omitted letters. */
    private static boolean isElision(String text, int at, int end) {
        if (Character.isDigit(text.charAt(at))) {
            return true;
        }
        int to = at;
        while (to < end && to - at < 6 && Character.isLetter(text.charAt(to))) {
            to++;
        }
        String word = text.substring(at, to);
        return word.equals("em")
                || word.equals("til")
                || word.equals("cause")
                || word.equals("tis")
                || word.equals("twas")
                || word.equals("n");
    }

    /**
     * The offset of the mark that closes a quotation; {@link #NONE} or {@link #REOPENED}, both negative, where none
     * does.
     */
    private static int close(String text, int open, int width, int end) {
        char c = text.charAt(open);
        int depth = 0;
        for (int at = open + width; at < end; at++) {
            char d = text.charAt(at);
            if (c == '«') {
                depth += d == '«' ? 1 : 0;
                if (d == '»' && depth-- == 0) {
                    return at;
                }
            } else if (d == '”' || d == '"' || d == '＂' || d == '“' && c == '„') {
                boolean reopens = c == '"'
                        && d == '"'
                        && at > open + 1
                        && Tokenizer.isSpace(text.charAt(at - 1))
                        && at + 1 < end
                        && Character.isLetterOrDigit(text.charAt(at + 1));
                if (reopens) {
                    return REOPENED;
                }
                return at;
            } else if (d == '“'
                    && c == '“'
                    && at + 1 < end
                    && !Character.isLetterOrDigit(text.charAt(at + 1))
                    && (!Tokenizer.isSpace(text.charAt(at - 1)) || ",.".indexOf(text.charAt(at + 1)) >= 0)) {
                return at;
            } else if (width == 2 && mark(text, at, end) == 2 && (c == '`' || d == c)) {
                return at;
            }
        }
        return NONE;
    }

    /**
     * Finds the closing marks of single quotations in a paragraph. Must be called in order, so that no part is searched
     * twice.
     */
    private static final class Singles {

        private final String text;
        private final int end;
        /** Up to here there is no closing mark for quotations that open after the last one. */
        private int barren;

        Singles(String text, int end) {
            this.text = text;
            this.end = end;
        }

        /** The offset of the closing mark of a quotation whose words begin at an offset; negative for none. */
        int close(int inner) {
            int limit = Math.min(end, inner + MAX_SINGLE_QUOTED_LENGTH);
            int fallback = -1;
            int at = Math.max(inner + 1, barren);
            while (at < limit && "\"“”".indexOf(text.charAt(at)) < 0) {
                if (closes(at)) {
                    char before = text.charAt(at - 1);
                    if (!Character.isLetterOrDigit(before)
                            || at + 1 == end
                            || !Tokenizer.isSpace(text.charAt(at + 1))) {
                        return at;
                    }
                    fallback = fallback < 0 && before != 's' ? at : fallback;
                }
                at++;
            }
            barren = fallback < 0 ? at : barren;
            return fallback;
        }

        private boolean closes(int at) {
            char c = text.charAt(at);
            boolean mark = c == '’' || c == '\'' || c == '›';
            boolean letterBehind = at + 1 < end && Character.isLetterOrDigit(text.charAt(at + 1));
            return mark && !letterBehind && !Tokenizer.isSpace(text.charAt(at - 1));
        }
    }

    private static boolean hasMark(String text, int from, int end) {
        for (int at = from; at < end; at++) {
            if ("\"“”".indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a paragraph begins with a quotation.
     *
     * @param next where it begins; the text's length for none
     */
    public static boolean opensParagraph(String text, int next) {
        return next < text.length() && "\"“„«".indexOf(text.charAt(next)) >= 0;
    }

    private static int trimmed(String text, int start, int end) {
        int at = end;
        while (at > start + 1 && Tokenizer.isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private boolean isWholeOpen(String text, int start, int at, int inner) {
        int before = before(text, start, at);
        return before < start
                || ",:.!?”\"".indexOf(text.charAt(before)) >= 0
                        && Character.isLetterOrDigit(text.charAt(Math.min(inner, text.length() - 1)));
    }

    private static int before(String text, int start, int at) {
        int before = at - 1;
        while (before >= start && Tokenizer.isSpace(text.charAt(before))) {
            before--;
        }
        return before;
    }

    private boolean isWhole(String text, int start, int open, int inner, int outer, int close, int end) {
        int last = outer - 1;
        while (last > inner && (Tokenizer.isSpace(text.charAt(last)) || mark(text, last, end) > 0)) {
            last--;
        }
        boolean ends = ",.!?…—–-;".indexOf(text.charAt(last)) >= 0 || close < end && text.charAt(close) == ',';
        if (!ends) {
            return false;
        }
        int first = inner;
        while (first < last && !Character.isLetterOrDigit(text.charAt(first))) {
            first++;
        }
        boolean capital = !Character.isLowerCase(text.charAt(first));
        int before = before(text, start, open);
        if (before < start) {
            return true;
        }
        char c = text.charAt(before);
        if (c == ':' || ".!?…”\"»".indexOf(c) >= 0 || mark(text, before, end) > 0 && !Character.isLetter(c)) {
            return true;
        }
        if (c == ',') {
            return capital && text.charAt(last) != ','
                    || lexicon.quotesSoon(text, Math.max(start, before - 60), before);
        }
        return capital
                && ".!?".indexOf(text.charAt(last)) >= 0
                && lexicon.quotesAtEnd(text, Math.max(start, before - 20), before + 1);
    }
}
