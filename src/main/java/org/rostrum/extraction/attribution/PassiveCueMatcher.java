package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.AGENT;
import static org.rostrum.extraction.syntax.DependencyRelation.CCOMP;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;

/** Matches cues that are verbs in the passive: "was quoted as saying", "is expected to", "was told by". */
final class PassiveCueMatcher {

    private PassiveCueMatcher() {}

    /** The match of a passive verb, at token {@code v}; null for none. */
    static @Nullable CueMatch match(ParsedSentence s, int v, CueLexiconEntry entry) {
        int subject = s.child(v, NSUBJPASS);
        int agent = s.child(v, AGENT);
        ContentRange content = null;
        int open = s.child(v, XCOMP);
        int clause = s.child(v, CCOMP);
        int source = agent;
        if (entry.lemma().equals("quote") || entry.lemma().equals("cite")) {
            source = subject;
            if (clause < 0) {
                clause = inAs(s, v);
            }
            if (clause > v) {
                int first = ContentClauseFinder.firstContentToken(s, v, clause);
                boolean saying =
                        first + 1 < s.right(clause) && s.form(first).equals("as") && s.tag(first + 1) == PosTag.VBG;
                int from = saying ? first + 2 : first;
                content = from <= s.right(clause)
                                && (s.tag(from) != PosTag.IN || s.form(from).equals("that"))
                        ? ContentRange.of(CueLexiconEntry.CLAUSE, "quoted", from, s.right(clause))
                        : before(s, subject);
            }
        } else if (clause > v && entry.has(CueLexiconEntry.CLAUSE)) {
            content = ContentRange.of(
                    CueLexiconEntry.CLAUSE,
                    "passive",
                    ContentClauseFinder.firstContentToken(s, v, clause),
                    s.right(clause));
            source = subject >= 0 && !s.form(subject).equalsIgnoreCase("it") ? subject : agent;
            if (entry.lemma().equals("tell")
                    || entry.lemma().equals("inform")
                    || entry.lemma().equals("warn")
                    || entry.lemma().equals("ask")) {
                source = agent;
            }
        } else if (open > v
                && subject >= 0
                && (entry.has(CueLexiconEntry.CLAUSE)
                        || entry.has(CueLexiconEntry.OBJECT_INFINITIVE)
                        || entry.has(CueLexiconEntry.INFINITIVE))) {
            content = new ContentRange(
                    CueLexiconEntry.INFINITIVE,
                    "passive",
                    List.of(new int[] {s.left(subject), s.right(subject)}, new int[] {s.left(open), s.right(open)}));
        } else if (subject >= 0 && entry.has(CueLexiconEntry.AS)) {
            int as = inAs(s, v);
            if (as > v) {
                content = new ContentRange(
                        CueLexiconEntry.AS,
                        "passive",
                        List.of(new int[] {s.left(subject), s.right(subject)}, new int[] {s.left(as) + 1, s.right(as)
                        }));
            }
        } else if (subject >= 0 && entry.has(CueLexiconEntry.PREPOSITION)) {
            int inner = PrepositionFrame.ofVerb(s, v, entry);
            if (inner >= 0 && s.left(inner) + 1 <= s.right(inner)) {
                content = ContentRange.of(CueLexiconEntry.PREPOSITION, "passive", s.left(inner) + 1, s.right(inner));
            }
        }
        if (content == null && subject >= 0 && agent >= 0 && entry.has(CueLexiconEntry.NOUN)) {
            content = ContentRange.of(CueLexiconEntry.NOUN, "passive", s.left(subject), s.right(subject));
        }
        return content == null ? null : new CueMatch(content, source);
    }

    /** "…, X was quoted as saying by an agency": what stands before the subject; null where that is no clause. */
    private static @Nullable ContentRange before(ParsedSentence s, int subject) {
        int last = subject < 0 ? -1 : s.left(subject) - 1;
        while (last > 0
                && NounPhraseSpans.isPunctuation(s, last)
                && !s.form(last).equals(",")) {
            last--;
        }
        return last > 0 && s.form(last).equals(",") && s.hasFinite(0, last - 1)
                ? ContentRange.of(CueLexiconEntry.CLAUSE, "aside", 0, last - 1)
                : null;
    }

    private static int inAs(ParsedSentence s, int v) {
        for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
            if (child > v && s.form(s.left(child)).equalsIgnoreCase("as")) {
                return child;
            }
        }
        return -1;
    }
}
