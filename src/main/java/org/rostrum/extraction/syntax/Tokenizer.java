package org.rostrum.extraction.syntax;

import java.util.Locale;
import java.util.Set;

/**
 * Splits text into words and punctuation as Universal Dependencies' English treebanks do: contractions and possessives
 * are words of their own ("do" "n't", "Putin" "’s"), compounds with hyphens are split ("well" "-" "known") but for
 * prefixes ("ex-spy").
 */
public final class Tokenizer {

    private static final Set<String> ENDINGS = Set.of("s", "re", "ve", "ll", "d", "m");
    private static final Set<String> PREFIXES = Set.of(
            "anti", "co", "e", "ex", "inter", "mid", "mini", "mis", "multi", "non", "pan", "post", "pre", "pro", "re",
            "semi", "sub", "super", "ultra", "un", "vice", "al", "el", "u");
    /** Longer tokens are split, in UTF-16 code units: no meaningful word, address or row of punctuation is longer. */
    private static final int MAX_WORD_LENGTH = 200;

    private static final int MAX_INITIALS_LENGTH = 11;
    /** The average length of a token with the space after it, for sizing. */
    private static final int CHARACTERS = 4;

    private static final int MAX_PREFIX_LENGTH = 5;

    private final Set<String> abbreviations;

    /** @param abbreviations words that end in a full stop without ending a sentence, as they are written, without it */
    public Tokenizer(Set<String> abbreviations) {
        this.abbreviations = abbreviations;
    }

