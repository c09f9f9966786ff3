package org.rostrum.extraction.syntax;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A linear model that chooses one of several classes: the class whose weights over the features that hold add up to most. A feature
 * is a row of weights, one for each class, found by the feature's hash; that two features now and then share a row costs less than
 * a table of their names.
 */
final class Weights {

  /** The largest size of a weight: the most features that are scored together, times this, is less than 2^15. */
  static final int LARGEST = 430;

  private final int classes;
  private final int mask;
  private final short[] rows;

  private Weights(int classes, int mask, short[] rows) {
    this.classes = classes;
    this.mask = mask;
    this.rows = rows;
  }

  /** Rows for 2^bits features. */
  static Weights of(int classes, int bits, short[] rows) {
    if (rows.length != classes << bits) {
      throw new IllegalArgumentException("must have %d weights, had %d".formatted(classes << bits, rows.length));
    }
    return new Weights(classes, (1 << bits) - 1, rows);
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

  /**
   * Adds the features' weights up, class by class.
   *
   * @param hashes of the features that hold
   * @param count  how many of them
   * @param scores what comes out, for each class; a weight is at most {@link #LARGEST} in size, so that their sum fits
   */
  void score(int[] hashes, int count, short[] scores) {
    Arrays.fill(scores, 0, classes, (short) 0);
    for (int i = 0; i < count; i++) {
      int from = row(hashes[i], mask) * classes;
      for (int c = 0; c < classes; c++) {
        scores[c] += rows[from + c];
      }
    }
  }

  /** Writes the high bytes of all weights, then the low ones: the high ones are nearly all the same and pack well. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(classes);
    out.writeInt(Integer.bitCount(mask));
    byte[] bytes = new byte[2 * rows.length];
    for (int i = 0; i < rows.length; i++) {
      bytes[i] = (byte) (rows[i] >> 8);
      bytes[rows.length + i] = (byte) rows[i];
    }
    out.write(bytes);
  }

  static Weights read(DataInputStream in) throws IOException {
    int classes = in.readInt();
    int bits = in.readInt();
    byte[] bytes = new byte[2 * (classes << bits)];
    in.readFully(bytes);
    short[] rows = new short[classes << bits];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (short) (bytes[i] << 8 | bytes[rows.length + i] & 0xff);
    }
    return of(classes, bits, rows);
  }
}
