package org.rostrum.graph.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Normal forms of text for comparison, search and storage. */
public final class TextNormalizer {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MAX_QUOTED_LENGTH = 60;

    private TextNormalizer() {}

    /**
     * The form in which names are compared and sorted: lower case without accents, apostrophes or punctuation, words
     * separated by single spaces.
     */
    public static String key(String name) {
        String ascii = asciiKey(name);
        if (ascii != null) {
            return ascii;
        }
        String decomposed =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String joined = decomposed.replaceAll("['’ʼ`´]", "");
        return NOT_LETTERS.matcher(joined).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a text has any letter or digit, so that it can be searched for. */
    public static boolean hasWords(String text) {
        return !key(text).isEmpty();
    }

    /** The key of a name of ASCII letters, which is the usual case; null for other names. */
    private static @Nullable String asciiKey(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\'' || c == '’' || c == '`') {
                continue;
            }
            if (c >= 128) {
                return null;
            }
            if (c >= 'A' && c <= 'Z') {
                key.append((char) (c + 32));
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                key.append(c);
            } else if (key.length() > 0 && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
        }
        return key.length() > 0 && key.charAt(key.length() - 1) == ' '
                ? key.substring(0, key.length() - 1)
                : key.toString();
    }

    /** Whether both databases can store a text: PostgreSQL stores neither U+0000 nor unpaired surrogates. */
    public static boolean isStorable(String text) {
        // A pair of surrogates is one code point; a surrogate without its other half is one by itself.
        return text.codePoints()
                .noneMatch(point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /**
     * A pattern for SQL's LIKE that matches texts containing this one, in lower case. Wildcards are escaped by
     * {@code !}.
     */
    public static String containing(String text) {
        String escaped = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return '%' + escaped + '%';
    }

    /** A text for an error message: shortened with an ellipsis when it is longer than 60 UTF-16 code units. */
    public static String shorten(String text) {
        return text.length() <= MAX_QUOTED_LENGTH ? text : text.substring(0, MAX_QUOTED_LENGTH) + "…";
    }
}
