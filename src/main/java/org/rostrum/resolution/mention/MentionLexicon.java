package org.rostrum.resolution.mention;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rostrum.graph.value.TsvFile;

/**
 * The word lists by which mentions are parsed, from the file {@code resolution/words.tsv}, which describes each category. Words are
 * compared without regard to case and without a final full stop ("Gen." is "gen").
 */
public final class MentionLexicon {

  private static final Map<String, Set<String>> CATEGORIES = new HashMap<>();

  static {
    for (TsvFile.Row row : TsvFile.read("/resolution/words.tsv", "category", "words")) {
      CATEGORIES.put(row.get("category"), Arrays.stream(row.get("words").split(" ")).collect(Collectors.toUnmodifiableSet()));
    }
  }

  private MentionLexicon() {}

  /** Whether the word precedes a name and is not part of it: "President", "Gen." */
  public static boolean isTitle(String word) {
    return is("title", word);
  }

  /** Whether a name that contains the word is an organisation's: "ministry", "committee". */
  public static boolean isBody(String word) {
    return is("body", word);
  }

  /** Whether the word, together with a country, means the country itself: "government". */
  public static boolean isGovernment(String word) {
    return is("government", word);
  }

  /** Whether the word, together with a country, means an organisation of that country: "army". */
  public static boolean isOrgan(String word) {
    return is("organ", word);
  }

  /** Whether the word means several unnamed people: "officials". */
  public static boolean isPeople(String word) {
    return is("people", word);
  }

  /** Whether a mention that begins with the word refers to nobody in particular: "several". */
  public static boolean isIndefinite(String word) {
    return is("indefinite", word);
  }

  /** Whether the word says that an office is no longer held: "former". */
  public static boolean isFormer(String word) {
    return is("former", word);
  }

  private static boolean is(String category, String word) {
    String lowerCase = word.toLowerCase(Locale.ROOT);
    return CATEGORIES.get(category).contains(lowerCase.endsWith(".") ? lowerCase.substring(0, lowerCase.length() - 1) : lowerCase);
  }
}
