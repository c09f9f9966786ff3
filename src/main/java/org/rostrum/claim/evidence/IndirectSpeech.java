package org.rostrum.claim.evidence;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Indirect speech in evidence that a person marked. The extractor recognises the conjunction "that" by its syntax;
 * nobody has parsed this text, so the next word decides: a "that" before another determiner or a pronoun is neither a
 * determiner ("that day") nor a pronoun ("that is why").
 */
final class IndirectSpeech {

    private static final Pattern THAT = Pattern.compile("that\\s+(?=([\\p{L}’']+))", Pattern.CASE_INSENSITIVE);
    private static final Set<String> FOLLOWERS = Set.of(
            "the",
            "a",
            "an",
            "this",
            "these",
            "those",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "your",
            "he",
            "she",
            "it",
            "they",
            "we",
            "i",
            "you",
            "there",
            "no",
            "any",
            "some",
            "every",
            "each",
            "both",
            "all",
            "such",
            "if",
            "when",
            "while",
            "nobody",
            "nothing",
            "everybody",
            "everyone",
            "everything",
            "somebody",
            "someone",
            "something",
            "anyone",
            "anything");

    private IndirectSpeech() {}

    /**
     * The text without a leading "that" which only introduces it; unchanged where the word may be part of what was
     * said.
     */
    static String withoutThat(String text) {
        Matcher that = THAT.matcher(text);
        boolean introduces =
                that.lookingAt() && FOLLOWERS.contains(that.group(1).toLowerCase(Locale.ROOT));
        return introduces ? text.substring(that.end()) : text;
    }
}
