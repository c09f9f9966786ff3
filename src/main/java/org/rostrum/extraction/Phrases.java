package org.rostrum.extraction;

import static org.rostrum.extraction.syntax.Relation.ACL;
import static org.rostrum.extraction.syntax.Relation.ADVCL;
import static org.rostrum.extraction.syntax.Relation.AGENT;
import static org.rostrum.extraction.syntax.Relation.APPOS;
import static org.rostrum.extraction.syntax.Relation.AUX;
import static org.rostrum.extraction.syntax.Relation.AUXPASS;
import static org.rostrum.extraction.syntax.Relation.CASE;
import static org.rostrum.extraction.syntax.Relation.CC;
import static org.rostrum.extraction.syntax.Relation.CCOMP;
import static org.rostrum.extraction.syntax.Relation.CONJ;
import static org.rostrum.extraction.syntax.Relation.COP;
import static org.rostrum.extraction.syntax.Relation.NSUBJ;
import static org.rostrum.extraction.syntax.Relation.NSUBJPASS;
import static org.rostrum.extraction.syntax.Relation.OBJ;
import static org.rostrum.extraction.syntax.Relation.PARATAXIS;
import static org.rostrum.extraction.syntax.Relation.POSS;
import static org.rostrum.extraction.syntax.Relation.PUNCT;
import static org.rostrum.extraction.syntax.Relation.RELCL;
import static org.rostrum.extraction.syntax.Relation.XCOMP;

import java.util.Locale;
import java.util.Set;
import org.rostrum.extraction.Finding.Span;
import org.rostrum.extraction.syntax.Relation;
import org.rostrum.extraction.syntax.Sentence;
import org.rostrum.extraction.syntax.Tag;

/** Reads phrases off a sentence's tree: who does what a verb tells, from where to where a noun's phrase goes. */
final class Phrases {

  /** How far up a tree the subject of a verb without one of its own is looked for. */
  private static final int HIGHEST = 6;

  /** What somebody speaks in. */
  private static final Set<String> DOCUMENTS = Set.of("statement", "statements", "tweet", "tweets", "letter", "letters", "post", "posts",
      "email", "emails", "e-mail", "memo", "message", "messages", "video", "ad", "ads", "speech", "speeches", "interview", "conference",
      "remarks", "comments", "release", "note", "op-ed", "editorial", "column", "article", "series", "testimony", "call", "news");

  private Phrases() {}

  /** Who does what a verb or an adjective tells: the main word; -1 where the sentence does not say. */
  static int subject(Sentence sentence, int verb) {
    int subject = ofAside(sentence, subject(sentence, verb, 0), verb);
    return subject >= 0 && Dates.isDay(sentence.form(subject)) ? -1 : subject;
  }

  /** "Ghani, who fled, said": the one before the aside, where the parser takes its "who" for the subject. */
  private static int ofAside(Sentence s, int subject, int verb) {
    boolean aside = subject > 1 && s.tag(subject) == Tag.WP && s.form(subject - 1).equals(",") && s.tag(subject - 2).isNoun()
        && verb > subject && s.form(verb - 1).equals(",");
    if (!aside) {
      return subject;
    }
    int noun = subject - 2;
    for (int up = s.head(noun); up >= 0 && up < subject && s.tag(up).isNoun(); up = s.head(noun)) {
      noun = up;
    }
    return noun;
  }

