package org.rostrum.extraction.syntax;

import java.util.List;

/** Where something stands: from one place to another, exclusive. */
public record CharSpan(int start, int end) {

  public boolean contains(CharSpan other) {
    return start <= other.start && other.end <= end;
  }

  public boolean touches(CharSpan other) {
    return start < other.end && other.start < end;
  }

  /** Whether one of some parts has all of another; asked too often for a stream. */
  public static boolean covers(List<CharSpan> parts, CharSpan other) {
    for (CharSpan part : parts) {
      if (part.contains(other)) {
        return true;
      }
    }
    return false;
  }
}
