package org.rostrum.claim.report;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.rostrum.graph.value.Stemmer;
import org.rostrum.graph.value.TextNormalizer;

/**
 * A fingerprint of a statement's text, for finding near-duplicates: shingles of three words, whose MinHash signature
 * (Broder 1997) in bands finds the texts that probably have a Jaccard similarity of at least one half (Leskovec,
 * Rajaraman, Ullman, Mining of Massive Datasets, chapter 3).
 *
 * @param shingles the hashes of the runs of three words
 * @param stems the stems of the words that are long enough to carry content
 */
record TextFingerprint(Set<Long> shingles, Set<String> stems) {

    private static final int SHINGLE_WORDS = 3;
    private static final int BANDS = 12;
    private static final int ROWS_PER_BAND = 3;
    /** Shorter statements are alike by chance: "I don't know". */
    private static final int MIN_WORDS = 5;

    private static final int MIN_STEMS = 4;
    /** The least Jaccard similarity of the shingles of nearly the same words. */
    private static final double MIN_SIMILARITY = 0.5;
    /** The least share of the shorter text's stems that the longer has too, for the same content. */
    private static final double MIN_CONTAINED = 0.7;

    private static final int MAX_FUNCTION_WORD_LENGTH = 3;
    /** Words after these are ignored. */
    private static final int MAX_WORDS = 1_000;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** The fingerprint of a text. */
    static TextFingerprint of(String text) {
        List<String> words = Arrays.stream(TextNormalizer.key(text).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .toList();
        Set<Long> shingles = new HashSet<>();
        for (int i = 0; words.size() >= MIN_WORDS && i + SHINGLE_WORDS <= words.size(); i++) {
            shingles.add(hash(String.join(" ", words.subList(i, i + SHINGLE_WORDS))));
        }
        Set<String> stems = words.stream()
                .filter(word -> word.length() > MAX_FUNCTION_WORD_LENGTH)
                .map(Stemmer::stem)
                .collect(Collectors.toSet());
        return new TextFingerprint(shingles, stems);
    }

    /** The distinct bands of the signature; none for a text that is too short to be recognised by its words. */
    LongStream bands() {
        if (shingles.isEmpty()) {
            return LongStream.empty();
        }
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            bands[band] = mix(band + 1);
            for (int row = 0; row < ROWS_PER_BAND; row++) {
                long seed = mix(band * ROWS_PER_BAND + row + 1_000L);
                long minimum = shingles.stream()
                        .mapToLong(shingle -> mix(shingle ^ seed))
                        .min()
                        .orElseThrow();
                bands[band] = mix(bands[band] ^ minimum);
            }
        }
        return Arrays.stream(bands).distinct();
    }

    /** Whether another text has nearly the same words. */
    boolean isNearly(TextFingerprint other) {
        return jaccard(shingles, other.shingles) >= MIN_SIMILARITY;
    }

    /** Whether one text has most of the other's content, as a paraphrase has that of the quotation. */
    boolean sharesContent(TextFingerprint other) {
        int fewer = Math.min(stems.size(), other.stems.size());
        return fewer >= MIN_STEMS && shared(stems, other.stems) >= MIN_CONTAINED * fewer;
    }

    private static double jaccard(Set<Long> one, Set<Long> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long shared = shared(one, other);
        return (double) shared / (one.size() + other.size() - shared);
    }

    private static long shared(Set<?> one, Set<?> other) {
        return one.stream().filter(other::contains).count();
    }

    private static long hash(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return mix(hash);
    }

    /** SplitMix64's finalizer, which spreads a number's bits (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        long z = value + GOLDEN_RATIO;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
