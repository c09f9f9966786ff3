package org.rostrum.extraction.event;

import static org.rostrum.extraction.syntax.DependencyRelation.ADVCL;
import static org.rostrum.extraction.syntax.DependencyRelation.CASE;
import static org.rostrum.extraction.syntax.DependencyRelation.CONJ;
import static org.rostrum.extraction.syntax.DependencyRelation.NMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.OBL;
import static org.rostrum.extraction.syntax.DependencyRelation.UNMARKED;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.phrase.SubjectFinder;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;

/**
 * Finds the participants and the place of an event around the word that reports it. Tokens of the sentence are numbers,
 * -1 for none.
 */
final class EventArguments {

    static final Set<String> LOCATIVES = Set.of("in", "at", "near", "outside", "to", "into", "across", "on");
    /** How many heads above a word are searched for its subject or its verb. */
    private static final int MAX_STEPS = 4;

    private static final int MAX_PARTICIPANTS = 6;
    /** How many tokens after an event's word its place may be. */
    private static final int MAX_PLACE_DISTANCE = 14;

    private EventArguments() {}

    /** Who does what a verb reports: its subject, else that of the verbs above it: "is expected to meet". */
    static int agent(ParsedSentence s, int verb) {
        int subject = SubjectFinder.subject(s, verb);
        int at = verb;
        for (int steps = 0; subject < 0 && at >= 0 && steps < MAX_STEPS; steps++) {
            subject = s.child(at, DependencyRelation.NSUBJ) >= 0
                    ? s.child(at, DependencyRelation.NSUBJ)
                    : s.child(at, NSUBJPASS);
            at = s.relation(at) == XCOMP || s.relation(at) == CONJ || s.relation(at) == ADVCL ? s.head(at) : -1;
        }
        return subject >= 0 || s.tag(verb) == PosTag.VBN ? subject : SubjectFinder.before(s, verb);
    }

    /**
     * The noun after an event's word and a preposition for the other participants, wherever the parser attaches it; -1
     * for none.
     */
    static int participantAfter(ParsedSentence s, int word, EventLexicon.Entry entry) {
        boolean leads =
                word + 2 < s.size() && entry.sides().contains(s.form(word + 1).toLowerCase(Locale.ROOT));
        int noun = leads ? NounPhraseSpans.firstNoun(s, word + 2) : -1;
        if (noun < 0 || TimeExpressionResolver.isDay(s.form(noun))) {
            return -1;
        }
        for (int up = s.head(noun); up > word + 1 && s.tag(up).isNoun(); up = s.head(noun)) {
            noun = up;
        }
        return noun;
    }

    /**
     * The last token of a name after "in" or "at" soon after an event's word, wherever the parser attaches it; -1 for
     * none.
     */
    static int placeAfter(ParsedSentence s, int word) {
        for (int at = word + 1; at + 1 < s.size() && at < word + MAX_PLACE_DISTANCE; at++) {
            boolean ends = s.form(at).equals(",") || s.form(at).equals(";");
            boolean leads = s.form(at).equals("in") || s.form(at).equals("at");
            if (ends || s.tag(at).isFinite()) {
                return -1;
            }
            if (leads
                    && s.tag(at + 1).isName()
                    && !TimeExpressionResolver.isDay(s.form(at + 1))
                    && !TimeExpressionResolver.isMonth(s.form(at + 1))) {
                int last = at + 1;
                while (last + 1 < s.size() && s.tag(last + 1).isName()) {
                    last++;
                }
                return last;
            }
        }
        return -1;
    }

    /** The verb of which a noun is the object or an adjunct; -1 for none. */
    static int governor(ParsedSentence s, int n) {
        int at = n;
        for (int steps = 0; steps < MAX_STEPS && s.head(at) >= 0; steps++) {
            DependencyRelation relation = s.relation(at);
            if (relation != OBL
                    && relation != OBJ
                    && relation != NMOD
                    && relation != CONJ
                    && relation != UNMARKED
                    && relation != ADVCL) {
                return -1;
            }
            at = s.head(at);
            if (s.tag(at).isVerb()) {
                return at;
            }
        }
        return -1;
    }

    /**
     * Adds a dependent of an event's word to the participants where its preposition introduces one; returns the
     * dependent where it is the place, else the place so far.
     */
    static int addDependent(ParsedSentence s, int child, EventLexicon.Entry entry, List<Integer> targets, int place) {
        if (s.relation(child) != OBL && s.relation(child) != NMOD) {
            return place;
        }
        String preposition = preposition(s, child);
        boolean participant = entry.sides().contains(preposition);
        if (participant && !TimeExpressionResolver.isDay(s.form(child))) {
            add(s, targets, child);
        }
        boolean where = !participant
                && LOCATIVES.contains(preposition)
                && isNamed(s, child)
                && !TimeExpressionResolver.isDay(s.form(child))
                && s.tag(child) != PosTag.CD;
        return where && place < 0 ? child : place;
    }

    static boolean isNamed(ParsedSentence s, int noun) {
        return noun >= 0 && (s.tag(noun).isName() || hasName(s, noun));
    }

    private static boolean hasName(ParsedSentence s, int noun) {
        for (int child = s.firstChild(noun); child >= 0; child = s.nextSibling(child)) {
            if (s.tag(child).isName() && !TimeExpressionResolver.isDay(s.form(child))) {
                return true;
            }
        }
        return false;
    }

    static String preposition(ParsedSentence s, int noun) {
        int preposition = s.child(noun, CASE);
        return preposition < 0 || preposition > noun ? "" : s.form(preposition).toLowerCase(Locale.ROOT);
    }

    /** Adds a noun and those coordinated with it. */
    static void add(ParsedSentence s, List<Integer> sides, int noun) {
        if (noun < 0 || sides.contains(noun)) {
            return;
        }
        sides.add(noun);
        for (int child = s.firstChild(noun);
                child >= 0 && sides.size() < MAX_PARTICIPANTS;
                child = s.nextSibling(child)) {
            if (s.relation(child) == CONJ && s.tag(child).isNoun()) {
                sides.add(child);
            }
        }
    }

    /** The extent of a noun's phrase, without the nouns coordinated with it and without clauses. */
    static CharSpan phrase(ParsedSentence s, int noun) {
        CharSpan whole = NounPhraseSpans.noun(s, noun);
        for (int child = s.firstChild(noun); child >= 0; child = s.nextSibling(child)) {
            boolean ends = s.relation(child) == CONJ
                    || s.relation(child) == DependencyRelation.ACL
                    || s.relation(child) == DependencyRelation.RELCL;
            if (child > noun && ends && s.left(child) > noun) {
                int last = s.left(child) - 1;
                return last <= noun
                        ? new CharSpan(Math.min(whole.start(), s.start(noun)), s.end(noun))
                        : new CharSpan(
                                whole.start(),
                                Math.min(
                                        whole.end(),
                                        NounPhraseSpans.span(s, noun, last).end()));
            }
        }
        return whole;
    }
}
