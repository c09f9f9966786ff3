package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.ADVMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.AUX;
import static org.rostrum.extraction.syntax.DependencyRelation.CC;
import static org.rostrum.extraction.syntax.DependencyRelation.CCOMP;
import static org.rostrum.extraction.syntax.DependencyRelation.CONJ;
import static org.rostrum.extraction.syntax.DependencyRelation.CSUBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.IOBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.OBL;
import static org.rostrum.extraction.syntax.DependencyRelation.PARATAXIS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;

/**
 * Finds the clauses that are the content of verbs: "said that …", "…, he said", "…, he said, …", and where such a
 * clause ends.
 */
public final class ContentClauseFinder {

    private final Lexicon lexicon;

    ContentClauseFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The clause that is the content of a verb: after it, before it or around it; null for none. */
    @Nullable
    ContentRange content(ParsedSentence s, int v, CueLexiconEntry entry, int subject) {
        boolean clause = entry.has(CueLexiconEntry.CLAUSE);
        boolean embeddedQuestion = entry.has(CueLexiconEntry.QUESTION);
        if (!clause && !embeddedQuestion) {
            return null;
        }
        ContentRange inside = clause ? inside(s, v, entry, subject) : null;
        if (inside != null) {
            return inside;
        }
        int that = clause ? UnattachedClauses.that(s, v) : -1;
        if (that >= 0) {
            return ContentRange.of(CueLexiconEntry.CLAUSE, "that", that, contentEnd(s, v, that));
        }
        for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
            if (child < v || s.relation(child) != CCOMP && s.relation(child) != CSUBJ) {
                continue;
            }
            int first = firstContentToken(s, v, child);
            boolean question = isQuestion(s, first);
            if (question ? embeddedQuestion : clause) {
                if (!question && s.tag(child) == PosTag.VBG && s.child(child, NSUBJ) < 0) {
                    continue;
                }
                if (!question && entry.says() && !entry.has(CueLexiconEntry.OBJECT_INFINITIVE)) {
                    first = UnattachedClauses.withObject(s, v, first);
                }
                ContentRange relative = question ? null : relative(s, v, first);
                if (relative != null) {
                    return relative;
                }
                int end = contentEnd(s, v, child);
                if (end > first + 1 || s.tag(child).isVerb()) {
                    return ContentRange.of(
                            question ? CueLexiconEntry.QUESTION : CueLexiconEntry.CLAUSE, "right", first, end);
                }
            }
        }
        if (!clause) {
            return null;
        }
        ContentRange aside = aside(s, v, entry, subject);
        if (aside != null) {
            return aside;
        }
        int before = s.child(v, CCOMP);
        if (before >= 0 && before < v) {
            int limit = subject >= 0 && subject < v ? s.left(subject) - 1 : v - 1;
            int to = Math.min(s.right(before), limit);
            int from =
                    s.left(v) < s.left(before) && s.relation(v) == DependencyRelation.ROOT ? s.left(v) : s.left(before);
            if (to >= from) {
                return s.right(before) > v
                        ? new ContentRange(CueLexiconEntry.CLAUSE, "around", parts(s, from, to, v + 1, s.right(before)))
                        : ContentRange.of(CueLexiconEntry.CLAUSE, "final", from, to);
            }
        }
        if (s.relation(v) == PARATAXIS
                && entry.says()
                && (subject >= 0 || s.child(v, OBJ) >= 0)
                && s.child(v, CCOMP) < 0) {
            int main = s.head(v);
            if (main < s.left(v) || s.left(v) > s.left(main)) {
                return new ContentRange(
                        CueLexiconEntry.CLAUSE,
                        "final",
                        parts(s, s.left(main), s.left(v) - 1, s.right(v) + 1, s.right(main)));
            }
            return ContentRange.of(CueLexiconEntry.CLAUSE, "initial", s.right(v) + 1, s.right(main));
        }
        int parataxis = s.child(v, PARATAXIS);
        if (parataxis >= 0
                && subject >= 0
                && (s.child(parataxis, NSUBJ) >= 0 || s.child(parataxis, NSUBJPASS) >= 0)
                && s.right(parataxis) < Math.min(v, subject)) {
            return ContentRange.of(CueLexiconEntry.CLAUSE, "before", s.left(parataxis), s.right(parataxis));
        }
        int rest = UnattachedClauses.rest(s, v, entry, subject);
        return rest < 0 ? null : ContentRange.of(CueLexiconEntry.CLAUSE, "rest", rest, contentEnd(s, v, rest));
    }

    /**
     * "An alliance which the minister said | was fragile | broke down": the noun and what is said of it; null where the
     * verb is in no such clause.
     */
    private static @Nullable ContentRange relative(ParsedSentence s, int v, int first) {
        int noun = s.head(v);
        boolean gap = s.relation(v) == DependencyRelation.RELCL
                && noun >= 0
                && noun < v
                && first == v + 1
                && s.tag(first).isFinite()
                && s.left(v) > noun;
        if (!gap) {
            return null;
        }
        int end = first;
        while (end + 1 < s.size()
                && !s.tag(end + 1).isFinite()
                && !s.form(end + 1).equals(",")
                && !s.form(end + 1).equals(".")) {
            end++;
        }
        return new ContentRange(CueLexiconEntry.CLAUSE, "relative", parts(s, s.left(noun), s.left(v) - 1, first, end));
    }

    /**
     * "…, he said." and "…, he said, …": a verb of saying and its subject between commas, with no clause of its own
     * after it.
     */
    private static @Nullable ContentRange aside(ParsedSentence s, int v, CueLexiconEntry entry, int subject) {
        if (!entry.says()
                || subject < 0 && !isInverted(s, v)
                || subject >= 0 && (s.tag(subject) == PosTag.WP || s.tag(subject) == PosTag.WDT)
                || s.tag(v) == PosTag.VBG) {
            return null;
        }
        int first = subject >= 0 ? Math.min(v, s.left(subject)) : v;
        if (first < 2 || !isBreak(s, first - 1) || !s.hasFinite(0, first - 1) || UnattachedClauses.isAsked(s)) {
            return null;
        }
        int last = v;
        for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
            DependencyRelation relation = s.relation(child);
            boolean part = relation == OBL
                    || relation == DependencyRelation.UNMARKED
                    || relation == ADVMOD
                    || relation == NSUBJ
                    || relation == OBJ && subject < 0
                    || relation == IOBJ
                    || relation == OBJ && child == subject;
            if (child > v && part) {
                last = s.right(child);
            }
        }
        if (!hasWords(s, last + 1, s.size() - 1)) {
            return ContentRange.of(CueLexiconEntry.CLAUSE, "aside", 0, first - 2);
        }
        if (isBreak(s, last + 1) && subject >= 0 && first - 2 < 25) {
            return new ContentRange(CueLexiconEntry.CLAUSE, "inside", parts(s, 0, first - 2, last + 2, s.size() - 1));
        }
        return null;
    }

    /** "…, he said, …" with no other word between the commas: all around it is the content, whatever the tree. */
    private @Nullable ContentRange inside(ParsedSentence s, int v, CueLexiconEntry entry, int subject) {
        boolean plain = entry.says()
                && subject >= 0
                && subject < v
                && s.tag(v).isFinite()
                && s.tag(subject) != PosTag.WP
                && s.tag(subject) != PosTag.WDT
                && isBreak(s, v + 1)
                && hasWords(s, v + 2, s.size() - 1);
        int first = plain ? s.left(subject) : 0;
        if (first < 2 || !isBreak(s, first - 1)) {
            return null;
        }
        boolean more = isJoined(s, v + 2);
        int before = isClosing(s, first - 1) ? first - 1 : first - 2;
        if (more && !s.hasFinite(0, before)) {
            return null;
        }
        return more
                ? ContentRange.of(CueLexiconEntry.CLAUSE, "aside", 0, before)
                : new ContentRange(
                        CueLexiconEntry.CLAUSE,
                        "inside",
                        parts(s, 0, before, v + 2, isContrast(s, v + 2) ? 0 : s.size() - 1));
    }

    /** ", though the other side disagrees": no part of what is said before. */
    private static boolean isContrast(ParsedSentence s, int word) {
        return word < s.size() && (s.form(word).equals("though") || s.form(word).equals("although"));
    }

    /** Whether the words after an attribution begin another one: "…, adding that …", "…, and called …". */
    private boolean isJoined(ParsedSentence s, int word) {
        int at = word < s.size() && (s.tag(word) == PosTag.RB || s.tag(word) == PosTag.CC) ? word + 1 : word;
        return at < s.size()
                && (s.tag(at) == PosTag.VBG
                        || s.tag(word) == PosTag.CC && s.tag(at).isVerb())
                && lexicon.verb(s.form(at)) != null;
    }

    private static boolean isInverted(ParsedSentence s, int v) {
        return v + 1 < s.size()
                && (s.tag(v + 1).isName()
                        || s.tag(v + 1) == PosTag.DT
                        || s.tag(v + 1) == PosTag.NN
                        || s.tag(v + 1) == PosTag.NNS
                        || s.tag(v + 1) == PosTag.CD);
    }

    private static boolean isBreak(ParsedSentence s, int word) {
        return word >= 0
                && word < s.size()
                && (s.form(word).equals(",") || "—―–-”\"".indexOf(s.form(word).charAt(0)) >= 0);
    }

    /**
     * The last token of the content: that of the sentence, the one before another coordinated cue, or the end of an
     * embedded cue's clause.
     */
    private int contentEnd(ParsedSentence s, int v, int from) {
        int main = v;
        while (s.relation(main) == CONJ || s.relation(main) == PARATAXIS) {
            main = s.head(main);
        }
        int end = s.relation(main) == DependencyRelation.ROOT || s.right(v) <= from ? s.size() - 1 : s.right(v);
        for (int at = from + 1; at < end; at++) {
            if (joinsCue(s, v, at)) {
                return NounPhraseSpans.isPunctuation(s, at - 1) && !isClosing(s, at - 1) ? at - 2 : at - 1;
            }
        }
        return end;
    }

    private static boolean isClosing(ParsedSentence s, int word) {
        return "”\"’»)".indexOf(s.form(word).charAt(0)) >= 0;
    }

    private boolean joinsCue(ParsedSentence s, int v, int at) {
        if (s.form(at).equals(";") || AccordingToExtractor.isAt(s, at) && NounPhraseSpans.isPunctuation(s, at - 1)) {
            return true;
        }
        if (s.tag(at) == PosTag.VBG || s.tag(at) == PosTag.RB && at + 1 < s.size() && s.tag(at + 1) == PosTag.VBG) {
            CueLexiconEntry entry =
                    s.form(at - 1).equals(",") ? lexicon.verb(s.form(s.tag(at) == PosTag.VBG ? at : at + 1)) : null;
            return entry != null
                    && entry.type() == CueLexiconEntry.Type.SPEECH
                    && entry.mostly(CueLexiconEntry.QUOTATION);
        }
        if (s.tag(at) != PosTag.CC && s.relation(at) != CC || s.head(at) < at) {
            return false;
        }
        int verb = s.head(at);
        if (s.relation(verb) != CONJ || !s.tag(verb).isFinite() && s.child(verb, AUX) < 0) {
            return false;
        }
        CueLexiconEntry entry = lexicon.verb(s.form(verb));
        CueLexiconEntry cue = entry != null
                        && Character.isUpperCase(entry.frames().charAt(0))
                        && (s.tag(verb) == s.tag(v) || s.child(verb, AUX) >= 0)
                ? entry
                : null;
        if (s.head(verb) == v) {
            return cue != null
                    || NounPhraseSpans.isPunctuation(s, at - 1)
                            && !(at + 1 < s.size() && s.form(at + 1).equals("that"));
        }
        return cue != null
                && (cue.type() == CueLexiconEntry.Type.SPEECH
                        || cue.type() == CueLexiconEntry.Type.THOUGHT && s.child(verb, NSUBJ) < 0);
    }

    /** Whether "that" is a conjunction, neither a pronoun ("that is why") nor a determiner ("that day"). */
    public static boolean isConjunction(ParsedSentence s, int that) {
        boolean introduces =
                s.tag(that) == PosTag.IN || s.tag(that) == PosTag.WDT || s.relation(that) == DependencyRelation.MARK;
        // Of two finite verbs in a row the first is a mistagged noun such as "talks".
        boolean pronoun = s.tag(that + 1).isFinite()
                && !(that + 2 < s.size() && s.tag(that + 2).isFinite());
        return introduces && !pronoun;
    }

    private static List<int[]> parts(ParsedSentence s, int from, int to, int from2, int to2) {
        List<int[]> parts = new ArrayList<>();
        if (hasWords(s, from, to)) {
            parts.add(new int[] {from, to});
        }
        if (hasWords(s, from2, to2)) {
            parts.add(new int[] {from2, to2});
        }
        return parts;
    }

    private static boolean hasWords(ParsedSentence s, int from, int to) {
        for (int at = Math.max(0, from); at <= to && at < s.size(); at++) {
            if (!NounPhraseSpans.isPunctuation(s, at)) {
                return true;
            }
        }
        return false;
    }

    static boolean isQuestion(ParsedSentence s, int first) {
        PosTag tag = s.tag(first);
        String form = s.form(first).toLowerCase(Locale.ROOT);
        return tag == PosTag.WP
                || tag == PosTag.WRB
                || tag == PosTag.WDT
                || form.equals("whether")
                || form.equals("if");
    }

    static int firstContentToken(ParsedSentence s, int v, int clause) {
        int first = Math.max(v + 1, s.left(clause));
        while (first < clause
                && NounPhraseSpans.isPunctuation(s, first)
                && "“\"‘'".indexOf(s.form(first).charAt(0)) < 0) {
            first++;
        }
        return first;
    }
}
