package org.rostrum.extraction.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose words a text is by its headline: "Remarks by Secretary Holm at the summit", "Ministers’ Statement on the
 * truce".
 */
final class HeadlineSpeaker {

    /** Longer headlines are none, in UTF-16 code units. */
    private static final int MAX_LENGTH = 300;

    private static final String SPEECH =
            "(?:statement|remarks|speech|address|message|declaration|communiqu[eé]|intervention"
                    + "|keynote|lecture|testimony|op-?ed)s?(?!\\p{L})";
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}\\p{N}.’'-]{0,30}";
    /** Capitalised, but no part of a name. */
    private static final String END =
            "(?!(?i:on|at|in|to|after|before|during|following|for|with|about|regarding)(?!\\p{L}))";

    private static final Pattern BY = Pattern.compile("(?i:(?:^|[\\s:–—-])" + SPEECH
            + "(?: (?:made|delivered|given|issued))?) (?i:by|from|of) (?i:the )?" + "(?<who>" + END + NAME
            + "(?: (?:(?:of|for|and|de|van|von|bin|al) (?:the )?)?" + END + NAME + "){0,9})");
    private static final Pattern OWN = Pattern.compile("^(?<who>" + NAME + "(?: (?:(?:of|for|and) (?:the )?)?" + NAME
            + "){0,8})(?:[’']s?) (?i:(?:joint|opening|closing|press|full) )?(?i:" + SPEECH + ")");
    /** "The President of the Republic", which a name may follow. */
    private static final Pattern OFFICE = Pattern.compile(" (?i:of) ");

    private static final Pattern NAME_BEHIND = Pattern.compile(
            ", " + END + NAME + "(?: " + END + NAME + "){1,5}(?=,| \\p{Ll}| (?i:at|on|to|in)(?!\\p{L})|$)");
    private static final Pattern NOBODY = Pattern.compile("^(?i:(?:joint |press |leaders[’'] ){0,2}" + SPEECH + ")");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern VOWEL = Pattern.compile("[AEIOUY]");
    private static final Set<String> FUNCTION_WORDS =
            Set.of("of", "the", "and", "for", "de", "van", "von", "bin", "al");
    private static final Set<String> TITLES = Set.of("DR", "MR", "MRS", "MS", "ST");
    private static final Set<String> ACRONYMS =
            Set.of("UN", "EU", "AU", "UK", "US", "USA", "UAE", "NATO", "IAEA", "OSCE", "ASEAN", "UNHCR", "WHO");

    private HeadlineSpeaker() {}

    /**
     * The words of a headline that name the speaker; empty where it announces a speech of nobody named; null for other
     * headlines. Words in capital letters are written as in a sentence.
     */
    static @Nullable String of(String headline) {
        if (headline.isEmpty() || headline.length() > MAX_LENGTH) {
            return null;
        }
        String who = speaker(headline);
        return who == null || headline.chars().anyMatch(Character::isLowerCase) ? who : asInSentence(who);
    }

    private static @Nullable String speaker(String headline) {
        Matcher own = OWN.matcher(headline);
        if (own.find()) {
            return own.group("who");
        }
        Matcher by = BY.matcher(headline);
        if (by.find()) {
            String who = by.group("who");
            Matcher name = NAME_BEHIND.matcher(headline).region(by.end(), headline.length());
            return OFFICE.matcher(who).find() && name.lookingAt() ? who + name.group() : who;
        }
        return NOBODY.matcher(headline).find() ? "" : null;
    }

    /** "PRESIDENT OF THE REPUBLIC OF POLAND, ANDRZEJ DUDA" as a sentence has it. */
    private static String asInSentence(String capitals) {
        return WORD.matcher(capitals).replaceAll(match -> {
            String word = match.group();
            String small = word.toLowerCase(Locale.ROOT);
            if (FUNCTION_WORDS.contains(small)) {
                return small;
            }
            boolean acronym = ACRONYMS.contains(word)
                    || word.length() < 5 && !VOWEL.matcher(word).find() && !TITLES.contains(word);
            return acronym ? word : word.charAt(0) + small.substring(1);
        });
    }
}
