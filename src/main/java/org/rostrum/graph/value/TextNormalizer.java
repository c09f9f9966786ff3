package org.rostrum.graph.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Rules for text that comes from outside and for text that is compared. */
public final class TextNormalizer {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHOWN = 60;

  private TextNormalizer() {}

  /**
   * The form in which names are compared and sorted: lower case, without accents, apostrophes or punctuation, single
   * spaces.
   */
  public static String key(String name) {
    String plain = plainKey(name);
    if (plain != null) {
      return plain;
    }
    String decomposed = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String joined = decomposed.replaceAll("['’ʼ`´]", "");
    return NOT_LETTERS.matcher(joined).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** Whether there is a letter or a digit in a text: without one, it is nothing to look for. */
  public static boolean hasWords(String text) {
    return !key(text).isEmpty();
  }

  /** The key of a name that has no letters beyond ASCII, which most have; null for others. */
  private static String plainKey(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\'' || c == '’' || c == '`') {
        continue;
      }
      if (c >= 128) {
        return null;
      }
      if (c >= 'A' && c <= 'Z') {
        key.append((char) (c + 32));
      } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        key.append(c);
      } else if (key.length() > 0 && key.charAt(key.length() - 1) != ' ') {
        key.append(' ');
      }
    }
    return key.length() > 0 && key.charAt(key.length() - 1) == ' ' ? key.substring(0, key.length() - 1) : key.toString();
  }

  /**
   * Whether every database we run on can store the text: PostgreSQL takes neither U+0000 nor half of a surrogate pair.
   */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) {
        return false;
      }
      i++;
    }
    return true;
  }

  /** The pattern for SQL's LIKE that finds the text anywhere, its own wildcards taken literally with {@code !}. */
  public static String containing(String text) {
    String escaped = text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return '%' + escaped + '%';
  }

  /** At most the first characters of a text that goes into an error message. */
  public static String shorten(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