  private static int subject(Sentence s, int verb, int steps) {
    if (steps > HIGHEST || verb < 0) {
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
    boolean behindAside = s.relation(verb) == CONJ && s.relation(head) == RELCL && verb > 0 && s.form(verb - 1).equals(",") && s.tag(verb).isFinite();
    if (behindAside && s.head(head) >= 0) {
      // "Tusk, whom Merz met, said"
      return s.head(head);
    }
    return switch (s.relation(verb)) {
      case CONJ -> s.tag(head).isNoun() && s.child(head, NSUBJ) < 0 && s.child(head, COP) < 0 && s.relation(head) != CONJ ? -1 : joined(s, head, steps);
      case XCOMP -> {
        int object = s.child(head, OBJ);
        yield object >= 0 && object < verb ? object : subject(s, head, steps + 1);
      }
      case CCOMP, ADVCL, PARATAXIS -> active(s, head, steps);
      case ACL -> s.tag(verb) == Tag.VBD ? before(s, verb) : s.tag(verb) == Tag.VBG ? author(s, head, steps) : s.tag(verb) == Tag.VB ? possessor(s, head, steps) : -1;
      case RELCL -> head;
      default -> -1;
    };
  }

  /** The subject of a verb that another joins; not the "who" of a clause between. */
  private static int joined(Sentence s, int verb, int steps) {
    for (int child = s.firstChild(verb); child >= 0 && child < verb; child = s.nextSibling(child)) {
      if (s.relation(child) == NSUBJ && s.tag(child) != Tag.WP && s.tag(child) != Tag.WDT) {
        return child;
      }
    }
    return subject(s, verb, steps + 1);
  }

  /** The subject next to a verb: a parser may give it that of the clause around it as well. */
  private static int nearest(Sentence s, int verb) {
    int nearest = -1;
    for (int child = s.firstChild(verb); child >= 0; child = s.nextSibling(child)) {
      if (s.relation(child) == NSUBJ && (child < verb || nearest < 0)) {
        nearest = child;
      }
    }
    return nearest;
  }

  /** The subject of a clause that another hangs on; for a passive one that what it tells of. */
  private static int active(Sentence s, int verb, int steps) {
    int passive = s.child(verb, NSUBJPASS);
    return passive >= 0 ? passive : subject(s, verb, steps + 1);
  }

  /** Who speaks in what a noun names: whose statement it is, or who made it, or itself where it can speak. */
  private static int author(Sentence s, int noun, int steps) {
    if (!DOCUMENTS.contains(s.form(noun).toLowerCase(Locale.ROOT))) {
      return noun;
    }
    int author = possessor(s, noun, steps);
    if (author < 0 && s.head(noun) >= 0 && s.relation(noun) == Relation.NMOD) {
      author = possessor(s, s.head(noun), steps);
    }
    if (author < 0 && s.relation(noun) == Relation.OBL && s.head(noun) >= 0) {
      author = subject(s, s.head(noun), steps + 1);
    }
    return author >= 0 ? author : noun;
  }

  private static int possessor(Sentence s, int noun, int steps) {
    int possessor = s.child(noun, POSS);
    if (possessor >= 0) {
      return possessor;
    }
    Relation relation = s.relation(noun);
    return relation == OBJ || relation == XCOMP ? subject(s, s.head(noun), steps + 1) : -1;
  }

  /** A noun or pronoun right before a verb and its auxiliaries, taken for its subject where the tree has none; -1 for none. */
  static int before(Sentence s, int verb) {
    int at = verb - 1;
    while (at > 0 && (s.head(at) == verb && !s.tag(at).isNoun() && s.tag(at) != Tag.PRP || s.tag(at) == Tag.RB || s.tag(at) == Tag.MD)) {
      at--;
    }
    if (at > 1 && s.form(at).equals(",")) {
      int opening = at - 1;
      while (opening > 0 && !s.form(opening).equals(",")) {
        opening--;
      }
      at = opening - 1;
    }
    boolean named = at >= 0 && (s.tag(at).isNoun() || s.tag(at) == Tag.PRP);
    boolean bare = s.tag(verb) == Tag.VBN && s.child(verb, AUX) < 0 && s.child(verb, AUXPASS) < 0;
    if (!named || !s.tag(verb).isFinite() && !bare || Dates.isDay(s.form(at))) {
      return -1;
    }
    int head = at;
    for (int steps = 0; steps < HIGHEST && s.head(head) >= 0 && s.head(head) < verb && s.tag(s.head(head)).isNoun(); steps++) {
      head = s.head(head);
    }
    return head;
  }

  /** The main word of the first noun phrase that begins at a word or soon behind it; -1 for none. */
  static int first(Sentence s, int from) {
    for (int at = from; at < s.size(); at++) {
      Tag tag = s.tag(at);
      if (tag.isNoun() && !Dates.isDay(s.form(at)) || tag == Tag.PRP || tag == Tag.CD && at == from) {
        int head = at;
        for (int up = s.head(head); up >= from && s.tag(up).isNoun() && s.left(up) >= from && !stopBetween(s, head, up); up = s.head(head)) {
          head = up;
        }
        return head;
      }
      boolean before = tag == Tag.DT || tag == Tag.JJ || tag == Tag.PRPS || tag == Tag.CD || tag == Tag.JJS || tag == Tag.JJR
          || isMark(s, at) || tag == Tag.VBN || tag == Tag.VBG || tag == Tag.RB;
      if (!before) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean stopBetween(Sentence s, int one, int other) {
    for (int at = Math.min(one, other) + 1; at < Math.max(one, other); at++) {
      if (s.form(at).equals(".")) {
        return true;
      }
    }
    return false;
  }

  /** The object right behind a verb, which may be a subject that the parser took for one: "said Graham"; -1 for none. */
  static int objectBehind(Sentence s, int verb) {
    int object = s.child(verb, OBJ);
    return object > verb && s.left(object) == verb + 1 ? object : -1;
  }

  /** Whether a verb tells what is done to its subject. */
  static boolean isPassive(Sentence s, int verb) {
    return s.tag(verb) == Tag.VBN && (s.child(verb, NSUBJPASS) >= 0 || s.child(verb, AUXPASS) >= 0);
  }

  /** A noun's phrase with titles and appositives, without clauses that hang on it. */
  static Span noun(Sentence s, int head) {
    int lo = head;
    for (int child = s.firstChild(head); child >= 0 && child < head; child = s.nextSibling(child)) {
      Relation relation = s.relation(child);
      if (relation != CASE && relation != PUNCT && relation != CC && relation != Relation.MARK && relation != ADVCL && relation != COP
          && relation != NSUBJ && relation != AUX && relation != Relation.DISCOURSE && relation != PARATAXIS && s.left(child) < lo
          && !(relation == Relation.ADVMOD && child == s.left(child) && s.tag(child) == Tag.RB && s.tag(head).isName())) {
        lo = Math.min(lo, s.left(child));
      }
    }
    while (lo < head && s.tag(lo) == Tag.IN && s.relation(lo) == CASE) {
      lo++;
    }
    lo = withBefore(s, lo);
    int hi = head;
    for (int child = s.firstChild(head); child >= 0; child = s.nextSibling(child)) {
      if (child < head) {
        continue;
      }
      Relation relation = s.relation(child);
      if (relation == PUNCT && !s.form(child).equals("’") && !s.form(child).equals("'")) {
        continue;
      }
      boolean clause = relation == RELCL || relation == ADVCL || relation == PARATAXIS || relation == CCOMP || relation == Relation.DEP
          || relation == COP || relation == Relation.CSUBJ || relation == NSUBJ || relation == AUX || relation == Relation.OBL
          || relation == XCOMP || relation == Relation.ADVMOD || relation == CASE && s.tag(child) != Tag.POS && s.tag(child) != Tag.IN
          || relation == ACL && s.left(child) > hi + 1 || relation == CONJ && s.tag(child).isVerb();
      if (clause) {
        break;
      }
      if (relation == CASE) {
        continue;
      }
      hi = s.right(child);
      if (relation == APPOS) {
        hi = Math.max(child, lastOf(s, child));
      }
    }
    for (int at = lo + 1; at <= hi; at++) {
      if (at > head && s.tag(at).isFinite() || s.form(at).equals(".")) {
        hi = at - 1;
      }
    }
    while (hi + 1 < s.size() && s.tag(hi).isName() && s.tag(hi + 1).isName()) {
      hi++;
    }
    return span(s, lo, hi);
  }

  /** Nouns right before a phrase belong to it, wherever the parser hangs them, and whose it is: "Finland's foreign | ministry". */
  private static int withBefore(Sentence s, int from) {
    int lo = from;
    while (lo > 0 && s.tag(lo).isNoun()) {
      Tag before = s.tag(lo - 1);
      boolean part = before.isNoun() || before == Tag.JJ || before == Tag.POS && lo > 1 && s.tag(lo - 2).isName();
      if (!part || Dates.isDay(s.form(lo - 1)) || s.relation(lo - 1) == NSUBJ && before != Tag.POS || s.tag(lo - 1) == Tag.JJ && s.head(lo - 1) < lo - 1) {
        return lo;
      }
      lo = before == Tag.POS ? lo - 2 : lo - 1;
    }
    return lo;
  }

  private static int lastOf(Sentence s, int head) {
    int hi = s.right(head);
    for (int child = s.firstChild(head); child >= 0; child = s.nextSibling(child)) {
      if (child > head && (s.relation(child) == RELCL || s.relation(child) == PARATAXIS || s.relation(child) == ADVCL)) {
        return Math.max(head, s.left(child) - 1);
      }
    }
    return hi;
  }

  /** From one word to another, without the marks at either end. */
  static Span span(Sentence s, int from, int to) {
    int lo = from;
    int hi = to;
    while (lo < hi && isLoose(s, lo) && !opens(s, lo)) {
      lo++;
    }
    while (hi > lo && isLoose(s, hi) && !closes(s, lo, hi)) {
      hi--;
    }
    return new Span(s.start(lo), s.end(hi));
  }

  private static boolean isLoose(Sentence s, int word) {
    char c = s.form(word).charAt(0);
    return !Character.isLetterOrDigit(c) && c != '$' && c != '#' && c != '@' && c != '£' && c != '€' && !Character.isSurrogate(c);
  }

  private static boolean opens(Sentence s, int word) {
    return "“\"«‘([".indexOf(s.form(word).charAt(0)) >= 0 || s.form(word).equals("''") || s.form(word).equals("``");
  }

  /** Whether a mark closes what opened inside of the span. */
  private static boolean closes(Sentence s, int from, int word) {
    char c = s.form(word).charAt(0);
    char opening = switch (c) {
      case ')' -> '(';
      case ']' -> '[';
      case '”' -> '“';
      case '»' -> '«';
      case '’' -> '‘';
      default -> c == '"' || s.form(word).equals("''") ? c : 0;
    };
    if (opening == 0) {
      return false;
    }
    for (int at = word - 1; at >= from; at--) {
      char d = s.form(at).charAt(0);
      if (d == opening || c == '”' && d == '"') {
        return true;
      }
    }
    return false;
  }

  /** Whether a word is a mark; places outside of the sentence are none. */
  static boolean isMark(Sentence s, int word) {
    if (word < 0 || word >= s.size()) {
      return false;
    }
    return s.relation(word) == PUNCT || s.tag(word).isPunctuation();
  }
}
