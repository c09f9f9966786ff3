package org.rostrum.extraction.result;

/**
 * A part of a text.
 *
 * @param start in UTF-16 code units from the text's start
 * @param end   exclusive
 * @param text  what stands there
 */
public record Mention(int start, int end, String text) {

  public static Mention of(String text, int start, int end) {
    return new Mention(start, end, text.substring(start, end));
  }
}
