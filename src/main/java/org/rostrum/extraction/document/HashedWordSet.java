package org.rostrum.extraction.document;

/**
 * A set of words that is compact enough for a large text: it keeps a 64-bit hash of each, some 16 bytes for a distinct
 * word. In a set of a million words, two are confused with a probability of about 1 in 10^8.
 */
public final class HashedWordSet {

    private static final long BASIS = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;
    private static final int FIRST_ROOM = 1 << 10;

    private long[] hashes = new long[FIRST_ROOM];
    private int size;

    /** Adds a word, which is not empty. */
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

    /** Whether the set contains a word, but for collisions of 64-bit hashes. */
    public boolean contains(String word) {
        return contains(word, word.charAt(0));
    }

    /** Whether the set contains a word with its first letter replaced. */
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

    /** The slot of a hash, or the free one for it. */
    private static int place(long[] hashes, long hash) {
        int place = (int) (hash >>> 32) & hashes.length - 1;
        while (hashes[place] != 0 && hashes[place] != hash) {
            place = place + 1 & hashes.length - 1;
        }
        return place;
    }

    /** The hash by Fowler, Noll and Vo, mixed so that its high bits are uniform; never 0. */
    private static long hash(String word, char first) {
        long hash = (BASIS ^ first) * PRIME;
        for (int at = 1; at < word.length(); at++) {
            hash = (hash ^ word.charAt(at)) * PRIME;
        }
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        return hash == 0 ? 1 : hash;
    }
}
