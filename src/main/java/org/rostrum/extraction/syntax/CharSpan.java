package org.rostrum.extraction.syntax;

import java.util.List;

/**
 * A part of a text.
 *
 * @param start in UTF-16 code units from the text's start
 * @param end exclusive
 */
public record CharSpan(int start, int end) {

    /** Whether another span lies in this one. */
    public boolean contains(CharSpan other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether this span and another overlap. */
    public boolean touches(CharSpan other) {
        return start < other.end && other.start < end;
    }

    /** Whether one of several spans contains another. */
    public static boolean covers(List<CharSpan> parts, CharSpan other) {
        for (CharSpan part : parts) {
            if (part.contains(other)) {
                return true;
            }
        }
        return false;
    }
}
