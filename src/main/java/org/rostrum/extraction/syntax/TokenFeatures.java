package org.rostrum.extraction.syntax;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * The features of tokens for the models: hashes of the word in lower case, of its endings and its shape. All digits
 * count as one, and so do typographic variants of punctuation, so that curly quotation marks are like straight ones.
 */
final class TokenFeatures {

    final int size;
    final int[] word;
    final int[] suffix2;
    final int[] suffix3;
    final int[] prefix3;
    final int[] shape;
    /** Whether nearly all words are capitalised. */
    final boolean headline;

    TokenFeatures(ParsedSentence sentence) {
        this(sentence, form -> false);
    }

    /**
     * @param names words that are names in the text; the capitals of others are ignored where all words of a sentence
     *     have them, as in a headline
     */
    TokenFeatures(ParsedSentence sentence, Predicate<String> names) {
        size = sentence.size();
        word = new int[size];
        suffix2 = new int[size];
        suffix3 = new int[size];
        prefix3 = new int[size];
        shape = new int[size];
        headline = isHeadline(sentence);
        for (int i = 0; i < size; i++) {
            String form = sentence.form(i);
            see(i, headline ? plain(form, names) : form, i == 0);
        }
    }

    /** Whether nearly all words that are not very short begin with a capital. */
    private static boolean isHeadline(ParsedSentence sentence) {
        int capital = 0;
        int small = 0;
        for (int i = 0; i < sentence.size(); i++) {
            String form = sentence.form(i);
            if (form.length() > 2 && Character.isLetter(form.charAt(0))) {
                if (Character.isUpperCase(form.charAt(0))) {
                    capital++;
                } else {
                    small++;
                }
            }
        }
        return capital >= 4 && small * 4 <= capital;
    }

    private static String plain(String form, Predicate<String> names) {
        if (form.length() < 2 || !Character.isUpperCase(form.charAt(0)) || names.test(form)) {
            return form;
        }
        String small = form.toLowerCase(Locale.ROOT);
        boolean shouted = Character.isUpperCase(form.charAt(1));
        String name = shouted ? Character.toUpperCase(small.charAt(0)) + small.substring(1) : form;
        return names.test(name) ? name : shouted && form.length() < 4 ? form : small;
    }

    private void see(int i, String form, boolean first) {
        int hash = 0x811C9DC5;
        int prefix = 0;
        int length = form.length();
        int capitals = 0;
        int digits = 0;
        int letters = 0;
        int marks = 0;
        for (int at = 0; at < length; at++) {
            char c = form.charAt(at);
            char seen = seen(c);
            if (seen == '0') {
                digits++;
            } else if (Character.isLetter(c)) {
                letters++;
                if (Character.isUpperCase(c)) {
                    capitals++;
                }
            } else {
                marks++;
            }
            hash = (hash ^ seen) * 0x01000193;
            if (at == 2) {
                prefix = hash;
            }
        }
        if (length == 2 && hash == DOUBLE_HYPHEN) {
            hash = DASH;
        }
        word[i] = hash;
        prefix3[i] = length < 3 ? hash : prefix;
        suffix2[i] = suffix(form, 2);
        suffix3[i] = suffix(form, 3);
        boolean capital = length > 0 && Character.isUpperCase(form.charAt(0));
        shape[i] = (first ? 1 : 0)
                | (capital ? 2 : 0)
                | (letters > 1 && capitals == letters ? 4 : 0)
                | (digits > 0 ? 8 : 0)
                | (marks > 0 ? 16 : 0)
                | (letters > 0 ? 32 : 0)
                | (capitals > 1 && capitals < letters ? 64 : 0);
    }

    private static final int DOUBLE_HYPHEN = hash("--");
    private static final int DASH = hash("—");

    private static int hash(String text) {
        int hash = 0x811C9DC5;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ seen(text.charAt(at))) * 0x01000193;
        }
        return hash;
    }

    private static int suffix(String form, int letters) {
        int hash = letters;
        for (int at = Math.max(0, form.length() - letters); at < form.length(); at++) {
            hash = (hash ^ seen(form.charAt(at))) * 0x01000193;
        }
        return hash;
    }

    private static char seen(char c) {
        if (c < 128) {
            if (c >= '0' && c <= '9') {
                return '0';
            }
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return switch (c) {
            case '“', '”', '„', '«', '»', '‟' -> '"';
            case '‘', '’', '‚', '‛', '´' -> '\'';
            case '–', '—', '―', '‒' -> '—';
            default -> Character.isDigit(c) ? '0' : Character.toLowerCase(c);
        };
    }
}
