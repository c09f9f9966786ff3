package org.rostrum.extraction.phrase;

import static org.rostrum.extraction.syntax.DependencyRelation.AGENT;
import static org.rostrum.extraction.syntax.DependencyRelation.AUX;
import static org.rostrum.extraction.syntax.DependencyRelation.AUXPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.CONJ;
import static org.rostrum.extraction.syntax.DependencyRelation.COP;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.POSS;
import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

import java.util.Locale;
import java.util.Set;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;

/**
 * Finds who does what a verb or an adjective says: its subject in the parse tree, and where the tree has none, the noun
 * that stands in its place.
 */
public final class SubjectFinder {

    /** How many heads above a verb without a subject of its own are searched. */
    private static final int MAX_STEPS = 6;
    /** What statements are made in: texts and occasions, which do not speak themselves. */
    private static final Set<String> DOCUMENTS = Set.of(
            "statement",
            "statements",
            "tweet",
            "tweets",
            "letter",
            "letters",
            "post",
            "posts",
            "email",
            "emails",
            "e-mail",
            "memo",
            "message",
            "messages",
            "video",
            "ad",
            "ads",
            "speech",
            "speeches",
            "interview",
            "conference",
            "remarks",
            "comments",
            "release",
            "note",
            "op-ed",
            "editorial",
            "column",
            "article",
            "series",
            "testimony",
            "call",
            "news");

    /** What shows others speaking: "footage of Ghani saying". */
    private static final Set<String> RECORDINGS =
            Set.of("footage", "video", "videos", "clip", "clips", "recording", "recordings", "audio", "images");

    private SubjectFinder() {}

    /**
     * The head of the subject of a verb or an adjective, as a token of the sentence; -1 where the sentence does not
     * say.
     */
    public static int subject(ParsedSentence sentence, int verb) {
        int shown = inRecording(sentence, verb);
        int subject = shown >= 0 ? shown : outsideParenthesis(sentence, subject(sentence, verb, 0), verb);
        if (subject >= 0 && TimeExpressionResolver.isDay(sentence.form(subject))) {
            return -1;
        }
        return shown >= 0 ? shown : beforeApposition(sentence, subject, verb);
    }

    /** "Ghani, head of the council said": the name before a description that the parser took for the subject. */
    private static int beforeApposition(ParsedSentence s, int subject, int verb) {
        int left = subject < 0 || s.tag(subject).isName() ? 0 : s.left(subject);
        left += subject > left && NounPhraseSpans.isPunctuation(s, left) ? 1 : 0;
        if (left < 2 || !s.form(left - 1).equals(",") || !s.tag(left - 2).isName()) {
            return subject;
        }
        int name = left - 2;
        while (s.head(name) >= 0 && s.head(name) < name && s.tag(s.head(name)).isName()) {
            name = s.head(name);
        }
        return s.head(name) == verb && s.relation(name) == NSUBJ ? name : subject;
    }

    /**
     * "Footage of Ashraf Ghani saying": the head of the name right before a participle, wherever the parser attached
     * that; -1 for none.
     */
    private static int inRecording(ParsedSentence s, int verb) {
        int at = verb - 1;
        while (s.tag(verb) == PosTag.VBG && at > 1 && s.tag(at).isName()) {
            at--;
        }
        boolean recording = at > 0
                && at < verb - 1
                && s.form(at).equals("of")
                && RECORDINGS.contains(s.form(at - 1).toLowerCase(Locale.ROOT));
        return recording ? at + 1 : -1;
    }

    /**
     * "Ghani, who fled, said", "Ghani, at a rally, said": the noun before the commas, where the parser takes "who" or
     * the phrase's noun for the subject.
     */
    private static int outsideParenthesis(ParsedSentence s, int subject, int verb) {
        if (subject < 1 || verb <= subject || !s.form(verb - 1).equals(",")) {
            return subject;
        }
        int first = s.left(subject);
        while (first < subject && NounPhraseSpans.isPunctuation(s, first)) {
            first++;
        }
        boolean phrase = s.tag(first) == PosTag.WP || s.tag(first) == PosTag.IN;
        boolean parenthetical = phrase
                && first > 1
                && s.form(first - 1).equals(",")
                && s.tag(first - 2).isNoun();
        if (!parenthetical) {
            return subject;
        }
        int noun = first - 2;
        for (int up = s.head(noun); up >= 0 && up < subject && s.tag(up).isNoun(); up = s.head(noun)) {
            noun = up;
        }
        return noun;
    }

    private static int subject(ParsedSentence s, int verb, int steps) {
        if (steps > MAX_STEPS || verb < 0) {
            return -1;
        }
        int own = nearest(s, verb);
        if (own >= 0) {
            return own;
        }
        if (s.child(verb, NSUBJPASS) >= 0 || s.child(verb, AUXPASS) >= 0) {
            return s.child(verb, AGENT);
        }
        int head = s.head(verb);
        if (head < 0) {
            return -1;
        }
        boolean afterRelativeClause = s.relation(verb) == CONJ
                && s.relation(head) == RELCL
                && verb > 0
                && s.form(verb - 1).equals(",")
                && s.tag(verb).isFinite();
        if (afterRelativeClause && s.head(head) >= 0) {
            // "Tusk, whom Merz met, said"
            return s.head(head);
        }
        return switch (s.relation(verb)) {
            case CONJ ->
                s.tag(head).isNoun() && s.child(head, NSUBJ) < 0 && s.child(head, COP) < 0 && s.relation(head) != CONJ
                        ? -1
                        : coordinated(s, head, steps);
            case XCOMP -> {
                int object = s.child(head, OBJ);
                yield object >= 0 && object < verb ? object : subject(s, head, steps + 1);
            }
            case CCOMP, ADVCL, PARATAXIS -> ofClause(s, head, steps);
            case ACL ->
                s.tag(verb) == PosTag.VBD
                        ? before(s, verb)
                        : s.tag(verb) == PosTag.VBG
                                ? author(s, head, steps)
                                : s.tag(verb) == PosTag.VB ? possessor(s, head, steps) : -1;
            case RELCL -> head;
            default -> -1;
        };
    }

