package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.CC;
import static org.rostrum.extraction.syntax.DependencyRelation.CONJ;
import static org.rostrum.extraction.syntax.DependencyRelation.COP;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.OBL;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;

/** Extracts attributions by "according to": the source follows it, the content is the rest of the clause. */
final class AccordingToExtractor {

    private AccordingToExtractor() {}

    /** Whether the phrase begins at a token. */
    static boolean isAt(ParsedSentence s, int word) {
        return word + 2 < s.size()
                && s.form(word).equalsIgnoreCase("according")
                && s.form(word + 1).equalsIgnoreCase("to");
    }

    /** The attribution; null where no source is named. */
    static @Nullable AttributionBuilder read(int passage, ParsedSentence s, int word) {
        int source = word + 2;
        int head = s.head(word);
        if (head > word && s.left(head) <= word) {
            source = head;
        } else {
            for (int at = word + 2; at < s.size(); at++) {
                if (s.head(at) < word || s.head(at) >= 0 && s.relation(at) == OBL && s.head(at) == word) {
                    source = at;
                    break;
                }
            }
        }
        if (!s.tag(source).isNoun() && s.tag(source) != PosTag.PRP) {
            source = phraseHead(s, word + 2, source);
        }
        if (!s.tag(source).isNoun()
                && s.tag(source) != PosTag.PRP
                && s.tag(source) != PosTag.CD
                && s.tag(source) != PosTag.DT) {
            return null;
        }
        CharSpan name = NounPhraseSpans.noun(s, source);
        int lo = word;
        int hi = Math.max(source, lastBefore(s, name.end()));
        int from = 0;
        int to = s.size() - 1;
        int governor = s.head(source) == word ? s.head(word) : s.head(source);
        List<CharSpan> content = new ArrayList<>();
        if (lo == 0 || lo == 1 && NounPhraseSpans.isPunctuation(s, 0)) {
            int start = hi + 1;
            while (start < to && NounPhraseSpans.isPunctuation(s, start)) {
                start++;
            }
            to = clauseEnd(s, start, to);
            if (start <= to && !NounPhraseSpans.isPunctuation(s, start)) {
                content.add(NounPhraseSpans.span(s, start, to));
            }
        } else {
            if (governor >= 0 && governor < lo && !s.tag(governor).isVerb()) {
                governor = verbAbove(s, governor);
            }
            if (governor >= 0 && governor < lo) {
                from = clauseStart(s, governor, lo);
            }
            content.add(NounPhraseSpans.span(s, from, lo - 1));
            int rest = hi + 1;
            while (rest < to && NounPhraseSpans.isPunctuation(s, rest)) {
                rest++;
            }
            if (rest < to && governor > hi) {
                content.add(NounPhraseSpans.span(s, rest, s.right(governor)));
            }
        }
        if (content.isEmpty()) {
            return null;
        }
        AttributionBuilder attribution = new AttributionBuilder(
                passage, s, word, null, "according", new CharSpan(s.start(word), s.end(word + 1)), content);
        attribution.source = name;
        attribution.sourceHead = source;
        return attribution;
    }

    /** The last noun in a row of nouns, adjectives and articles; {@code otherwise} where there is none. */
    private static int phraseHead(ParsedSentence s, int from, int otherwise) {
        int head = otherwise;
        for (int at = from; at < s.size(); at++) {
            PosTag tag = s.tag(at);
            if (!tag.isNoun() && tag != PosTag.JJ && tag != PosTag.DT && tag != PosTag.PRPS) {
                break;
            }
            head = tag.isNoun() ? at : head;
        }
        return head;
    }

    private static int verbAbove(ParsedSentence s, int word) {
        int at = word;
        for (int steps = 0; at >= 0 && steps < 8; steps++) {
            if (s.tag(at).isVerb() || s.child(at, COP) >= 0) {
                return at;
            }
            at = s.head(at);
        }
        return -1;
    }

    /** The first token of a verb's clause: after the conjunction that coordinates it with the clause before. */
    private static int clauseStart(ParsedSentence s, int verb, int limit) {
        int at = verb;
        while (s.head(at) >= 0
                && s.relation(at) != CONJ
                && s.head(at) < limit
                && s.relation(at) != DependencyRelation.ROOT) {
            at = s.head(at);
        }
        if (s.relation(at) == CONJ && s.child(at, NSUBJ) >= 0) {
            int from = s.left(at);
            while (from < at && (NounPhraseSpans.isPunctuation(s, from) || s.relation(from) == CC)) {
                from++;
            }
            return from;
        }
        return 0;
    }

    /** The last token of a clause: before a conjunction that introduces another finite verb. */
    private static int clauseEnd(ParsedSentence s, int start, int end) {
        for (int at = start; at < end; at++) {
            if (s.tag(at) == PosTag.CC
                    && NounPhraseSpans.isPunctuation(s, at - 1)
                    && (s.form(at).equals("but")
                            || s.relation(at) == CC
                                    && s.head(at) > at
                                    && s.relation(s.head(at)) == CONJ
                                    && s.tag(s.head(at)).isFinite()
                                    && s.relation(s.head(s.head(at))) == DependencyRelation.ROOT)) {
                return at - 1;
            }
        }
        return end;
    }

    private static int lastBefore(ParsedSentence s, int end) {
        int at = s.size() - 1;
        while (at > 0 && s.end(at) > end) {
            at--;
        }
        return at;
    }
}
