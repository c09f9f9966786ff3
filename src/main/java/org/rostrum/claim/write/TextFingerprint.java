package org.rostrum.claim.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.rostrum.graph.value.Stemmer;
import org.rostrum.graph.value.TextNormalizer;

/**
 * The words of a statement, to tell whether another has nearly the same: by shingles of three words, whose MinHash signature (Broder
 * 1997) in bands finds those of which a Jaccard similarity of one half is likely (Leskovec, Rajaraman, Ullman, Mining of Massive
 * Datasets, chapter 3).
 *
 * @param shingles the hashes of the runs of three words
 * @param stems    the stems of the words that have content
 */
record TextFingerprint(Set<Long> shingles, Set<String> stems) {

  private static final int SHINGLE = 3;
  private static final int BANDS = 12;
  private static final int ROWS = 3;
  /** Shorter statements are alike by chance: "I don't know". */
  private static final int LEAST_WORDS = 5;
  private static final int LEAST_CONTENT = 4;
  private static final double NEARLY = 0.5;
  /** So much of the shorter one's content the longer must have. */
  private static final double CONTAINED = 0.7;
  private static final int LONGEST_SMALL_WORD = 3;
  private static final int MOST_WORDS = 1_000;
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  static TextFingerprint of(String text) {
    List<String> words = Arrays.stream(TextNormalizer.key(text).split(" ")).filter(word -> !word.isEmpty()).limit(MOST_WORDS).toList();
    Set<Long> shingles = new HashSet<>();
    for (int i = 0; words.size() >= LEAST_WORDS && i + SHINGLE <= words.size(); i++) {
      shingles.add(hash(String.join(" ", words.subList(i, i + SHINGLE))));
    }
    Set<String> stems = new HashSet<>();
    words.stream().filter(word -> word.length() > LONGEST_SMALL_WORD).forEach(word -> stems.add(Stemmer.stem(word)));
    return new TextFingerprint(shingles, stems);
  }

  /** The bands of the signature; none for a statement too short to be known by its words. */
  LongStream bands() {
    if (shingles.isEmpty()) {
      return LongStream.empty();
    }
    List<Long> bands = new ArrayList<>();
    for (int band = 0; band < BANDS; band++) {
      long joined = mixed(band + 1);
      for (int row = 0; row < ROWS; row++) {
        long seed = mixed(band * ROWS + row + 1_000L);
        long least = Long.MAX_VALUE;
        for (long shingle : shingles) {
          least = Math.min(least, mixed(shingle ^ seed));
        }
        joined = mixed(joined ^ least);
      }
      bands.add(joined);
    }
    return bands.stream().mapToLong(band -> band).distinct();
  }

  /** Whether another has nearly the same words. */
  boolean isNearly(TextFingerprint other) {
    return jaccard(shingles, other.shingles) >= NEARLY;
  }

  /** Whether one has most of the other's content, as a paraphrase has beside its quotation. */
  boolean tellsTheSame(TextFingerprint other) {
    int least = Math.min(stems.size(), other.stems.size());
    return least >= LEAST_CONTENT && shared(stems, other.stems) >= CONTAINED * least;
  }

  private static double jaccard(Set<Long> one, Set<Long> other) {
    long both = shared(one, other);
    return one.isEmpty() || other.isEmpty() ? 0 : (double) both / (one.size() + other.size() - both);
  }

  private static long shared(Set<?> one, Set<?> other) {
    return one.stream().filter(other::contains).count();
  }

  private static long hash(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return mixed(hash);
  }

  /** Spreads a number's bits, as SplitMix64 does (Steele, Lea, Flood 2014). */
  private static long mixed(long value) {
    long z = value + PRIME;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
