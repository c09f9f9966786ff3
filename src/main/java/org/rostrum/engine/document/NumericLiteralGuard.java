package org.rostrum.engine.document;

import org.rostrum.graph.error.LimitExceededException;

/**
 * Refuses documents with numbers of very many digits: the parser makes an exact number of each, which takes time that grows
 * with the square of its length.
 */
public final class NumericLiteralGuard {

  /** No number that a field takes has more digits than a few dozen. */
  private static final int MOST_DIGITS = 400;

  private NumericLiteralGuard() {}

  /** @throws LimitExceededException when a number in the document is too long */
  public static void check(String document) {
    int digits = 0;
    for (int i = 0; i < document.length(); i++) {
      char c = document.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
        if (digits > MOST_DIGITS) {
          throw new LimitExceededException("digits", MOST_DIGITS, null, "a number in the request has more than " + MOST_DIGITS + " digits");
        }
        continue;
      }
      digits = 0;
      if (c == '"') {
        i = behindString(document, i) - 1;
      } else if (c == '#') {
        i = behindLine(document, i) - 1;
      }
    }
  }

  private static int behindString(String document, int quote) {
    if (document.startsWith("\"\"\"", quote)) {
      return behindBlock(document, quote + 3);
    }
    for (int i = quote + 1; i < document.length(); i++) {
      char c = document.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"' || c == '\n' || c == '\r') {
        return i + 1;
      }
    }
    return document.length();
  }

  private static int behindBlock(String document, int from) {
    int end = document.indexOf("\"\"\"", from);
    while (end > from && document.charAt(end - 1) == '\\') {
      end = document.indexOf("\"\"\"", end + 3);
    }
    return end < 0 ? document.length() : end + 3;
  }

  private static int behindLine(String document, int from) {
    for (int i = from; i < document.length(); i++) {
      if (document.charAt(i) == '\n' || document.charAt(i) == '\r') {
        return i;
      }
    }
    return document.length();
  }
}
