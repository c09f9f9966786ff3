package org.rostrum.extraction.document;

/**
 * A set of words that has room for all of a large text: of each only 64 bits are kept, so that a text of nothing but different words
 * takes some 16 bytes a word. Two words in one set are taken for one with a likelihood of 1 in 10^8 for a million words.
 */
public final class HashedWordSet {

  private static final long BASIS = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;
  private static final int FIRST_ROOM = 1 << 10;

  private long[] hashes = new long[FIRST_ROOM];
  private int size;

  public void add(String word) {
    if (2 * size >= hashes.length) {
      grow();
    }
    long hash = hash(word, word.charAt(0));
    int place = place(hashes, hash);
    if (hashes[place] == 0) {
      hashes[place] = hash;
      size++;
    }
  }

  public boolean contains(String word) {
    return contains(word, word.charAt(0));
  }

  /** Whether the set has a word with another first letter. */
  public boolean contains(String word, char first) {
    return hashes[place(hashes, hash(word, first))] != 0;
  }

  private void grow() {
    long[] more = new long[2 * hashes.length];
    for (long hash : hashes) {
      if (hash != 0) {
        more[place(more, hash)] = hash;
      }
    }
    hashes = more;
  }

  /** Where a hash is, or where there is room for it. */
  private static int place(long[] hashes, long hash) {
    int place = (int) (hash >>> 32) & hashes.length - 1;
    while (hashes[place] != 0 && hashes[place] != hash) {
      place = place + 1 & hashes.length - 1;
    }
    return place;
  }

  /** Fowler, Noll and Vo's hash, mixed so that its high bits are even; never 0. */
  private static long hash(String word, char first) {
    long hash = (BASIS ^ first) * PRIME;
    for (int at = 1; at < word.length(); at++) {
      hash = (hash ^ word.charAt(at)) * PRIME;
    }
    hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
    return hash == 0 ? 1 : hash;
  }
}
