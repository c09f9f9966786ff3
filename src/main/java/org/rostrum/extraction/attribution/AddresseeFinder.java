package org.rostrum.extraction.attribution;

import static org.rostrum.extraction.syntax.DependencyRelation.IOBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.OBL;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;

/** Finds to whom something is said, as the object of some verbs or after "to". */
final class AddresseeFinder {

    /** As an object: "told reporters". */
    static final Set<String> VERBS = Set.of(
            "tell",
            "ask",
            "urge",
            "warn",
            "assure",
            "inform",
            "notify",
            "remind",
            "advise",
            "implore",
            "beg",
            "exhort",
            "encourage",
            "order",
            "command",
            "instruct",
            "promise",
            "invite",
            "caution",
            "answer");
    /** After "to": "said to reporters". */
    static final Set<String> TO = Set.of(
            "say",
            "write",
            "explain",
            "announce",
            "speak",
            "talk",
            "reply",
            "respond",
            "suggest",
            "propose",
            "recommend",
            "admit",
            "confess",
            "complain",
            "appeal",
            "apologize",
            "apologise",
            "report",
            "shout",
            "whisper",
            "post");

    private AddresseeFinder() {}

    /** The phrase of the addressee; null where none is named. */
    static @Nullable CharSpan addressee(ParsedSentence s, int verb, CueLexiconEntry entry, int source) {
        int object = s.child(verb, IOBJ) > verb ? s.child(verb, IOBJ) : s.child(verb, OBJ);
        if (VERBS.contains(entry.lemma()) && object > verb && object != source) {
            return NounPhraseSpans.noun(s, object);
        }
        if (!TO.contains(entry.lemma())) {
            return null;
        }
        for (int child = s.firstChild(verb); child >= 0; child = s.nextSibling(child)) {
            if (child > verb
                    && s.relation(child) == OBL
                    && s.form(s.left(child)).equals("to")) {
                return NounPhraseSpans.noun(s, child);
            }
        }
        return null;
    }
}
