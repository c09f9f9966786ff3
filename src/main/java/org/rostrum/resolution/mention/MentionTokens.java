package org.rostrum.resolution.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits mentions into words and tells what the form of a word says. */
public final class MentionTokens {

    /** The Unicode general categories of the characters in words: letters, combining marks, numbers. */
    private static final int WORD_CATEGORIES = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    private static final Pattern ARTICLE_PREFIX = Pattern.compile("^(?:al|el|as|ash|an|ad|ar|at|az|bin)-(?=\\p{Lu})");

    private MentionTokens() {}

    /**
     * The words of a text, including inner punctuation and a final apostrophe: "O’Neill", "al-Sisi", "U.S",
     * "ministers’".
     */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int first = text.codePointAt(at);
            if (!isWordCharacter(first)) {
                at += Character.charCount(first);
                continue;
            }
            int end = wordEnd(text, at + Character.charCount(first));
            words.add(text.substring(at, end));
            at = end;
        }
        return words;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        int next = from;
        while (next < text.length()) {
            int c = text.codePointAt(next);
            boolean mayEndWord = c == '’' || c == '\'' || isWordCharacter(c);
            if (!mayEndWord && c != '.' && c != '&' && c != '-') {
                break;
            }
            next += Character.charCount(c);
            end = mayEndWord ? next : end;
        }
        return end;
    }

    private static boolean isWordCharacter(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        return (WORD_CATEGORIES >>> Character.getType(c) & 1) != 0;
    }

    /** Whether a word begins with a capital, apart from an Arabic article: "al-Burhan". */
    public static boolean isCapitalised(String word) {
        int first = word.codePointAt(0);
        if (Character.isLowerCase(first) && word.indexOf('-') > 0) {
            first = ARTICLE_PREFIX.matcher(word).replaceFirst("").codePointAt(0);
        }
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    static boolean isPossessive(String word) {
        return word.endsWith("’s") || word.endsWith("'s") || word.endsWith("s’") || word.endsWith("s'");
    }

    /** A name without its possessive ending. */
    public static String withoutPossessive(String name) {
        int end = name.endsWith("s") ? name.length() - 1 : name.length();
        boolean possessive = end > 0 && (name.charAt(end - 1) == '’' || name.charAt(end - 1) == '\'');
        return possessive ? name.substring(0, end - 1) : name;
    }

    /** The last word of a normalised name. */
    public static String lastWord(String nameKey) {
        return nameKey.substring(nameKey.lastIndexOf(' ') + 1);
    }
}
