package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.ADVCL;
import static org.rostrum.extraction.syntax.DependencyRelation.AGENT;
import static org.rostrum.extraction.syntax.DependencyRelation.AUXPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.CCOMP;
import static org.rostrum.extraction.syntax.DependencyRelation.CONJ;
import static org.rostrum.extraction.syntax.DependencyRelation.COP;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.OBL;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.phrase.SubjectFinder;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;

/** Matches cues that are adjectives or participles: "is confident that", "ready to", "critical of". */
final class AdjectiveCueMatcher {

    private AdjectiveCueMatcher() {}

    /** The match of an adjective, at token {@code a}; null for none. */
    static @Nullable CueMatch match(ParsedSentence s, int a, CueLexiconEntry entry) {
        DependencyRelation relation = s.relation(a);
        if (s.child(a, COP) < 0
                && relation != XCOMP
                && relation != ACL
                && relation != CONJ
                && relation != ADVCL
                && s.child(a, AUXPASS) < 0) {
            return null;
        }
        int subject = s.child(a, NSUBJPASS) >= 0 ? s.child(a, NSUBJPASS) : SubjectFinder.subject(s, a);
        if (subject < 0 || s.form(subject).equalsIgnoreCase("it")) {
            return null;
        }
        for (int child = s.firstChild(a); child >= 0; child = s.nextSibling(child)) {
            if (child < a) {
                continue;
            }
            DependencyRelation on = s.relation(child);
            String first = s.form(s.left(child)).toLowerCase(Locale.ROOT);
            if (on == CCOMP && entry.has(CueLexiconEntry.CLAUSE)) {
                return new CueMatch(
                        ContentRange.of(CueLexiconEntry.CLAUSE, "adjective", s.left(child), s.right(child)), subject);
            }
            if ((on == XCOMP || on == CCOMP || on == ADVCL)
                    && first.equals("to")
                    && entry.has(CueLexiconEntry.INFINITIVE)) {
                return new CueMatch(
                        ContentRange.of(CueLexiconEntry.INFINITIVE, "adjective", s.left(child), s.right(child)),
                        subject);
            }
            if ((on == OBL || on == ADVCL || on == CCOMP || on == AGENT)
                    && entry.prepositions().contains(first)
                    && entry.has(CueLexiconEntry.PREPOSITION)
                    && s.left(child) < s.right(child)) {
                return new CueMatch(
                        ContentRange.of(CueLexiconEntry.PREPOSITION, "adjective", s.left(child) + 1, s.right(child)),
                        subject);
            }
        }
        return null;
    }
}
