package org.rostrum.extraction.event;

import static org.rostrum.extraction.syntax.DependencyRelation.ADVMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.AUX;
import static org.rostrum.extraction.syntax.DependencyRelation.CONJ;
import static org.rostrum.extraction.syntax.DependencyRelation.MARK;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

import java.util.Locale;
import java.util.Set;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;

/** Classifies whether what a verb reports is real: it may be negated, merely possible or wanted, or still to come. */
final class EventModality {

    /** How many heads above a verb are searched for what makes it unreal. */
    private static final int MAX_STEPS = 4;

    private static final Set<String> MODALS =
            Set.of("may", "might", "could", "would", "should", "can", "must", "cannot");
    private static final Set<String> NEGATIONS = Set.of("not", "n't", "n’t", "never", "no", "without", "neither");
    /** Words that leave open whether their complement comes true. */
    private static final Set<String> WISHES = Set.of(
            "want",
            "wants",
            "wanted",
            "refuse",
            "refused",
            "refuses",
            "hope",
            "hopes",
            "hoped",
            "seek",
            "seeks",
            "sought",
            "try",
            "tried",
            "tries",
            "urge",
            "urged",
            "urges",
            "ask",
            "asked",
            "asks",
            "demand",
            "demanded",
            "demands",
            "consider",
            "considered",
            "considering",
            "threaten",
            "threatened",
            "threatens",
            "threatening",
            "decide",
            "decided",
            "decides",
            "willing",
            "ready",
            "prepared",
            "able",
            "offer",
            "offered",
            "offers",
            "propose",
            "proposed",
            "proposes",
            "call",
            "called",
            "calls",
            "suggest",
            "suggested",
            "fail",
            "failed",
            "fails",
            "decline",
            "declined",
            "declines",
            "invite",
            "invited");
    /** Verbs whose object does not come about. */
    private static final Set<String> UNDONE = Set.of(
            "suspended",
            "suspends",
            "cancelled",
            "canceled",
            "postponed",
            "rejected",
            "rejects",
            "refused",
            "opposed",
            "ruled",
            "delayed",
            "halted",
            "demanded",
            "demands",
            "wants",
            "wanted",
            "proposed",
            "proposes",
            "urged",
            "seek",
            "sought",
            "seeks",
            "avoided",
            "avoid",
            "prevent",
            "prevented");

    private EventModality() {}

    /** Whether a verb reports something that did not happen or only may: negated, conditional, or wanted. */
    static boolean isUnreal(ParsedSentence s, int verb) {
        int at = verb;
        for (int steps = 0; at >= 0 && steps < MAX_STEPS; steps++) {
            for (int child = s.firstChild(at); child >= 0; child = s.nextSibling(child)) {
                String form = s.form(child).toLowerCase(Locale.ROOT);
                boolean unreal = s.relation(child) == AUX && MODALS.contains(form)
                        || s.relation(child) == ADVMOD && NEGATIONS.contains(form)
                        || s.relation(child) == MARK
                                && child < at
                                && (form.equals("if") || form.equals("unless") || form.equals("whether"));
                if (unreal) {
                    return true;
                }
            }
            String word = s.form(at).toLowerCase(Locale.ROOT);
            if (steps > 0 && WISHES.contains(word) || at == verb && UNDONE.contains(word)) {
                return true;
            }
            DependencyRelation relation = s.relation(at);
            at = relation == XCOMP || relation == CONJ || relation == DependencyRelation.ACL && s.tag(at) == PosTag.VB
                    ? s.head(at)
                    : -1;
        }
        return false;
    }

    /** Whether a verb reports something planned: "will meet", "is expected to meet". */
    static boolean isFuture(ParsedSentence s, int verb) {
        int at = verb;
        for (int steps = 0; at >= 0 && steps < MAX_STEPS; steps++) {
            for (int child = s.firstChild(at); child >= 0; child = s.nextSibling(child)) {
                if (s.relation(child) == AUX
                        && (s.form(child).equals("will")
                                || s.form(child).equals("’ll")
                                || s.form(child).equals("'ll"))) {
                    return true;
                }
            }
            String word = s.form(at).toLowerCase(Locale.ROOT);
            if (steps > 0
                    && (word.equals("expected")
                            || word.equals("due")
                            || word.equals("set")
                            || word.equals("scheduled")
                            || word.equals("plans")
                            || word.equals("planned"))) {
                return true;
            }
            at = s.relation(at) == XCOMP || s.relation(at) == CONJ ? s.head(at) : -1;
        }
        return false;
    }
}
