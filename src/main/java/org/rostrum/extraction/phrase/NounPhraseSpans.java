package org.rostrum.extraction.phrase;

import java.util.Locale;
import java.util.Set;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;
import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.ADVCL;
import static org.rostrum.extraction.syntax.DependencyRelation.AGENT;
import static org.rostrum.extraction.syntax.DependencyRelation.APPOS;
import static org.rostrum.extraction.syntax.DependencyRelation.AUX;
import static org.rostrum.extraction.syntax.DependencyRelation.AUXPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.CASE;
import static org.rostrum.extraction.syntax.DependencyRelation.CC;
import static org.rostrum.extraction.syntax.DependencyRelation.CCOMP;
import static org.rostrum.extraction.syntax.DependencyRelation.CONJ;
import static org.rostrum.extraction.syntax.DependencyRelation.COP;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.NSUBJPASS;
import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.PARATAXIS;
import static org.rostrum.extraction.syntax.DependencyRelation.POSS;
import static org.rostrum.extraction.syntax.DependencyRelation.PUNCT;
import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

/** Reads phrases off a sentence's tree: who does what a verb tells, from where to where a noun's phrase goes. */
public final class NounPhraseSpans {

  /** How far up a tree the subject of a verb without one of its own is looked for. */
  private static final int HIGHEST = 6;

  /** What somebody speaks in. */
  private static final Set<String> DOCUMENTS = Set.of("statement", "statements", "tweet", "tweets", "letter", "letters", "post", "posts",
      "email", "emails", "e-mail", "memo", "message", "messages", "video", "ad", "ads", "speech", "speeches", "interview", "conference",
      "remarks", "comments", "release", "note", "op-ed", "editorial", "column", "article", "series", "testimony", "call", "news");

  private NounPhraseSpans() {}

  /** Who does what a verb or an adjective tells: the main word; -1 where the sentence does not say. */
  public static int subject(ParsedSentence sentence, int verb) {
    int subject = ofAside(sentence, subject(sentence, verb, 0), verb);
    return subject >= 0 && TimeExpressionResolver.isDay(sentence.form(subject)) ? -1 : subject;
  }

  /** "Ghani, who fled, said": the one before the aside, where the parser takes its "who" for the subject. */
  private static int ofAside(ParsedSentence s, int subject, int verb) {
    boolean aside = subject > 1 && s.tag(subject) == PosTag.WP && s.form(subject - 1).equals(",") && s.tag(subject - 2).isNoun()
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

  private static int subject(ParsedSentence s, int verb, int steps) {
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
      case ACL -> s.tag(verb) == PosTag.VBD ? before(s, verb) : s.tag(verb) == PosTag.VBG ? author(s, head, steps) : s.tag(verb) == PosTag.VB ? possessor(s, head, steps) : -1;
      case RELCL -> head;
      default -> -1;
    };
  }

  /** The subject of a verb that another joins; not the "who" of a clause between. */
  private static int joined(ParsedSentence s, int verb, int steps) {
    for (int child = s.firstChild(verb); child >= 0 && child < verb; child = s.nextSibling(child)) {
      if (s.relation(child) == NSUBJ && s.tag(child) != PosTag.WP && s.tag(child) != PosTag.WDT) {
        return child;
      }
    }
    return subject(s, verb, steps + 1);
  }

  /** The subject next to a verb: a parser may give it that of the clause around it as well. */
  private static int nearest(ParsedSentence s, int verb) {
    int nearest = -1;
    for (int child = s.firstChild(verb); child >= 0; child = s.nextSibling(child)) {
      if (s.relation(child) == NSUBJ && (child < verb || nearest < 0)) {
        nearest = child;
      }
    }
    return nearest;
  }

  /** The subject of a clause that another hangs on; for a passive one that what it tells of. */
  private static int active(ParsedSentence s, int verb, int steps) {
    int passive = s.child(verb, NSUBJPASS);
    return passive >= 0 ? passive : subject(s, verb, steps + 1);
  }

  /** Who speaks in what a noun names: whose statement it is, or who made it, or itself where it can speak. */
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

  /** A noun or pronoun right before a verb and its auxiliaries, taken for its subject where the tree has none; -1 for none. */
  public static int before(ParsedSentence s, int verb) {
    int at = verb - 1;
    while (at > 0 && (s.head(at) == verb && !s.tag(at).isNoun() && s.tag(at) != PosTag.PRP || s.tag(at) == PosTag.RB || s.tag(at) == PosTag.MD)) {
      at--;
    }
    if (at > 1 && s.form(at).equals(",")) {
      int opening = at - 1;
      while (opening > 0 && !s.form(opening).equals(",")) {
        opening--;
      }
      at = opening - 1;
    }
    boolean named = at >= 0 && (s.tag(at).isNoun() || s.tag(at) == PosTag.PRP);
    boolean bare = s.tag(verb) == PosTag.VBN && s.child(verb, AUX) < 0 && s.child(verb, AUXPASS) < 0;
    if (!named || !s.tag(verb).isFinite() && !bare || TimeExpressionResolver.isDay(s.form(at))) {
      return -1;
    }
    int head = at;
    for (int steps = 0; steps < HIGHEST && s.head(head) >= 0 && s.head(head) < verb && s.tag(s.head(head)).isNoun(); steps++) {
      head = s.head(head);
    }
    return head;
  }

