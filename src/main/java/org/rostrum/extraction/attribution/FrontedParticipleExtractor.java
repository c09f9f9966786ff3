package org.rostrum.extraction.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.graph.value.SpeechAct;

/**
 * Extracts what a participle at the beginning of a sentence says, whose subject is that of the main clause: "Saying
 * that the truce held, the minister left", and the claim that it turns down: "Refuting claims by Holt that the truce
 * held, the minister said …".
 */
final class FrontedParticipleExtractor {

    /** The fewest tokens of such a sentence. */
    private static final int MIN_SENTENCE = 6;
    /** Where the noun for what is turned down may be, in tokens. */
    private static final int MAX_NOUN = 4;

    private final Lexicon lexicon;

    FrontedParticipleExtractor(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The main clause of a sentence.
     *
     * @param comma the comma before it
     * @param subject the last noun of its subject
     * @param verb its verb
     */
    private record MainClause(int comma, int subject, int verb) {

        CharSpan subject(ParsedSentence s) {
            return new CharSpan(s.start(comma + 1), s.end(verb - 1));
        }
    }

    /** Adds what a sentence's participle says to its other attributions, and corrects those that run over the comma. */
    void addTo(List<AttributionBuilder> attributions, int passage, ParsedSentence s) {
        CueLexiconEntry entry = s.size() >= MIN_SENTENCE && s.tag(0) == PosTag.VBG ? lexicon.verb(s.form(0)) : null;
        MainClause main = entry == null ? null : mainClause(s);
        if (entry == null || main == null) {
            return;
        }
        if (entry.says()) {
            AttributionBuilder said = attribution(passage, s, 0, entry, "speech.S.fronted", 1, main.comma - 1);
            said.name(main.subject(s), main.subject);
            attributions.removeIf(other -> other.word == 0);
            attributions.add(said);
        } else if (entry.act() == SpeechAct.REJECT || entry.act() == SpeechAct.DENY) {
            addDenied(attributions, passage, s, main);
        }
    }

    /** "Claims by Holt that the truce held": Holt's statement, and beside it that of the main clause. */
    private void addDenied(List<AttributionBuilder> attributions, int passage, ParsedSentence s, MainClause main) {
        int noun = noun(s);
        int that = noun < 0 ? -1 : find(s, "that", noun + 1, main.comma);
        if (that < 0 || main.comma - that < 3) {
            return;
        }
        attributions.removeIf(other -> other.word == 0 || other.word == noun);
        CueLexiconEntry entry = lexicon.noun(s.form(noun));
        AttributionBuilder denied = attribution(passage, s, noun, entry, "speech.S.noun.own", that, main.comma - 1);
        int by = find(s, "by", noun + 1, that);
        if (by >= 0 && by + 1 < that) {
            denied.name(new CharSpan(s.start(by + 1), s.end(that - 1)), that - 1);
        }
        attributions.add(denied);
        CueLexiconEntry verb = lexicon.verb(s.form(main.verb));
        attributions.removeIf(other -> other.word == main.verb && other.start() < s.start(main.verb));
        boolean missing = attributions.stream().noneMatch(other -> other.word == main.verb);
        if (missing && verb != null && verb.says() && main.verb + 2 < s.size()) {
            int last = s.form(s.size() - 1).equals(".") ? s.size() - 2 : s.size() - 1;
            AttributionBuilder said = attribution(passage, s, main.verb, verb, "speech.S.right", main.verb + 1, last);
            said.name(main.subject(s), main.subject);
            attributions.add(said);
        }
    }

    private static AttributionBuilder attribution(
            int passage, ParsedSentence s, int word, @Nullable CueLexiconEntry entry, String rule, int from, int to) {
        return new AttributionBuilder(
                passage,
                s,
                word,
                entry,
                rule,
                CueAttributionExtractor.cue(s, word),
                List.of(new CharSpan(s.start(from), s.end(to))));
    }

    /** The noun at the beginning for what somebody said: "Refuting claims"; -1 for none. */
    private int noun(ParsedSentence s) {
        for (int at = 1; at <= MAX_NOUN; at++) {
            CueLexiconEntry entry = s.tag(at).isNoun() ? lexicon.noun(s.form(at)) : null;
            if (entry != null && entry.has(CueLexiconEntry.CLAUSE)) {
                return at;
            }
        }
        return -1;
    }

    private static int find(ParsedSentence s, String form, int from, int to) {
        for (int at = from; at < to; at++) {
            if (s.form(at).equals(form)) {
                return at;
            }
        }
        return -1;
    }

    /** The first clause behind a comma that begins with a noun phrase and a finite verb; null for none. */
    private static @Nullable MainClause mainClause(ParsedSentence s) {
        for (int comma = 2; comma + 2 < s.size(); comma++) {
            if (!s.form(comma).equals(",")) {
                continue;
            }
            int verb = comma + 1;
            int subject = -1;
            while (verb < s.size() && CueAttributionExtractor.isInNounPhrase(s, verb)) {
                subject = s.tag(verb).isNoun() || s.tag(verb) == PosTag.PRP ? verb : subject;
                verb++;
            }
            if (subject >= 0 && verb < s.size() && s.tag(verb).isFinite()) {
                return new MainClause(comma, subject, verb);
            }
        }
        return null;
    }
}
