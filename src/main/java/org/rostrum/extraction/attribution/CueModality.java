package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.ADVCL;
import static org.rostrum.extraction.syntax.DependencyRelation.AUX;
import static org.rostrum.extraction.syntax.DependencyRelation.AUXPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.CONJ;
import static org.rostrum.extraction.syntax.DependencyRelation.DISCOURSE;
import static org.rostrum.extraction.syntax.DependencyRelation.MARK;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

import java.util.Locale;
import java.util.Set;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.graph.value.Modality;

/** Classifies whether a cue reports that something was said, was not said, may be said, or is to be said. */
final class CueModality {

    /** How many heads above a cue are searched for what its modality depends on. */
    private static final int MAX_STEPS = 4;

    private static final Set<String> NEGATIONS =
            Set.of("not", "n't", "n’t", "never", "nor", "neither", "no", "nobody", "none");
    private static final Set<String> MODALS =
            Set.of("may", "might", "could", "would", "should", "can", "must", "ought", "'d", "’d");
    private static final Set<String> FUTURES = Set.of("will", "wo", "'ll", "’ll", "shall");
    private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether", "lest");
    /** Verbs whose complement does not come about. */
    private static final Set<String> REFUSALS = Set.of(
            "decline",
            "declines",
            "declined",
            "declining",
            "refuse",
            "refuses",
            "refused",
            "refusing",
            "fail",
            "fails",
            "failed",
            "failing",
            "avoid",
            "avoids",
            "avoided",
            "avoiding",
            "neglected",
            "omitted",
            "unable",
            "unwilling",
            "reluctant");
    /** Words that leave open whether their complement comes about. */
    private static final Set<String> WISHES = Set.of(
            "want",
            "wants",
            "wanted",
            "wish",
            "wishes",
            "hope",
            "hopes",
            "hoped",
            "seek",
            "seeks",
            "sought",
            "try",
            "tries",
            "tried",
            "need",
            "needs",
            "needed",
            "threaten",
            "threatens",
            "threatened",
            "ready",
            "prepared",
            "willing",
            "likely",
            "unlikely",
            "obliged",
            "urged",
            "asked",
            "told",
            "allowed",
            "able",
            "free");
    /** Words that put off their complement. */
    private static final Set<String> PLANS = Set.of(
            "plan",
            "plans",
            "planned",
            "planning",
            "intend",
            "intends",
            "intended",
            "expected",
            "expects",
            "due",
            "set",
            "scheduled",
            "going",
            "about",
            "poised",
            "vowed",
            "promised",
            "pledged",
            "agreed");
    /** Determiners of nouns for what nobody said. */
    private static final Set<String> NO = Set.of("no", "without", "neither", "nor");

    private CueModality() {}

    /** The modality of a cue by its auxiliaries, its conjunction and the verbs that it depends on. */
    static Modality of(ParsedSentence s, int word) {
        if (isAsked(s, word)) {
            return Modality.HYPOTHETICAL;
        }
        int at = word;
        for (int steps = 0; at >= 0 && steps < MAX_STEPS; steps++) {
            Modality own = byDependents(s, at);
            if (own != Modality.ASSERTED) {
                return own;
            }
            DependencyRelation relation = s.relation(at);
            boolean infinitive = s.tag(at) == PosTag.VB && hasTo(s, at);
            boolean complement = relation == XCOMP && (infinitive || s.tag(at) == PosTag.VBG);
            int head = s.head(at);
            if (head >= 0 && (complement || infinitive && (relation == ACL || relation == ADVCL))) {
                Modality above = byHead(s.form(head).toLowerCase(Locale.ROOT));
                if (above != Modality.ASSERTED) {
                    return above;
                }
                if (relation == ACL) {
                    // "The decision to recognise", "a chance to ask": it is not said that it was done.
                    return Modality.HYPOTHETICAL;
                }
            }
            at = complement || relation == CONJ && !s.tag(at).isFinite() && !hasSubject(s, at) ? head : -1;
        }
        return Modality.ASSERTED;
    }

    /** "Did the minister say …?" */
    private static boolean isAsked(ParsedSentence s, int word) {
        int subject = s.child(word, DependencyRelation.NSUBJ);
        int auxiliary = s.child(word, AUX);
        return auxiliary >= 0
                && auxiliary < subject
                && subject < word
                && s.form(s.size() - 1).equals("?");
    }

    private static Modality byDependents(ParsedSentence s, int at) {
        Modality modality = Modality.ASSERTED;
        for (int child = s.firstChild(at); child >= 0; child = s.nextSibling(child)) {
            if (child > at) {
                break;
            }
            String form = s.form(child).toLowerCase(Locale.ROOT);
            boolean auxiliary = s.relation(child) == AUX || s.relation(child) == AUXPASS;
            boolean negates = NEGATIONS.contains(form) && s.relation(child) != DISCOURSE && !isIdiom(s, child);
            if (negates || s.tag(at).isNoun() && NO.contains(form)) {
                return Modality.NEGATED;
            }
            if (auxiliary && form.equals("cannot") || s.relation(child) == MARK && form.equals("without")) {
                return Modality.NEGATED;
            }
            boolean condition = s.relation(child) == MARK && CONDITIONS.contains(form) && !hasComma(s, child, at);
            if (condition || auxiliary && MODALS.contains(form)) {
                modality = Modality.HYPOTHETICAL;
            } else if (auxiliary && FUTURES.contains(form) && modality == Modality.ASSERTED) {
                modality = Modality.FUTURE;
            }
        }
        return modality;
    }

    private static boolean hasComma(ParsedSentence s, int from, int to) {
        for (int at = from; at < to; at++) {
            if (s.form(at).equals(",")) {
                return true;
            }
        }
        return false;
    }

    /** "Not only said", "no longer". */
    private static boolean isIdiom(ParsedSentence s, int negation) {
        return negation + 1 < s.size() && s.form(negation + 1).equals("only");
    }

    private static Modality byHead(String head) {
        if (REFUSALS.contains(head)) {
            return Modality.NEGATED;
        }
        if (PLANS.contains(head)) {
            return Modality.FUTURE;
        }
        return WISHES.contains(head) ? Modality.HYPOTHETICAL : Modality.ASSERTED;
    }

    private static boolean hasTo(ParsedSentence s, int verb) {
        for (int child = s.firstChild(verb); child >= 0 && child < verb; child = s.nextSibling(child)) {
            if (s.tag(child) == PosTag.TO) {
                return true;
            }
        }
        return verb > 0 && s.tag(verb - 1) == PosTag.TO;
    }

    private static boolean hasSubject(ParsedSentence s, int verb) {
        return s.child(verb, DependencyRelation.NSUBJ) >= 0 || s.child(verb, DependencyRelation.NSUBJPASS) >= 0;
    }
}
