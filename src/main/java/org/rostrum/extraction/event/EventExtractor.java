package org.rostrum.extraction.event;

import static org.rostrum.extraction.syntax.DependencyRelation.AGENT;
import static org.rostrum.extraction.syntax.DependencyRelation.AUX;
import static org.rostrum.extraction.syntax.DependencyRelation.NMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.OBL;
import static org.rostrum.extraction.syntax.DependencyRelation.POSS;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.phrase.SubjectFinder;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.graph.value.EventType;

/**
 * Finds the events that a sentence reports, past or planned, by the words in {@code events.tsv}: who does it, to whom
 * or with whom, and where. What only may happen and what did not happen is left out.
 */
public final class EventExtractor {

    /**
     * An event in a sentence, by tokens of the sentence.
     *
     * @param type the kind of event
     * @param name what such an event is called: "Meeting"
     * @param trigger the word that reports it
     * @param sources the heads of who does it
     * @param targets the heads of to whom or with whom it is done
     * @param place the head of the place; -1 for none
     * @param future whether it is still to come
     */
    public record EventFinding(
            EventType type,
            String name,
            int trigger,
            List<Integer> sources,
            List<Integer> targets,
            int place,
            boolean future) {}

    private final EventLexicon lexicon = new EventLexicon();

    /** The events that a sentence reports, in order: of each word the first reading that fits. */
    public List<EventFinding> in(ParsedSentence s) {
        List<EventFinding> found = new ArrayList<>();
        for (int at = 0; at < s.size(); at++) {
            for (EventLexicon.Entry entry : lexicon.entries(s.form(at), s.tag(at))) {
                EventFinding event = entry.verb() ? verb(s, at, entry) : noun(s, at, entry);
                if (event != null) {
                    found.add(event);
                    break;
                }
            }
        }
        return found;
    }

    /** The extent of the phrase of a participant or a place, by its head. */
    public static CharSpan phrase(ParsedSentence s, int noun) {
        return EventArguments.phrase(s, noun);
    }

