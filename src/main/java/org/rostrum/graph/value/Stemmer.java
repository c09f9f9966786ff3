package org.rostrum.graph.value;

import opennlp.tools.stemmer.PorterStemmer;

/**
 * Reduces English words to their stems, so that "negotiated" and "negotiations" compare as equal: Porter's algorithm of
 * 1980, by OpenNLP.
 */
public final class Stemmer {

    /** OpenNLP's stemmer keeps the word in its fields, so no two threads may share one. */
    private static final ThreadLocal<PorterStemmer> PORTER = ThreadLocal.withInitial(PorterStemmer::new);

    private Stemmer() {}

    /**
     * The stem of a word, which need not be a word itself ("negoti").
     *
     * @param word in lower case, without accents, as {@link TextNormalizer#key} leaves it
     */
    public static String stem(String word) {
        return PORTER.get().stem(word);
    }
}
