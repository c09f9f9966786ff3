package org.rostrum.extraction;

import static org.rostrum.extraction.syntax.Relation.IOBJ;
import static org.rostrum.extraction.syntax.Relation.OBJ;
import static org.rostrum.extraction.syntax.Relation.OBL;

import java.util.Set;
import org.rostrum.extraction.Finding.Span;
import org.rostrum.extraction.syntax.Sentence;

/** Which verbs name whom something is said to, and how. */
final class Addressing {

  /** As an object: "told reporters". */
  static final Set<String> VERBS = Set.of("tell", "ask", "urge", "warn", "assure", "inform", "notify", "remind", "advise", "implore", "beg",
      "exhort", "encourage", "order", "command", "instruct", "promise", "invite", "caution", "answer");
  /** Behind "to": "said to reporters". */
  static final Set<String> TO = Set.of("say", "write", "explain", "announce", "speak", "talk", "reply", "respond", "suggest", "propose",
      "recommend", "admit", "confess", "complain", "appeal", "apologize", "apologise", "report", "shout", "whisper", "post");

  private Addressing() {}

  /** Whom something is said to; null where nobody is named. */
  static Span addressee(Sentence s, int verb, CueEntry entry, int source) {
    int object = s.child(verb, IOBJ) > verb ? s.child(verb, IOBJ) : s.child(verb, OBJ);
    if (VERBS.contains(entry.lemma()) && object > verb && object != source) {
      return Phrases.noun(s, object);
    }
    if (!TO.contains(entry.lemma())) {
      return null;
    }
    for (int child = s.firstChild(verb); child >= 0; child = s.nextSibling(child)) {
      if (child > verb && s.relation(child) == OBL && s.form(s.left(child)).equals("to")) {
        return Phrases.noun(s, child);
      }
    }
    return null;
  }
}
