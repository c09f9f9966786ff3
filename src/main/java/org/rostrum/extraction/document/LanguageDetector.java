package org.rostrum.extraction.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells whether a text is English, by its small words, and where it is not, what it is, by OpenNLP's detector, which is loaded only
 * then: it takes some 30 MB.
 */
public final class LanguageDetector {

  private static final String MODEL = "/langdetect-183.bin";
  /** So much of a text is looked at, in UTF-16 code units. */
  private static final int LOOKED_AT = 20_000;
  /** Of longer words the detector is shown a part: it looks for addresses in them with expressions that take the square of their length. */
  private static final int LONGEST_WORD = 100;
  /** A text with fewer words may be anything. */
  private static final int FEWEST_WORDS = 12;
  /** The share of small words in English news is about .4; in other languages' below .05. */
  private static final double LEAST_SHARE = 0.12;
  private static final Set<String> SMALL_WORDS = Set.of("the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "he", "as", "it",
      "by", "at", "his", "from", "be", "has", "have", "had", "said", "are", "an", "this", "they", "which", "who", "not", "were", "their", "will",
      "would", "but", "its", "she", "her", "we", "you", "i", "what", "been", "about", "or", "if", "there", "says", "told", "when", "all", "our");

  private static final class Detector {
    static final LanguageDetectorME ME = load();

    private static LanguageDetectorME load() {
      try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
        return new LanguageDetectorME(new LanguageDetectorModel(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private LanguageDetector() {}

  /** The name of the language that a text is in where that is not English; null for English, and for what is too short to tell. */
  public static String other(String text) {
    String looked = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    int words = 0;
    int small = 0;
    int letters = 0;
    int latin = 0;
    int at = 0;
    while (at < looked.length()) {
      int from = at;
      while (at < looked.length() && Character.isLetter(looked.charAt(at))) {
        letters++;
        latin += looked.charAt(at) < 0x250 ? 1 : 0;
        at++;
      }
      if (at > from) {
        words++;
        small += at - from < 6 && SMALL_WORDS.contains(looked.substring(from, at).toLowerCase(Locale.ROOT)) ? 1 : 0;
      }
      at = at == from ? at + 1 : at;
    }
    boolean foreign = latin * 2 < letters;
    if (!foreign && (words < FEWEST_WORDS || small >= LEAST_SHARE * words) || letters < FEWEST_WORDS) {
      return null;
    }
    Language language = detect(withoutLongWords(looked));
    if (language.getLang().equals("eng")) {
      return null;
    }
    return name(language.getLang());
  }

  /** The English name of a language by its code in ISO 639-3; the code where Java knows none. */
  private static String name(String code) {
    if (code.equals("cmn")) {
      return "Chinese";
    }
    for (String two : Locale.getISOLanguages()) {
      Locale locale = Locale.forLanguageTag(two);
      if (locale.getISO3Language().equals(code)) {
        return locale.getDisplayLanguage(Locale.ENGLISH);
      }
    }
    return code;
  }

  private static String withoutLongWords(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int word = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      word = Character.isWhitespace(c) ? 0 : word + 1;
      if (word <= LONGEST_WORD || Character.isSurrogate(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /** The detector holds nothing between texts, but its context generator is not said to be safe for several threads. */
  private static synchronized Language detect(String text) {
    return Detector.ME.predictLanguage(text);
  }
}
