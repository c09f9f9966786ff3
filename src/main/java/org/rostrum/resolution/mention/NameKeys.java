package org.rostrum.resolution.mention;

import java.util.List;
import java.util.Set;
import org.rostrum.graph.value.TextNormalizer;

/**
 * The normalised forms ({@link TextNormalizer#key}) of a text's words, each computed once for all names that contain
 * the word.
 */
public final class NameKeys {

    /** The most words in the name of a place or an organisation. */
    public static final int MAX_NAME_WORDS = 6;

    private final boolean[] capitalised;
    private final String[] keys;
    private final String[] keysWithoutPossessive;

    /** The normalised forms of these words. */
    public NameKeys(List<String> words) {
        capitalised = new boolean[words.size()];
        keys = new String[words.size()];
        keysWithoutPossessive = new String[words.size()];
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String withoutPossessive = MentionTokens.withoutPossessive(word);
            capitalised[i] = MentionTokens.isCapitalised(word);
            keys[i] = TextNormalizer.key(word);
            keysWithoutPossessive[i] =
                    withoutPossessive.length() == word.length() ? keys[i] : TextNormalizer.key(withoutPossessive);
        }
    }

    /** Whether a word begins with a capital. */
    public boolean isCapitalised(int word) {
        return capitalised[word];
    }

    /**
     * The key of the name that consists of the words {@code from} (inclusive) to {@code to} (exclusive), without a
     * possessive ending.
     */
    public String name(int from, int to) {
        if (to - from == 1) {
            return keysWithoutPossessive[from];
        }
        StringBuilder name = new StringBuilder();
        for (int i = from; i < to; i++) {
            String key = i == to - 1 ? keysWithoutPossessive[i] : keys[i];
            name.append(name.length() > 0 && !key.isEmpty() ? " " : "").append(key);
        }
        return name.toString();
    }

    /**
     * Adds the keys of all runs of one to {@value #MAX_NAME_WORDS} words that begin and end with a capitalised word.
     */
    public static void addNames(List<String> words, Set<String> target) {
        addNames(words, MAX_NAME_WORDS, target);
    }

    /** Adds the keys of all runs of one to {@code maxWords} words that begin and end with a capitalised word. */
    public static void addNames(List<String> words, int maxWords, Set<String> target) {
        NameKeys keys = new NameKeys(words);
        for (int from = 0; from < words.size(); from++) {
            if (!keys.capitalised[from]) {
                continue;
            }
            for (int to = from + 1; to <= Math.min(words.size(), from + maxWords); to++) {
                if (keys.capitalised[to - 1]) {
                    target.add(keys.name(from, to));
                }
            }
        }
        target.remove("");
    }
}