    /** The tokens of a part of a text. */
    public Tokens tokens(String text, int start, int end) {
        Tokens tokens = new Tokens(text, (end - start) / CHARACTERS + 1);
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (isWord(text, at, end)) {
                at = word(text, at, end, tokens);
            } else {
                at = mark(text, at, end, tokens);
            }
        }
        return tokens;
    }

    /** Whether a character is white space or invisible. */
    public static boolean isSpace(char c) {
        return c <= ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200b'
                || c == '\u200c'
                || c == '\u200d'
                || c == '\ufeff'
                || c == '\u00ad'
                || c == '\u2060'
                || Character.isISOControl(c);
    }

    private static boolean isWord(String text, int at, int end) {
        char c = text.charAt(at);
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        if ((c == '@' || c == '#') && at + 1 < end) {
            return Character.isLetterOrDigit(text.charAt(at + 1));
        }
        return Character.isHighSurrogate(c) && at + 1 < end && Character.isLetterOrDigit(text.codePointAt(at));
    }

    private static boolean continues(String text, int at) {
        char c = text.charAt(at);
        if (Character.isLetterOrDigit(c) || c == '_') {
            return true;
        }
        if (c < 128) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || Character.isSurrogate(c);
    }

    /** Whether a character is a combining one. */
    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private int word(String text, int start, int end, Tokens tokens) {
        int address = address(text, start, end);
        if (address > 0) {
            tokens.add(start, address);
            return address;
        }
        int at = start + 1;
        int limit = limit(text, start, end);
        while (at < limit) {
            char c = text.charAt(at);
            if (continues(text, at)) {
                at++;
                continue;
            }
            boolean inside = at + 1 < end && Character.isLetterOrDigit(text.charAt(at + 1));
            if (!inside) {
                break;
            }
            boolean digits = Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
            if ((c == '.' || c == ',' || c == ':') && digits) {
                at++;
            } else if (c == '.' && isInitials(text, start, at)) {
                at++;
            } else if (c == '&'
                    && Character.isUpperCase(text.charAt(at - 1))
                    && Character.isUpperCase(text.charAt(at + 1))) {
                at++;
            } else if (isApostrophe(c)) {
                int ending = ending(text, at, end);
                if (ending >= 0) {
                    int split = ending == at ? at : ending;
                    tokens.add(start, split);
                    int rest = at + 1;
                    while (rest < limit && continues(text, rest)) {
                        rest++;
                    }
                    tokens.add(split, rest);
                    return rest;
                }
                at++;
            } else if (c == '-'
                    && at - start <= MAX_PREFIX_LENGTH
                    && PREFIXES.contains(text.substring(start, at).toLowerCase(Locale.ROOT))) {
                at++;
            } else {
                break;
            }
        }
        if (at < end && text.charAt(at) == '.' && (isInitials(text, start, at) || isAbbreviation(text, start, at))) {
            at++;
        }
        if (at - start == 6 && text.regionMatches(true, start, "cannot", 0, 6)) {
            tokens.add(start, start + 3);
            start += 3;
        }
        tokens.add(start, at);
        return at;
    }

    /** Where a long token that begins at an offset is split; not inside of a surrogate pair. */
    private static int limit(String text, int start, int end) {
        if (end - start <= MAX_WORD_LENGTH) {
            return end;
        }
        int limit = start + MAX_WORD_LENGTH;
        return Character.isLowSurrogate(text.charAt(limit)) ? limit + 1 : limit;
    }

    /**
     * Where the second word of a contraction with an apostrophe begins; -1 where it is no contraction, as in "O'Neill".
     */
    private static int ending(String text, int apostrophe, int end) {
        int rest = apostrophe + 1;
        while (rest < end && Character.isLetterOrDigit(text.charAt(rest)) && rest - apostrophe < 4) {
            rest++;
        }
        String behind = text.substring(apostrophe + 1, rest).toLowerCase(Locale.ROOT);
        if (behind.equals("t")
                && apostrophe > 1
                && (text.charAt(apostrophe - 1) == 'n' || text.charAt(apostrophe - 1) == 'N')) {
            return apostrophe - 1;
        }
        return ENDINGS.contains(behind) ? apostrophe : -1;
    }

    /** Single letters with stops between them: "U.S", "a.m", or one capital as in "J". */
    private static boolean isInitials(String text, int start, int end) {
        if (end - start == 1) {
            return Character.isUpperCase(text.charAt(start))
                    || end + 1 < text.length() && Character.isLetter(text.charAt(end + 1));
        }
        if (end - start > MAX_INITIALS_LENGTH) {
            return false;
        }
        for (int at = start; at < end; at++) {
            boolean letter = Character.isLetter(text.charAt(at));
            if ((at - start) % 2 == 0 ? !letter : text.charAt(at) != '.') {
                return false;
            }
        }
        return (end - start) % 2 == 1;
    }

    private boolean isAbbreviation(String text, int start, int end) {
        return end - start < 8 && abbreviations.contains(text.substring(start, end));
    }

    /** Where the web address that begins here ends; 0 for none. */
    private static int address(String text, int start, int end) {
        if (!text.startsWith("http", start) && !text.startsWith("www.", start)) {
            return 0;
        }
        int at = start;
        while (at < end
                && at - start < MAX_WORD_LENGTH
                && text.charAt(at) > ' '
                && "\"“”<>()".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        while (at > start && ".,;:!?’'".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return text.substring(start, at).contains("://") || text.startsWith("www.", start) ? at : 0;
    }

    private static int mark(String text, int start, int end, Tokens tokens) {
        char c = text.charAt(start);
        int at = start + 1;
        if (isApostrophe(c) && at < end && !(c == '\'' && text.charAt(at) == '\'')) {
            int rest = at;
            while (rest < end && Character.isLetter(text.charAt(rest)) && rest - at < 3) {
                rest++;
            }
            boolean joined = start > 0 && !isSpace(text.charAt(start - 1));
            if (joined && ENDINGS.contains(text.substring(at, rest).toLowerCase(Locale.ROOT))) {
                tokens.add(start, rest);
                return rest;
            }
        }
        boolean runs = c == '.' || c == '-' || c == '—' || c == '–' || c == '\'' || c == '`' || c == '!' || c == '?'
                || c == '*' || c == '=' || c == '_';
        int limit = limit(text, start, end);
        while (runs && at < limit && text.charAt(at) == c) {
            at++;
        }
        while (isMark(c) && at < limit && isMark(text.charAt(at))) {
            at++;
        }
        if (Character.isHighSurrogate(c) && at < end && Character.isLowSurrogate(text.charAt(at))) {
            at++;
        }
        tokens.add(start, at);
        return at;
    }
}
