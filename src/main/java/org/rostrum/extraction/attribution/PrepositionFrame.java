package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.ADVCL;
import static org.rostrum.extraction.syntax.DependencyRelation.AGENT;
import static org.rostrum.extraction.syntax.DependencyRelation.CASE;
import static org.rostrum.extraction.syntax.DependencyRelation.CCOMP;
import static org.rostrum.extraction.syntax.DependencyRelation.IOBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.MARK;
import static org.rostrum.extraction.syntax.DependencyRelation.NMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.OBL;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;
import org.rostrum.graph.value.SpeechAct;

/** Finds content that a preposition introduces: "accused him of lying", "hopes for peace". */
final class PrepositionFrame {

    /** Prepositions of phrases that modify the noun before them rather than the verb. */
    private static final Set<String> ATTACHED = Set.of(
            "of",
            "by",
            "for",
            "to",
            "from",
            "with",
            "about",
            "between",
            "among",
            "against",
            "toward",
            "towards",
            "as",
            "in",
            "on",
            "over",
            "into",
            "including",
            "regarding",
            "concerning",
            "under",
            "within",
            "across",
            "through");

    private final Lexicon lexicon;

    PrepositionFrame(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The content after one of the verb's prepositions, as the tree has it, else soon after the verb; null for none.
     */
    @Nullable
    ContentRange content(ParsedSentence s, int v, CueLexiconEntry entry) {
        int content = ofVerb(s, v, entry);
        if (content >= 0) {
            int before = s.child(content, CASE) >= 0 ? s.child(content, CASE) : s.child(content, MARK);
            int first = before >= 0 ? before : s.left(content);
            int infinitive = VerbFrameMatcher.infinitive(s, v, v);
            int end = infinitive >= 0 && s.left(infinitive) == s.right(content) + 1
                    ? s.right(infinitive)
                    : withPhrases(s, content);
            return ContentRange.of(
                    CueLexiconEntry.PREPOSITION,
                    s.form(first).toLowerCase(Locale.ROOT),
                    contentStart(s, v, entry, first),
                    end);
        }
        int far = prepositionAfter(s, v, entry);
        if (far < 0) {
            return null;
        }
        int end = s.head(far) > far ? s.right(s.head(far)) : s.right(v);
        return ContentRange.of(
                CueLexiconEntry.PREPOSITION, "far", contentStart(s, v, entry, far), Math.max(end, far + 1));
    }

    /** Where the content begins: behind the preposition, but "accused | the mayor of lying" with whom it is about. */
    private static int contentStart(ParsedSentence s, int v, CueLexiconEntry entry, int preposition) {
        int accused = entry.act() == SpeechAct.ACCUSE ? s.child(v, OBJ) : -1;
        return accused > v && accused < preposition ? s.left(accused) : preposition + 1;
    }

    /** The first of a cue's prepositions soon after a verb, wherever the parser attached it; -1 for none. */
    private static int prepositionAfter(ParsedSentence s, int v, CueLexiconEntry entry) {
        for (int at = v + 1; at < Math.min(s.size() - 1, v + 12); at++) {
            if (s.tag(at).isVerb()
                    || s.tag(at) == PosTag.MD
                    || s.form(at).equals(";")
                    || s.form(at).equals(":")) {
                return -1;
            }
            if ((s.tag(at) == PosTag.IN || s.tag(at) == PosTag.TO)
                    && entry.prepositions().contains(s.form(at).toLowerCase(Locale.ROOT))) {
                return at;
            }
        }
        return -1;
    }

    /**
     * The last token of a noun's phrase with the phrases after it that the parser may have attached to the verb: "crass
     * behavior by Trump".
     */
    int withPhrases(ParsedSentence s, int noun) {
        int end = beforeNextVerb(s, noun, s.right(noun));
        for (int child = s.nextSibling(noun); child >= 0; child = s.nextSibling(child)) {
            DependencyRelation relation = s.relation(child);
            if (relation == DependencyRelation.PUNCT) {
                continue;
            }
            String first = s.form(s.left(child)).toLowerCase(Locale.ROOT);
            boolean part = relation == OBL && ATTACHED.contains(first)
                    || relation == ADVCL
                            && (ATTACHED.contains(first) && s.tag(child) == PosTag.VBG
                                    || first.equals("for")
                                    || isReducedRelative(s, child)
                                    || isContactRelative(s, child)
                                    || s.left(child) == child && s.tag(child) == PosTag.VBP)
                    || relation == XCOMP && (first.equals("to") || s.left(child) == child && s.tag(child) == PosTag.VB)
                    || relation == ACL;
            boolean adjacent = s.left(child) == end + 1;
            boolean relative = s.tag(s.left(child)) == PosTag.WDT && s.left(child) <= end + 2;
            if (!(part && adjacent) && !relative || TimeExpressionResolver.isDay(s.form(child))) {
                break;
            }
            end = beforeNextVerb(s, s.left(child), s.right(child));
        }
        return end;
    }

    /** The last token before ", stressing that …" and "and said that …", which are statements of their own. */
    private int beforeNextVerb(ParsedSentence s, int from, int to) {
        for (int at = from; at + 1 <= to; at++) {
            boolean participle = s.form(at).equals(",") && s.tag(at + 1) == PosTag.VBG;
            boolean verb = s.tag(at) == PosTag.CC
                    && (s.tag(at + 1) == PosTag.VBD || s.tag(at + 1) == PosTag.VBZ)
                    && lexicon.verb(s.form(at + 1)) != null;
            if (participle || verb) {
                return s.form(at - 1).equals(",") ? at - 2 : at - 1;
            }
        }
        return to;
    }

    /** "Actions the council is taking": a clause with a subject of its own and no conjunction, right after the noun. */
    private static boolean isContactRelative(ParsedSentence s, int child) {
        int subject = s.child(child, NSUBJ);
        return subject >= 0
                && subject < child
                && s.child(child, MARK) < 0
                && (s.tag(child).isFinite() || s.child(child, DependencyRelation.AUX) >= 0)
                && s.left(child) == s.left(subject);
    }

    /** "The statements … opposing such acts": a participle right after the noun that the parser gave to the verb. */
    private static boolean isReducedRelative(ParsedSentence s, int child) {
        return s.left(child) == child && (s.tag(child) == PosTag.VBG || s.tag(child) == PosTag.VBN);
    }

    /** The head of the phrase after one of a cue's prepositions that depends on a verb; -1 for none. */
    static int ofVerb(ParsedSentence s, int v, CueLexiconEntry entry) {
        for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
            if (child < v) {
                continue;
            }
            DependencyRelation relation = s.relation(child);
            if (relation == OBL
                    || relation == ADVCL
                    || relation == XCOMP
                    || relation == NMOD
                    || relation == AGENT
                    || relation == CCOMP) {
                int first = s.child(child, CASE) >= 0
                        ? s.child(child, CASE)
                        : s.child(child, MARK) >= 0 ? s.child(child, MARK) : s.left(child);
                if (first < child
                        && first <= s.left(child) + 1
                        && entry.prepositions().contains(s.form(first).toLowerCase(Locale.ROOT))) {
                    return child;
                }
            } else if (relation == OBJ || relation == IOBJ) {
                int inner = ofNoun(s, child, entry);
                if (inner >= 0 && s.tag(child) == PosTag.PRP) {
                    return inner;
                }
            }
        }
        return -1;
    }

    /** The head of the phrase after one of a cue's prepositions that depends on a noun; -1 for none. */
    static int ofNoun(ParsedSentence s, int n, CueLexiconEntry entry) {
        for (int child = s.firstChild(n); child >= 0; child = s.nextSibling(child)) {
            if (child > n
                    && (s.relation(child) == NMOD || s.relation(child) == ACL || s.relation(child) == OBL)
                    && entry.prepositions().contains(s.form(s.left(child)).toLowerCase(Locale.ROOT))) {
                return child;
            }
        }
        return -1;
    }
}
