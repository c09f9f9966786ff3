package org.rostrum.extraction.attribution;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rostrum.extraction.document.Monologue;
import org.rostrum.extraction.document.ParagraphSplitter.Paragraph;
import org.rostrum.extraction.document.Transcript.Turn;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;

/** Attributes the turns of a transcript to those whom their labels name, and a monologue to the person above it. */
final class TurnAttributor {

    /** Shorter turns are greetings and thanks, in words. */
    private static final int MIN_WORDS = 2;

    private static final Pattern COURTESY = Pattern.compile(
            "(?i)(?:thank you|thanks|many thanks|good (?:morning|afternoon|evening)|go ahead)[ ,]?[\\p{L} ]{0,20}[.!]?");

    private TurnAttributor() {}

    /**
     * The attribution of a turn, without a source where its label names nobody; empty for a turn of a few words.
     *
     * @param number the number of the passage that begins with the turn's label
     * @param s the first sentence of that passage, not empty
     */
    static Optional<AttributionBuilder> attribution(int number, String text, ParsedSentence s, Turn turn) {
        List<CharSpan> content = turn.content();
        CharSpan label = turn.label();
        if (!hasWords(text, content) || isCourtesy(text, content)) {
            return Optional.empty();
        }
        int colon = 0;
        int head = -1;
        while (colon + 1 < s.size()
                && !s.form(colon).equals(":")
                && s.end(colon + 1) <= content.get(0).start()) {
            if (label.contains(new CharSpan(s.start(colon), s.end(colon)))) {
                head = colon;
            }
            colon++;
        }
        // A label in a column of its own has no colon; it is its own cue.
        boolean hasColon = s.form(colon).equals(":") || head < 0;
        CharSpan cue = hasColon ? new CharSpan(s.start(colon), s.end(colon)) : label;
        AttributionBuilder attribution = new AttributionBuilder(number, s, colon, null, "turn", cue, content);
        attribution.verbatim = true;
        if (head >= 0) {
            attribution.source = label;
            attribution.sourceHead = head;
        }
        return Optional.of(attribution);
    }

    /**
     * The attribution of a paragraph of a monologue.
     *
     * @param number the number of the paragraph's passage
     * @param s its first sentence, not empty
     */
    static AttributionBuilder attribution(int number, ParsedSentence s, Monologue monologue, Paragraph content) {
        CharSpan byline = monologue.byline();
        CharSpan cue = byline == null ? new CharSpan(content.start(), content.start()) : byline;
        AttributionBuilder attribution = new AttributionBuilder(
                number, s, 0, null, "monologue", cue, List.of(new CharSpan(content.start(), content.end())));
        attribution.verbatim = true;
        attribution.source = byline;
        attribution.headline = byline == null ? monologue.headline() : null;
        return attribution;
    }

    /** "Thank you.", which says nothing. */
    private static boolean isCourtesy(String text, List<CharSpan> content) {
        CharSpan only = content.get(0);
        return content.size() == 1
                && COURTESY.matcher(text).region(only.start(), only.end()).matches();
    }

    private static boolean hasWords(String text, List<CharSpan> content) {
        int words = 0;
        for (CharSpan part : content) {
            boolean word = false;
            for (int at = part.start(); at < part.end(); at++) {
                boolean letter = Character.isLetterOrDigit(text.charAt(at));
                words += letter && !word ? 1 : 0;
                word = letter || word && !Character.isWhitespace(text.charAt(at));
                if (words >= MIN_WORDS) {
                    return true;
                }
            }
        }
        return false;
    }
}