    private @Nullable EventFinding verb(ParsedSentence s, int v, EventLexicon.Entry entry) {
        if (EventModality.isUnreal(s, v)) {
            return null;
        }
        boolean passive = SubjectFinder.isPassive(s, v);
        int object = passive ? s.child(v, NSUBJPASS) : s.child(v, OBJ);
        if (object < 0 && !passive && v + 1 < s.size()) {
            object = NounPhraseSpans.firstNoun(s, v + 1);
        }
        if (entry.name().equals("Call") && s.child(v, XCOMP) >= 0) {
            // "called him a liar"
            return null;
        }
        if (entry.object() != null
                && (object < 0 || !entry.object().matcher(words(s, object)).find())) {
            return null;
        }
        boolean bare = s.tag(v) == PosTag.VBN && !passive && s.child(v, AUX) < 0;
        if (bare && (hasFiniteVerb(s) || v == 0 || !s.tag(v - 1).isNoun())) {
            // "the town occupied by …" describes the town and reports nothing new.
            return null;
        }
        List<Integer> sources = new ArrayList<>();
        EventArguments.add(s, sources, passive ? s.child(v, AGENT) : bare ? v - 1 : EventArguments.agent(s, v));
        for (int child = s.firstChild(v); child >= 0 && child < v && !passive; child = s.nextSibling(child)) {
            // "The government and the front signed": the parser may make each a subject.
            if (s.relation(child) == DependencyRelation.NSUBJ
                    && s.tag(child).isNoun()
                    && !sources.isEmpty()
                    && s.tag(sources.get(0)).isNoun()) {
                EventArguments.add(s, sources, child);
            }
        }
        List<Integer> targets = new ArrayList<>();
        if (entry.sides().contains("O")) {
            EventArguments.add(s, targets, object);
            EventArguments.add(s, targets, s.child(v, DependencyRelation.IOBJ));
        }
        int place = -1;
        for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
            place = EventArguments.addDependent(s, child, entry, targets, place);
        }
        EventArguments.add(s, targets, EventArguments.participantAfter(s, v, entry));
        if (object >= 0) {
            for (int child = s.firstChild(object); child >= 0; child = s.nextSibling(child)) {
                place = EventArguments.addDependent(s, child, entry, targets, place);
            }
            if (entry.type() == EventType.CONSULT && entry.name().equals("Visit") && !passive) {
                place = object;
            }
        }
        place = place < 0 ? EventArguments.placeAfter(s, v) : place;
        boolean alone = entry.type() == EventType.CONSULT && targets.isEmpty() && place < 0 && sources.size() < 2;
        if (alone || sources.isEmpty() && targets.isEmpty()) {
            return null;
        }
        return new EventFinding(entry.type(), entry.name(), v, sources, targets, place, EventModality.isFuture(s, v));
    }

    private @Nullable EventFinding noun(ParsedSentence s, int n, EventLexicon.Entry entry) {
        List<Integer> sources = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        EventArguments.add(s, sources, s.child(n, POSS));
        int place = -1;
        for (int child = s.firstChild(n); child >= 0; child = s.nextSibling(child)) {
            if (s.relation(child) == NMOD
                    && EventArguments.preposition(s, child).equals("by")) {
                EventArguments.add(s, sources, child);
            } else {
                place = EventArguments.addDependent(s, child, entry, targets, place);
            }
            boolean modifier =
                    s.relation(child) == DependencyRelation.AMOD || s.relation(child) == DependencyRelation.COMPOUND;
            if (modifier
                    && entry.type() != EventType.CONSULT
                    && (s.tag(child) == PosTag.JJ || s.tag(child).isName())
                    && Character.isUpperCase(s.form(child).charAt(0))) {
                sources.add(child);
            }
        }
        EventArguments.add(s, targets, EventArguments.participantAfter(s, n, entry));
        int verb = EventArguments.governor(s, n);
        if (verb >= 0
                && entry.type() == EventType.CONSULT
                && targets.isEmpty()
                && s.tag(s.head(n)).isName()) {
            // "told Waltz in a call": the parser may attach the call to either.
            EventArguments.add(s, targets, s.head(n));
        }
        if (verb >= 0
                && entry.type() == EventType.CONSULT
                && targets.isEmpty()
                && s.relation(n) == OBL
                && EventArguments.isNamed(s, s.child(verb, OBJ))) {
            EventArguments.add(s, targets, s.child(verb, OBJ));
        }
        if (verb >= 0) {
            if (EventModality.isUnreal(s, verb)) {
                return null;
            }
            if (sources.isEmpty() && entry.type() == EventType.CONSULT) {
                EventArguments.add(s, sources, EventArguments.agent(s, verb));
            }
            for (int child = s.firstChild(verb); child >= 0 && s.relation(n) == OBL; child = s.nextSibling(child)) {
                if (place < 0
                        && child > n
                        && s.relation(child) == OBL
                        && EventArguments.LOCATIVES.contains(EventArguments.preposition(s, child))
                        && s.tag(child).isName()) {
                    place = child;
                }
            }
        }
        if (sources.isEmpty() && targets.isEmpty()) {
            return null;
        }
        return new EventFinding(
                entry.type(), entry.name(), n, sources, targets, place, verb >= 0 && EventModality.isFuture(s, verb));
    }

    /** Where none is finite, the tagger took the finite verb for a participle. */
    private static boolean hasFiniteVerb(ParsedSentence s) {
        for (int at = 0; at < s.size(); at++) {
            if (s.tag(at).isFinite()) {
                return true;
            }
        }
        return false;
    }

    private static String words(ParsedSentence s, int noun) {
        StringBuilder words = new StringBuilder();
        for (int at = s.left(noun); at <= s.right(noun) && words.length() < 200; at++) {
            words.append(s.form(at)).append(' ');
        }
        return words.toString();
    }
}
