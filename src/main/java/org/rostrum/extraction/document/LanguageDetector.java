package org.rostrum.extraction.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Detects whether a text is English, by its function words, and where it is not, its language, by OpenNLP's detector.
 * That is loaded only then: it takes some 30 MB.
 */
public final class LanguageDetector {

    private static final String MODEL = "/langdetect-183.bin";
    /** How much of a text is examined, in UTF-16 code units. */
    private static final int MAX_LENGTH = 20_000;
    /** Longer words are truncated: the detector looks for addresses in them by expressions that take quadratic time. */
    private static final int MAX_WORD_LENGTH = 100;
    /** Shorter texts, in words, are not classified. */
    private static final int FEWEST_WORDS = 12;
    /** The share of English function words is about 0.4 in English news, below 0.05 in other languages. */
    private static final double LEAST_SHARE = 0.12;

    private static final Set<String> SMALL_WORDS = Set.of(
            "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "he", "as", "it", "by", "at",
            "his", "from", "be", "has", "have", "had", "said", "are", "an", "this", "they", "which", "who", "not",
            "were", "their", "will", "would", "but", "its", "she", "her", "we", "you", "i", "what", "been", "about",
            "or", "if", "there", "says", "told", "when", "all", "our");

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

    /**
     * The English name of a text's language where that is not English; null for English, and for texts too short to
     * classify.
     */
    public static @Nullable String other(String text) {
        String looked = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
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
                small += at - from < 6
                                && SMALL_WORDS.contains(
                                        looked.substring(from, at).toLowerCase(Locale.ROOT))
                        ? 1
                        : 0;
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
            if (word <= MAX_WORD_LENGTH || Character.isSurrogate(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** Synchronized because the thread safety of the detector's context generator is not documented. */
    private static synchronized Language detect(String text) {
        return Detector.ME.predictLanguage(text);
    }
}
