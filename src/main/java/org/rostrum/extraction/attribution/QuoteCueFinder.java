package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;
import static org.rostrum.extraction.syntax.DependencyRelation.ROOT;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.phrase.SubjectFinder;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;

/**
 * Finds the cue of a quotation in a sentence and the source that it names: a verb of saying before or after, a colon, a
 * dash, "according to".
 */
final class QuoteCueFinder {

    /** A verb that is not in the lexicon counts as a cue within so many tokens after a quotation. */
    private static final int MAX_UNKNOWN_DISTANCE = 8;
    /** The most tokens of a signature: the name with its apposition. */
    private static final int MAX_SIGNATURE = 15;

    private final Lexicon lexicon;

    QuoteCueFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The attribution of a quotation to the name after a dash: "— Winston Churchill"; null where there is none. */
    static @Nullable AttributionBuilder signature(int number, ParsedSentence s, int from, CharSpan span) {
        if (from + 1 >= s.size()
                || s.size() - from > MAX_SIGNATURE
                || "—―–-~".indexOf(s.form(from).charAt(0)) < 0
                || !s.tag(from + 1).isName()) {
            return null;
        }
        if (s.hasFinite(from, s.size() - 1)) {
            return null;
        }
        AttributionBuilder attribution = new AttributionBuilder(
                number, s, from, null, "quote.dash", new CharSpan(s.start(from), s.end(from)), List.of(span));
        name(attribution, s, NounPhraseSpans.firstNoun(s, from + 1));
        return attribution;
    }

