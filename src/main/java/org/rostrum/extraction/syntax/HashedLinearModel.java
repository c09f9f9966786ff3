package org.rostrum.extraction.syntax;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A linear model that chooses one of several classes: the class whose weights over the features that hold add up to
 * most. A feature is a row of weights, one for each class, found by the feature's hash; occasional collisions of two
 * features cost less than a table of their names.
 *
 * <p>Four classes' weights are in one {@code long}, in 16 bits each and made positive, so that one addition adds four;
 * that made extraction more than twice as fast.
 */
final class HashedLinearModel {

    /**
     * The largest size of a weight: twice that, times the most features that are scored together, is less than 2^16.
     */
    static final int LARGEST = 430;

    private static final int LANES = 4;
    private static final int LANE_BITS = 16;
    private static final long LANE = (1L << LANE_BITS) - 1;

    private final int classes;
    private final int groups;
    private final int mask;
    private final long[] rows;

    private HashedLinearModel(int classes, int bits, long[] rows) {
        this.classes = classes;
        this.groups = groups(classes);
        this.mask = (1 << bits) - 1;
        this.rows = rows;
    }

    private static int groups(int classes) {
        return (classes + LANES - 1) / LANES;
    }

    /** Rows for 2^bits features: the first feature's weights for all classes, the second's, and so on. */
    static HashedLinearModel of(int classes, int bits, short[] weights) {
        if (weights.length != classes << bits) {
            throw new IllegalArgumentException(
                    "must have %d weights, had %d".formatted(classes << bits, weights.length));
        }
        int groups = groups(classes);
        long[] rows = new long[groups << bits];
        for (int i = 0; i < weights.length; i++) {
            int lane = i % classes;
            rows[i / classes * groups + lane / LANES] |= (long) (weights[i] + LARGEST) << lane % LANES * LANE_BITS;
        }
        return new HashedLinearModel(classes, bits, rows);
    }

    int classes() {
        return classes;
    }

    /** The row of a feature's hash. */
    static int row(int hash, int mask) {
        int mixed = hash * 0x9E3779B1;
        mixed ^= mixed >>> 15;
        mixed *= 0x85EBCA77;
        return (mixed ^ mixed >>> 13) & mask;
    }

    /** Room for what {@link #score} adds up. */
    long[] sums() {
        return new long[groups];
    }

    /**
     * Adds the features' weights up, class by class.
     *
     * @param hashes of the features that hold
     * @param count how many of them
     * @param sums to work in
     * @param scores the score of each class: the larger, the better; not comparable with scores of other features
     */
    void score(int[] hashes, int count, long[] sums, int[] scores) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < count; i++) {
            int from = row(hashes[i], mask) * groups;
            for (int g = 0; g < groups; g++) {
                sums[g] += rows[from + g];
            }
        }
        for (int c = 0; c < classes; c++) {
            scores[c] = (int) (sums[c / LANES] >>> c % LANES * LANE_BITS & LANE);
        }
    }

    /** Writes the high bytes of all weights, then the low ones: the high ones are nearly all the same and pack well. */
    static void write(int classes, int bits, short[] weights, DataOutputStream out) throws IOException {
        out.writeInt(classes);
        out.writeInt(bits);
        byte[] bytes = new byte[2 * weights.length];
        for (int i = 0; i < weights.length; i++) {
            bytes[i] = (byte) (weights[i] >> 8);
            bytes[weights.length + i] = (byte) weights[i];
        }
        out.write(bytes);
    }

    static HashedLinearModel read(DataInputStream in) throws IOException {
        int classes = in.readInt();
        int bits = in.readInt();
        int count = classes << bits;
        byte[] bytes = new byte[2 * count];
        in.readFully(bytes);
        short[] weights = new short[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (short) (bytes[i] << 8 | bytes[count + i] & 0xff);
        }
        return of(classes, bits, weights);
    }
}
