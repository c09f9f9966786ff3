package org.rostrum.extraction.document;

import java.util.Arrays;

/**
 * Maps offsets in a stripped text to offsets in the raw one, both in UTF-16 code units, as runs of characters that are
 * contiguous in both. The first character of a run may stand for several of the raw text.
 */
final class OffsetMap {

    private int[] plain = new int[64];
    private int[] raw = new int[64];
    private int[] width = new int[64];
    private int size;
    private int end;

    /**
     * Adds the next character of the plain text.
     *
     * @param at its offset there, which must grow from call to call
     * @param start where it begins in the raw text
     * @param length how many code units it takes in the raw text
     */
    void add(int at, int start, int length) {
        if (size > 0 && length == 1 && start == end) {
            end = start + 1;
            return;
        }
        if (size == plain.length) {
            plain = Arrays.copyOf(plain, 2 * size);
            raw = Arrays.copyOf(raw, 2 * size);
            width = Arrays.copyOf(width, 2 * size);
        }
        plain[size] = at;
        raw[size] = start;
        width[size++] = length;
        end = start + length;
    }

    private int run(int offset) {
        int found = Arrays.binarySearch(plain, 0, size, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Where a character of the plain text begins in the raw one. */
    int start(int offset) {
        int run = run(offset);
        return offset == plain[run] ? raw[run] : raw[run] + width[run] + offset - plain[run] - 1;
    }

    /** Where a character of the plain text ends in the raw one, exclusive. */
    int end(int offset) {
        int run = run(offset);
        return raw[run] + width[run] + offset - plain[run];
    }
}