  /** The main word of the first noun phrase that begins at a word or soon behind it; -1 for none. */
  public static int first(ParsedSentence s, int from) {
    for (int at = from; at < s.size(); at++) {
      PosTag tag = s.tag(at);
      if (tag.isNoun() && !TimeExpressionResolver.isDay(s.form(at)) || tag == PosTag.PRP || tag == PosTag.CD && at == from) {
        int head = at;
        for (int up = s.head(head); up >= from && s.tag(up).isNoun() && s.left(up) >= from && !stopBetween(s, head, up); up = s.head(head)) {
          head = up;
        }
        return head;
      }
      boolean before = tag == PosTag.DT || tag == PosTag.JJ || tag == PosTag.PRPS || tag == PosTag.CD || tag == PosTag.JJS || tag == PosTag.JJR
          || isMark(s, at) || tag == PosTag.VBN || tag == PosTag.VBG || tag == PosTag.RB;
      if (!before) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean stopBetween(ParsedSentence s, int one, int other) {
    for (int at = Math.min(one, other) + 1; at < Math.max(one, other); at++) {
      if (s.form(at).equals(".")) {
        return true;
      }
    }
    return false;
  }

  /** The object right behind a verb, which may be a subject that the parser took for one: "said Graham"; -1 for none. */
  public static int objectBehind(ParsedSentence s, int verb) {
    int object = s.child(verb, OBJ);
    return object > verb && s.left(object) == verb + 1 ? object : -1;
  }

  /** Whether a verb tells what is done to its subject. */
  public static boolean isPassive(ParsedSentence s, int verb) {
    return s.tag(verb) == PosTag.VBN && (s.child(verb, NSUBJPASS) >= 0 || s.child(verb, AUXPASS) >= 0);
  }

  /** A noun's phrase with titles and appositives, without clauses that hang on it. */
  public static CharSpan noun(ParsedSentence s, int head) {
    int lo = head;
    for (int child = s.firstChild(head); child >= 0 && child < head; child = s.nextSibling(child)) {
      DependencyRelation relation = s.relation(child);
      if (relation != CASE && relation != PUNCT && relation != CC && relation != DependencyRelation.MARK && relation != ADVCL && relation != COP
          && relation != NSUBJ && relation != AUX && relation != DependencyRelation.DISCOURSE && relation != PARATAXIS && s.left(child) < lo
          && !(relation == DependencyRelation.ADVMOD && child == s.left(child) && s.tag(child) == PosTag.RB && s.tag(head).isName())) {
        lo = Math.min(lo, s.left(child));
      }
    }
    while (lo < head && s.tag(lo) == PosTag.IN && s.relation(lo) == CASE) {
      lo++;
    }
    lo = withBefore(s, lo);
    int hi = head;
    for (int child = s.firstChild(head); child >= 0; child = s.nextSibling(child)) {
      if (child < head) {
        continue;
      }
      DependencyRelation relation = s.relation(child);
      if (relation == PUNCT && !s.form(child).equals("’") && !s.form(child).equals("'")) {
        continue;
      }
      boolean clause = relation == RELCL || relation == ADVCL || relation == PARATAXIS || relation == CCOMP || relation == DependencyRelation.DEP
          || relation == COP || relation == DependencyRelation.CSUBJ || relation == NSUBJ || relation == AUX || relation == DependencyRelation.OBL
          || relation == XCOMP || relation == DependencyRelation.ADVMOD || relation == CASE && s.tag(child) != PosTag.POS && s.tag(child) != PosTag.IN
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
  private static int withBefore(ParsedSentence s, int from) {
    int lo = from;
    while (lo > 0 && s.tag(lo).isNoun()) {
      PosTag before = s.tag(lo - 1);
      boolean part = before.isNoun() || before == PosTag.JJ || before == PosTag.POS && lo > 1 && s.tag(lo - 2).isName();
      if (!part || TimeExpressionResolver.isDay(s.form(lo - 1)) || s.relation(lo - 1) == NSUBJ && before != PosTag.POS || s.tag(lo - 1) == PosTag.JJ && s.head(lo - 1) < lo - 1) {
        return lo;
      }
      lo = before == PosTag.POS ? lo - 2 : lo - 1;
    }
    return lo;
  }

  private static int lastOf(ParsedSentence s, int head) {
    int hi = s.right(head);
    for (int child = s.firstChild(head); child >= 0; child = s.nextSibling(child)) {
      if (child > head && (s.relation(child) == RELCL || s.relation(child) == PARATAXIS || s.relation(child) == ADVCL)) {
        return Math.max(head, s.left(child) - 1);
      }
    }
    return hi;
  }

  /** From one word to another, without the marks at either end. */
  public static CharSpan span(ParsedSentence s, int from, int to) {
    int lo = from;
    int hi = to;
    while (lo < hi && isLoose(s, lo) && !opens(s, lo)) {
      lo++;
    }
    while (hi > lo && isLoose(s, hi) && !closes(s, lo, hi)) {
      hi--;
    }
    return new CharSpan(s.start(lo), s.end(hi));
  }

  private static boolean isLoose(ParsedSentence s, int word) {
    char c = s.form(word).charAt(0);
    return !Character.isLetterOrDigit(c) && c != '$' && c != '#' && c != '@' && c != '£' && c != '€' && !Character.isSurrogate(c);
  }

  private static boolean opens(ParsedSentence s, int word) {
    return "“\"«‘([".indexOf(s.form(word).charAt(0)) >= 0 || s.form(word).equals("''") || s.form(word).equals("``");
  }

  /** Whether a mark closes what opened inside of the span. */
  private static boolean closes(ParsedSentence s, int from, int word) {
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
  public static boolean isMark(ParsedSentence s, int word) {
    if (word < 0 || word >= s.size()) {
      return false;
    }
    return s.relation(word) == PUNCT || s.tag(word).isPunctuation();
  }
}
