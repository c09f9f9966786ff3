package org.rostrum.extraction.attribution;

import java.util.List;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;

/** Extracts what stands before a speaker at the end of a sentence: "…, the ministry said in a statement." */
final class FinalSourceExtractor {

    /** The most tokens of the speaker. */
    private static final int MAX_SOURCE = 25;
    /** The most tokens from the speaker's verb to the end of the sentence. */
    private static final int MAX_DISTANCE = 12;
    /** The fewest tokens before the speaker. */
    private static final int MIN_CONTENT = 3;

    private final Lexicon lexicon;

    FinalSourceExtractor(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * "…, the ministry said in a statement.": adds what stands before a speaker at the end of a sentence whose verb the
     * parser made something else of.
     */
    void addTo(List<AttributionBuilder> attributions, int passage, ParsedSentence s) {
        int last = Math.max(MIN_CONTENT, s.size() - MAX_DISTANCE);
        for (int v = s.size() - 1; v > last; v--) {
            int verb = v;
            CueLexiconEntry entry = lexicon.quotes(s.form(v)) ? lexicon.verb(s.form(v)) : null;
            if (entry == null || !entry.says() || !endsSentence(s, v)) {
                continue;
            }
            int first = v;
            int noun = -1;
            while (first > 0 && v - first < MAX_SOURCE && CueAttributionExtractor.isInNounPhrase(s, first - 1)) {
                first--;
                noun = noun < 0 && (s.tag(first).isNoun() || s.tag(first) == PosTag.PRP) ? first : noun;
            }
            boolean content = first > MIN_CONTENT
                    && s.form(first - 1).equals(",")
                    && s.hasFinite(0, first - 2)
                    && attributions.stream().noneMatch(other -> other.word == verb);
            if (content && noun >= 0) {
                AttributionBuilder attribution = new AttributionBuilder(
                        passage,
                        s,
                        v,
                        entry,
                        "speech.S.final",
                        CueAttributionExtractor.cue(s, v),
                        List.of(new CharSpan(s.start(0), s.end(first - 2))));
                attribution.name(new CharSpan(s.start(first), s.end(v - 1)), noun);
                attributions.add(attribution);
            }
            return;
        }
    }

    /** Whether nothing follows a verb but where, when and to whom: no content. */
    private static boolean endsSentence(ParsedSentence s, int v) {
        if (v + 1 >= s.size()) {
            return true;
        }
        String next = s.form(v + 1);
        boolean circumstance = s.tag(v + 1) == PosTag.IN && !next.equals("that") || TimeExpressionResolver.isDay(next);
        return next.equals(".") || circumstance && !s.hasFinite(v + 1, s.size() - 1);
    }
}
