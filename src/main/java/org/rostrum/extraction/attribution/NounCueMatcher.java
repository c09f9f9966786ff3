package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.CCOMP;
import static org.rostrum.extraction.syntax.DependencyRelation.NMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.POSS;
import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.phrase.SubjectFinder;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;

/** Matches cues that are nouns: "the claim that", "its promise to", "a warning of". */
final class NounCueMatcher {

    private static final Set<String> EXPRESSING = Set.of(
            "raise",
            "raises",
            "raised",
            "raising",
            "share",
            "shares",
            "shared",
            "sharing",
            "convey",
            "conveys",
            "conveyed",
            "conveying",
            "register",
            "registered",
            "relayed",
            "aired");

    private NounCueMatcher() {}

    /** The match of a noun, at token {@code n}; null for none. */
    static @Nullable CueMatch match(ParsedSentence s, int n, CueLexiconEntry entry) {
        ContentRange content = null;
        for (int child = s.firstChild(n); child >= 0 && content == null; child = s.nextSibling(child)) {
            if (child < n) {
                continue;
            }
            DependencyRelation relation = s.relation(child);
            String first = s.form(s.left(child)).toLowerCase(Locale.ROOT);
            if ((relation == CCOMP || relation == ACL || relation == RELCL)
                    && first.equals("that")
                    && entry.has(CueLexiconEntry.CLAUSE)
                    && hasOwnSubject(s, child)) {
                content = ContentRange.of(CueLexiconEntry.CLAUSE, "noun", s.left(child), s.right(child));
            } else if ((relation == ACL || relation == XCOMP || relation == CCOMP)
                    && first.equals("to")
                    && entry.has(CueLexiconEntry.INFINITIVE)) {
                content = ContentRange.of(CueLexiconEntry.INFINITIVE, "noun", s.left(child), s.right(child));
            } else if ((relation == ACL || relation == CCOMP)
                    && ContentClauseFinder.isQuestion(s, s.left(child))
                    && entry.has(CueLexiconEntry.QUESTION)) {
                content = ContentRange.of(CueLexiconEntry.QUESTION, "noun", s.left(child), s.right(child));
            }
        }
        if (content == null && entry.has(CueLexiconEntry.PREPOSITION) && isExpressed(s, n)) {
            int preposition = PrepositionFrame.ofNoun(s, n, entry);
            if (preposition >= 0 && s.left(preposition) < s.right(preposition)) {
                content = ContentRange.of(
                        CueLexiconEntry.PREPOSITION, "noun", s.left(preposition) + 1, s.right(preposition));
            }
        }
        if (content == null) {
            return null;
        }
        int source = s.child(n, POSS);
        String how = "own";
        if (source < 0) {
            source = by(s, n);
        }
        if (source < 0
                && s.relation(n) == OBJ
                && s.head(n) >= 0
                && s.tag(s.head(n)).isVerb()) {
            source = SubjectFinder.subject(s, s.head(n));
            how = "subject";
        }
        if (source < 0) {
            how = "nobody";
        }
        return new CueMatch(new ContentRange(content.frame(), "noun." + how, content.words()), source);
    }

    /** "Raised concerns about": the noun is an object of a verb by which people tell such things. */
    private static boolean isExpressed(ParsedSentence s, int n) {
        int verb = s.head(n);
        return s.relation(n) == OBJ
                && verb >= 0
                && EXPRESSING.contains(s.form(verb).toLowerCase(Locale.ROOT));
    }

    private static boolean hasOwnSubject(ParsedSentence s, int clause) {
        int subject = s.child(clause, NSUBJ) >= 0 ? s.child(clause, NSUBJ) : s.child(clause, NSUBJPASS);
        return subject >= 0 && !s.form(subject).equalsIgnoreCase("that");
    }

    private static int by(ParsedSentence s, int n) {
        for (int child = s.firstChild(n); child >= 0; child = s.nextSibling(child)) {
            String first = s.form(s.left(child)).toLowerCase(Locale.ROOT);
            if (child > n
                    && s.relation(child) == NMOD
                    && (first.equals("by") || first.equals("from") || first.equals("among"))) {
                return child;
            }
        }
        return -1;
    }
}
