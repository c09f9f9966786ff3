package org.rostrum.resolution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The words by which mentions are taken apart, from the file {@code resolution/words.tsv}. */
final class MentionLexicon {

  private static final Map<String, Set<String>> KINDS = new HashMap<>();

  static {
    for (String[] row : rows("words.tsv")) {
      KINDS.put(row[0], Set.of(List.of(row[1].split(" ")).stream().distinct().toArray(String[]::new)));
    }
  }

  private MentionLexicon() {}

  static boolean isTitle(String word) {
    return is("title", word);
  }

  static boolean isBody(String word) {
    return is("body", word);
  }

  static boolean isGovernment(String word) {
    return is("government", word);
  }

  static boolean isOrgan(String word) {
    return is("organ", word);
  }

  static boolean isPeople(String word) {
    return is("people", word);
  }

  static boolean isIndefinite(String word) {
    return is("indefinite", word);
  }

  static boolean isFormer(String word) {
    return is("former", word);
  }

  private static boolean is(String kind, String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return KINDS.get(kind).contains(small.endsWith(".") ? small.substring(0, small.length() - 1) : small);
  }

  /** The rows of a file of this room, by columns; lines that begin with # are remarks. */
  static List<String[]> rows(String file) {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        Objects.requireNonNull(MentionLexicon.class.getResourceAsStream("/resolution/" + file), file), StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
