package org.rostrum.extraction.document;

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
                    + "|keynote|lecture|testimony|op-?ed|briefing)s?(?!\\p{L})";
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}\\p{N}.’'-]{0,30}";
    /** Capitalised, but no part of a name. */
    private static final String END =
            "(?!(?i:on|at|in|to|after|before|during|following|for|with|about|regarding)(?!\\p{L}))";

    private static final Pattern BY = Pattern.compile("(?i:(?:^|[\\s:–—-])" + SPEECH
            + "(?: (?:made|delivered|given|issued))?) (?i:by|from|of) (?i:the )?" + "(?<who>" + END + NAME
            + "(?: (?:(?:of|for|and|de|van|von|bin|al) (?:the )?)?" + END + NAME + "){0,9})");
    private static final Pattern OWN = Pattern.compile("^(?<who>" + NAME + "(?: (?:(?:of|for|and) (?:the )?)?" + NAME
            + "){0,8})(?:[’']s?) (?i:(?:joint|opening|closing|press|full) )?(?i:" + SPEECH + ")");
    private static final Pattern NOBODY = Pattern.compile("^(?i:(?:joint |press |leaders[’'] ){0,2}" + SPEECH + ")");

    private HeadlineSpeaker() {}

    /**
     * The words of a headline that name the speaker; empty where it announces a speech of nobody named; null for other
     * headlines.
     */
    static @Nullable String of(String headline) {
        if (headline.isEmpty() || headline.length() > MAX_LENGTH) {
            return null;
        }
        Matcher own = OWN.matcher(headline);
        if (own.find()) {
            return own.group("who");
        }
        Matcher by = BY.matcher(headline);
        if (by.find()) {
            return by.group("who");
        }
        return NOBODY.matcher(headline).find() ? "" : null;
    }
}