    /** The subject of a verb to which another is coordinated; not the "who" of a relative clause between them. */
    private static int coordinated(ParsedSentence s, int verb, int steps) {
        for (int child = s.firstChild(verb); child >= 0 && child < verb; child = s.nextSibling(child)) {
            if (s.relation(child) == NSUBJ && s.tag(child) != PosTag.WP && s.tag(child) != PosTag.WDT) {
                return child;
            }
        }
        return subject(s, verb, steps + 1);
    }

    /** The subject nearest to a verb: the parser may attach that of the enclosing clause as well. */
    private static int nearest(ParsedSentence s, int verb) {
        int nearest = -1;
        for (int child = s.firstChild(verb); child >= 0; child = s.nextSibling(child)) {
            if (s.relation(child) == NSUBJ && (child < verb || nearest < 0)) {
                nearest = child;
            }
        }
        return nearest;
    }

    /** The subject of the clause that another depends on; of a passive one the grammatical subject. */
    private static int ofClause(ParsedSentence s, int verb, int steps) {
        int passive = s.child(verb, NSUBJPASS);
        return passive >= 0 ? passive : subject(s, verb, steps + 1);
    }

    /**
     * Who speaks in what a noun names: the possessor or the maker of a statement; the noun itself where it can speak.
     */
    private static int author(ParsedSentence s, int noun, int steps) {
        if (!DOCUMENTS.contains(s.form(noun).toLowerCase(Locale.ROOT))) {
            return noun;
        }
        int author = possessor(s, noun, steps);
        if (author < 0 && s.head(noun) >= 0 && s.relation(noun) == DependencyRelation.NMOD) {
            author = possessor(s, s.head(noun), steps);
        }
        if (author < 0 && s.relation(noun) == DependencyRelation.OBL && s.head(noun) >= 0) {
            author = subject(s, s.head(noun), steps + 1);
        }
        return author >= 0 ? author : noun;
    }

    private static int possessor(ParsedSentence s, int noun, int steps) {
        int possessor = s.child(noun, POSS);
        if (possessor >= 0) {
            return possessor;
        }
        DependencyRelation relation = s.relation(noun);
        return relation == OBJ || relation == XCOMP ? subject(s, s.head(noun), steps + 1) : -1;
    }

    /**
     * The head of a noun or pronoun right before a verb and its auxiliaries, taken for the subject where the tree has
     * none; -1 for none.
     */
    public static int before(ParsedSentence s, int verb) {
        int at = verb - 1;
        while (at > 0
                && (s.head(at) == verb && !s.tag(at).isNoun() && s.tag(at) != PosTag.PRP
                        || s.tag(at) == PosTag.RB
                        || s.tag(at) == PosTag.MD)) {
            at--;
        }
        if (at > 1 && s.tag(at) == PosTag.RIGHT_BRACKET) {
            while (at > 1 && s.tag(at) != PosTag.LEFT_BRACKET) {
                at--;
            }
            at--;
        }
        if (at > 1 && s.form(at).equals(",")) {
            int opening = at - 1;
            while (opening > 0 && !s.form(opening).equals(",")) {
                opening--;
            }
            at = opening - 1;
        }
        boolean numbered = at > 1 && s.tag(at) == PosTag.CD && s.form(at - 1).equals("of");
        boolean named = at >= 0 && (s.tag(at).isNoun() || s.tag(at) == PosTag.PRP || numbered);
        boolean bare = s.tag(verb) == PosTag.VBN && s.child(verb, AUX) < 0 && s.child(verb, AUXPASS) < 0;
        if (!named || !s.tag(verb).isFinite() && !bare || TimeExpressionResolver.isDay(s.form(at))) {
            return -1;
        }
        int head = at;
        for (int steps = 0;
                steps < MAX_STEPS
                        && s.head(head) >= 0
                        && s.head(head) < verb
                        && (s.tag(s.head(head)).isNoun() || numbered);
                steps++) {
            head = s.head(head);
        }
        int left = s.left(head);
        boolean apposition = !s.tag(head).isName()
                && left > 1
                && s.form(left - 1).equals(",")
                && s.tag(left - 2).isName();
        return apposition ? left - 2 : head;
    }

    /**
     * The object right after a verb, which may be a subject in inversion that the parser took for an object: "said
     * Graham"; -1 for none.
     */
    public static int objectAfter(ParsedSentence s, int verb) {
        int object = s.child(verb, OBJ);
        return object > verb && s.left(object) == verb + 1 ? object : -1;
    }

    /** Whether a verb is in the passive voice. */
    public static boolean isPassive(ParsedSentence s, int verb) {
        return s.tag(verb) == PosTag.VBN && (s.child(verb, NSUBJPASS) >= 0 || s.child(verb, AUXPASS) >= 0);
    }
}
