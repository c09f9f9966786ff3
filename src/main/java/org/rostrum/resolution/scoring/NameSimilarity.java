package org.rostrum.resolution.scoring;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.rostrum.actor.write.SurnameIndex;

/**
 * The similarity of normalised names, 0 to 1: by the Jaro–Winkler distance of their letters and by how surnames sound.
 */
public final class NameSimilarity {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private NameSimilarity() {}

    /** Whether one of two words that sound alike may be a spelling of the other. Neither may be empty. */
    public static boolean isSpellingVariant(String one, String other) {
        return one.charAt(0) == other.charAt(0) && JARO_WINKLER.apply(one, other) > ResolutionWeights.SPELLING_VARIANT;
    }

    /** The similarity of two full names, each by its first and last word; 0 where either part differs too much. */
    public static double ofFullNames(String first, String last, String otherFirst, String otherLast) {
        double surname = surname(last, otherLast);
        double forename = forename(first, otherFirst);
        if (surname < ResolutionWeights.MIN_PART_SIMILARITY || forename < ResolutionWeights.MIN_PART_SIMILARITY) {
            return 0;
        }
        return ResolutionWeights.SURNAME_SHARE * surname + ResolutionWeights.FORENAME_SHARE * forename;
    }

    /** The similarity of a single word and a full name, by its first and last word. */
    public static double ofSingleWord(String word, String otherFirst, String otherLast) {
        if (word.equals(otherLast)) {
            return ResolutionWeights.SINGLE_SURNAME;
        }
        if (word.equals(otherFirst)) {
            return ResolutionWeights.SINGLE_FORENAME;
        }
        return soundsAlike(word, otherLast) ? ResolutionWeights.SINGLE_HOMOPHONE : 0;
    }

    /** The similarity of two names of one word each. */
    public static double ofSingleWords(String word, String other) {
        return word.equals(other) ? ResolutionWeights.SINGLE_SURNAME : 0;
    }

    private static double surname(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        return Math.max(
                JARO_WINKLER.apply(one, other), soundsAlike(one, other) ? ResolutionWeights.HOMOPHONE_SURNAME : 0);
    }

    private static double forename(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        boolean initial = (one.length() == 1 || other.length() == 1) && one.charAt(0) == other.charAt(0);
        return initial ? ResolutionWeights.INITIAL : JARO_WINKLER.apply(one, other);
    }

    private static boolean soundsAlike(String one, String other) {
        String sound = SurnameIndex.sound(one);
        return !sound.isEmpty() && isSpellingVariant(one, other) && sound.equals(SurnameIndex.sound(other));
    }
}