    /** How many words there are between two tokens, without punctuation and conjunctions. */
    static int countWords(ParsedSentence s, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at++) {
            count += NounPhraseSpans.isPunctuation(s, at) || s.tag(at) == PosTag.CC ? 0 : 1;
        }
        return count;
    }

    /** The last verb between two tokens that may introduce a quotation; -1 for none. */
    int lead(ParsedSentence s, int from, int to) {
        for (int at = to - 1; at >= from; at--) {
            CueLexiconEntry entry = s.tag(at).isVerb() ? lexicon.verb(s.form(at)) : null;
            if (entry != null && entry.has(CueLexiconEntry.QUOTATION)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * The attribution by the words after a quotation: a verb of saying, a finite verb near it, a signature, "according
     * to"; null for none.
     */
    @Nullable
    AttributionBuilder after(int number, ParsedSentence s, int from, int to, CharSpan span) {
        int best = -1;
        for (int at = from; at < to; at++) {
            // Beside a quotation, a word that reports is a verb, whatever the tagger takes it for.
            boolean beside = at - from <= MAX_UNKNOWN_DISTANCE
                    && lexicon.quotes(s.form(at))
                    && !s.tag(at).isName();
            CueLexiconEntry entry =
                    s.tag(at).isVerb() || s.tag(at).isNoun() && at == from || beside ? lexicon.verb(s.form(at)) : null;
            if (entry == null || !entry.has(CueLexiconEntry.QUOTATION)) {
                continue;
            }
            boolean relative = s.relation(at) == RELCL || s.relation(at) == ACL;
            if (best < 0
                    || s.relation(at) == ROOT && s.relation(best) != ROOT && at - from < 25
                    || s.relation(best) == RELCL && !relative) {
                best = at;
            }
        }
        String rule = "quote.behind";
        if (best < 0) {
            for (int at = from; at < Math.min(to, from + MAX_UNKNOWN_DISTANCE) && best < 0; at++) {
                best = s.tag(at).isFinite()
                                && s.tag(at) != PosTag.MD
                                && s.relation(at) == ROOT
                                && SubjectFinder.subject(s, at) >= 0
                        ? at
                        : -1;
            }
            rule = "quote.unknown";
        }
        if (best < 0) {
            AttributionBuilder signed = signature(number, s, from, span);
            return signed != null ? signed : accordingTo(number, s, from, span);
        }
        return attribution(number, s, best, span, rule);
    }

    /** The attribution of a quotation to whom "according to" near a token names; null for none. */
    static @Nullable AttributionBuilder accordingTo(int number, ParsedSentence s, int from, CharSpan span) {
        for (int at = from; at + 2 < s.size() && at < from + 3; at++) {
            if (s.form(at).equalsIgnoreCase("according")) {
                int source = NounPhraseSpans.firstNoun(s, at + 2);
                AttributionBuilder attribution = new AttributionBuilder(
                        number,
                        s,
                        at,
                        null,
                        "quote.according",
                        new CharSpan(s.start(at), s.end(at + 1)),
                        List.of(span));
                name(attribution, s, source);
                return attribution;
            }
        }
        return null;
    }

    /** "Trump: …": a name or a clause before a colon; null for none. */
    @Nullable
    AttributionBuilder colon(int number, ParsedSentence s, int to, CharSpan span) {
        if (to == 0 || !s.form(to - 1).equals(":")) {
            return null;
        }
        int verb = -1;
        for (int at = 0; at < to; at++) {
            if (s.tag(at).isVerb() && verb < 0) {
                verb = at;
            }
        }
        int source = verb >= 0 ? SubjectFinder.subject(s, verb) : NounPhraseSpans.firstNoun(s, afterOccasion(s, to));
        AttributionBuilder attribution = new AttributionBuilder(
                number,
                s,
                to - 1,
                null,
                verb >= 0 ? "quote.colon.verb" : "quote.colon",
                new CharSpan(s.start(to - 1), s.end(to - 1)),
                List.of(span));
        name(attribution, s, source);
        return attribution;
    }

    /** Where the name before a colon begins: after "In an interview with the channel,". */
    private static int afterOccasion(ParsedSentence s, int colon) {
        int from = colon - 1;
        while (from > 0 && !s.form(from - 1).equals(",")) {
            from--;
        }
        return s.tag(0) == PosTag.IN ? from : 0;
    }

    /** The attribution of a quotation by a verb in a sentence. */
    AttributionBuilder attribution(int number, ParsedSentence s, int cue, CharSpan span, String rule) {
        CueLexiconEntry entry = lexicon.verb(s.form(cue));
        AttributionBuilder attribution =
                new AttributionBuilder(number, s, cue, entry, rule, CueAttributionExtractor.cue(s, cue), List.of(span));
        int source = SubjectFinder.subject(s, cue);
        if (source < 0 && cue > 0) {
            source = SubjectFinder.before(s, cue);
        }
        boolean name = cue > 0 && isCapitalised(s, cue - 1) && !TimeExpressionResolver.isDay(s.form(cue - 1));
        if (source < 0 && !name || rule.equals("quote.behind") && cue == 0) {
            source = inverted(s, cue, source);
        }
        name(attribution, s, source);
        if (source < 0) {
            nameBeside(attribution, s, cue);
        }
        if (entry != null) {
            attribution.addressee = AddresseeFinder.addressee(s, cue, entry, source);
        }
        return attribution;
    }

    /** The head of the source where it follows the verb ("said Graham"); {@code otherwise} where none does. */
    private static int inverted(ParsedSentence s, int cue, int otherwise) {
        int object = SubjectFinder.objectAfter(s, cue);
        if (object >= 0) {
            return object;
        }
        int next = cue + 1 < s.size() && !NounPhraseSpans.isPunctuation(s, cue + 1)
                ? NounPhraseSpans.firstNoun(s, cue + 1)
                : -1;
        return next >= 0 && next - cue < 12 && !TimeExpressionResolver.isDay(s.form(next)) ? next : otherwise;
    }

    /** Names the capitalised words right before or right after a cue, whatever the tagger takes them for. */
    private static void nameBeside(AttributionBuilder attribution, ParsedSentence s, int cue) {
        int first = cue;
        while (first > 0 && isCapitalised(s, first - 1)) {
            first--;
        }
        if (first < cue) {
            attribution.name(new CharSpan(s.start(first), s.end(cue - 1)), cue - 1);
            return;
        }
        int last = cue;
        while (last + 1 < s.size() && isCapitalised(s, last + 1)) {
            last++;
        }
        if (last > cue) {
            attribution.name(new CharSpan(s.start(cue + 1), s.end(last)), last);
        }
    }

    private static boolean isCapitalised(ParsedSentence s, int at) {
        return Character.isUpperCase(s.form(at).charAt(0));
    }

    private static void name(AttributionBuilder attribution, ParsedSentence s, int source) {
        if (source >= 0) {
            attribution.name(NounPhraseSpans.noun(s, source), source);
        }
    }
}
