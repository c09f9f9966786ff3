package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.List;
import org.rostrum.extraction.syntax.Tokenizer;

/** Cuts a text into paragraphs: at blank lines, and at the ends of lines that are not merely wrapped. */
final class Paragraphs {

  /** A line shorter than that is none that a program has wrapped, in UTF-16 code units. */
  private static final int SHORTEST_WRAPPED = 50;
  /** And one longer than that neither. */
  private static final int LONGEST_WRAPPED = 120;

  private Paragraphs() {}

  /**
   * A paragraph, without the white space around it.
   *
   * @param start in UTF-16 code units
   * @param end   exclusive
   */
  record Paragraph(int start, int end) {}

  static List<Paragraph> of(String text) {
    List<Paragraph> paragraphs = new ArrayList<>();
    int start = 0;
    int line = 0;
    for (int at = 0; at < text.length(); at++) {
      if (!isBreak(text.charAt(at))) {
        continue;
      }
      if (!isWrapped(text, line, at)) {
        add(text, start, at, paragraphs);
        start = at + 1;
      }
      line = at + 1;
    }
    add(text, start, text.length(), paragraphs);
    return paragraphs;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  /** Whether a line ends in the middle of a sentence, at a width at which programs break lines. */
  private static boolean isWrapped(String text, int line, int end) {
    if (end - line < SHORTEST_WRAPPED || end - line > LONGEST_WRAPPED || end + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(end + 1);
    char last = text.charAt(end - 1);
    return !isBreak(next) && !isBreak(last) && (Character.isLetterOrDigit(last) || last == ',') && Character.isLetterOrDigit(next);
  }

  private static void add(String text, int from, int to, List<Paragraph> paragraphs) {
    int start = from;
    int end = to;
    while (start < end && Tokenizer.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && Tokenizer.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      paragraphs.add(new Paragraph(start, end));
    }
  }
}
