package org.rostrum.http;

/** Text of others as it may stand in the log: on one line, bounded, without characters that a terminal obeys. */
final class LogText {

  private static final int LONGEST = 300;

  private LogText() {}

  static String of(String text) {
    StringBuilder safe = new StringBuilder();
    String.valueOf(text).codePoints().limit(LONGEST).forEach(c -> {
      if (isControl(c)) {
        safe.append(String.format("\\u%04x", c));
      } else {
        safe.appendCodePoint(c);
      }
    });
    return text != null && text.length() > LONGEST ? safe.append('…').toString() : safe.toString();
  }

  /** Whether a character is none that is shown: a control character, a separator of lines, half of a pair. */
  static boolean isControl(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
      default -> false;
    };
  }
}
