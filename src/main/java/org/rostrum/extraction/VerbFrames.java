package org.rostrum.extraction;

import static org.rostrum.extraction.syntax.Relation.ACL;
import static org.rostrum.extraction.syntax.Relation.ADVCL;
import static org.rostrum.extraction.syntax.Relation.AGENT;
import static org.rostrum.extraction.syntax.Relation.CASE;
import static org.rostrum.extraction.syntax.Relation.CCOMP;
import static org.rostrum.extraction.syntax.Relation.IOBJ;
import static org.rostrum.extraction.syntax.Relation.MARK;
import static org.rostrum.extraction.syntax.Relation.NMOD;
import static org.rostrum.extraction.syntax.Relation.OBJ;
import static org.rostrum.extraction.syntax.Relation.OBL;
import static org.rostrum.extraction.syntax.Relation.RELCL;
import static org.rostrum.extraction.syntax.Relation.XCOMP;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rostrum.extraction.syntax.Relation;
import org.rostrum.extraction.syntax.Sentence;
import org.rostrum.extraction.syntax.Tag;

/** Finds what a verb tells: for each frame that the lexicon gives it, what stands beside it in that way. */
final class VerbFrames {

  /** Prepositions of phrases that belong to the noun before them rather than to the verb. */
  private static final Set<String> ATTACHED = Set.of("of", "by", "for", "to", "from", "with", "about", "between", "among", "against", "toward", "towards", "as");

  private final Clauses clauses;

  VerbFrames(Clauses clauses) {
    this.clauses = clauses;
  }

  /** What is told, by the first frame that fits; null for nothing. */
  Told told(Sentence s, int v, CueEntry entry, int subject) {
    Told told = beginsWithInfinitive(s, v, entry) ? null : clauses.told(s, v, entry, subject);
    if (told == null && (entry.has(CueEntry.INFINITIVE) || entry.has(CueEntry.OBJECT_INFINITIVE))) {
      told = toInfinitive(s, v, entry);
    }
    if (told == null && entry.has(CueEntry.AS)) {
      told = as(s, v);
    }
    if (told == null && entry.has(CueEntry.COMPLEMENT)) {
      told = complement(s, v, entry);
    }
    if (told == null && entry.has(CueEntry.GERUND)) {
      told = gerund(s, v);
    }
    if (told == null && entry.has(CueEntry.PREPOSITION)) {
      told = preposition(s, v, entry);
    }
    if (told == null && entry.has(CueEntry.NOUN)) {
      told = noun(s, v, subject);
    }
    return told;
  }

  /** Whether an infinitive stands where a clause might be looked for: "promised to lift …", "urged the state to lift …". */
  private static boolean beginsWithInfinitive(Sentence s, int v, CueEntry entry) {
    int open = s.child(v, XCOMP);
    if (open > v && s.left(open) == v + 1 && s.form(v + 1).equals("to") && entry.mostly(CueEntry.INFINITIVE)) {
      return true;
    }
    int object = s.child(v, OBJ);
    return object > v && entry.mostly(CueEntry.OBJECT_INFINITIVE) && !entry.mostly(CueEntry.NOUN)
        && (infinitive(s, v, v) > object || infinitive(s, v, object) >= 0);
  }

  private static Told toInfinitive(Sentence s, int v, CueEntry entry) {
    int open = s.child(v, XCOMP);
    int object = s.child(v, OBJ);
    int second = s.child(v, IOBJ);
    boolean toObject = entry.has(CueEntry.OBJECT_INFINITIVE);
    boolean toItself = entry.has(CueEntry.INFINITIVE);
    int mark = open > v ? s.child(open, MARK) : -1;
    if (mark >= 0 && s.form(mark).equals("to") || open > v && s.tag(open) == Tag.VB) {
      int whom = object > v && object < open ? object : second > v && second < open ? second : -1;
      if (whom >= 0 && toObject) {
        return Told.of(CueEntry.OBJECT_INFINITIVE, "right", s.left(whom), beforeAside(s, open, s.right(open)));
      }
      if (whom < 0 && toItself) {
        return Told.of(CueEntry.INFINITIVE, "right", s.left(open), s.right(open));
      }
    }
    int infinitive = infinitive(s, v, v);
    int far = object > v ? Math.max(infinitive(s, v, object), infinitive) : -1;
    if (toObject && far > object) {
      return Told.of(CueEntry.OBJECT_INFINITIVE, "far", s.left(object), s.right(far));
    }
    return toItself && infinitive >= 0 && (object < 0 || object > infinitive)
        ? Told.of(CueEntry.INFINITIVE, "far", s.left(infinitive), s.right(infinitive)) : null;
  }

  private static Told as(Sentence s, int v) {
    int object = s.child(v, OBJ);
    if (object < 0) {
      return null;
    }
    for (int child = s.nextSibling(object); child >= 0; child = s.nextSibling(child)) {
      int as = s.left(child);
      boolean part = s.relation(child) == OBL || s.relation(child) == ADVCL || s.relation(child) == XCOMP;
      if (as > v && part && s.form(as).equalsIgnoreCase("as")) {
        return s.right(object) < v
            ? new Told(CueEntry.AS, "apart", List.of(new int[] {s.left(object), s.right(object)}, new int[] {as + 1, s.right(child)}))
            : Told.of(CueEntry.AS, "right", s.left(object), s.right(child));
      }
    }
    return asInside(s, object) > v ? Told.of(CueEntry.AS, "right", s.left(object), s.right(object)) : null;
  }

  /** "Called him a liar": as the tree has it, else up to the quotation marks, else by the article. */
  private static Told complement(Sentence s, int v, CueEntry entry) {
    int open = s.child(v, XCOMP);
    int object = s.child(v, OBJ);
    int second = s.child(v, IOBJ);
    int last = open > v ? open : second > v && object > second ? object : -1;
    int first = object > v ? Math.min(object, second > v ? second : object) : second;
    if (last > v && first > v && first < last) {
      return Told.of(CueEntry.COMPLEMENT, "right", s.left(first), s.right(last));
    }
    if (!entry.mostly(CueEntry.COMPLEMENT)) {
      return null;
    }
    int quoted = quotedTo(s, v);
    int from = object > v ? s.left(object) : v + 1;
    if (quoted > from + 1) {
      return Told.of(CueEntry.COMPLEMENT, "quoted", from, quoted);
    }
    int article = articleBehind(s, v);
    return article > 0 ? Told.of(CueEntry.COMPLEMENT, "article", v + 1, phraseEnd(s, article, s.right(v))) : null;
  }

  private static Told gerund(Sentence s, int v) {
    for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
      boolean clausal = s.relation(child) == XCOMP || s.relation(child) == CCOMP || s.relation(child) == OBJ || s.relation(child) == ADVCL;
      if (child > v && s.tag(child) == Tag.VBG && clausal && s.left(child) == v + 1) {
        return Told.of(CueEntry.GERUND, "right", s.left(child), s.right(child));
      }
    }
    return null;
  }

  private static Told preposition(Sentence s, int v, CueEntry entry) {
    int told = prepositional(s, v, entry);
    if (told >= 0) {
      int before = s.child(told, CASE) >= 0 ? s.child(told, CASE) : s.child(told, MARK);
      int first = before >= 0 ? before : s.left(told);
      int infinitive = infinitive(s, v, v);
      int end = infinitive >= 0 && s.left(infinitive) == s.right(told) + 1 ? s.right(infinitive) : withPhrases(s, told);
      return Told.of(CueEntry.PREPOSITION, s.form(first).toLowerCase(Locale.ROOT), first + 1, end);
    }
    int far = prepositionBehind(s, v, entry);
    if (far < 0) {
      return null;
    }
    int end = s.head(far) > far ? s.right(s.head(far)) : s.right(v);
    return Told.of(CueEntry.PREPOSITION, "far", far + 1, Math.max(end, far + 1));
  }

  /** An object, or what a clause about it hangs on: "problems that he blamed on …". */
  private static Told noun(Sentence s, int v, int subject) {
    int object = s.child(v, OBJ);
    if (object > v && !isPlain(s, object)) {
      return Told.of(CueEntry.NOUN, "right", s.left(object), withPhrases(s, object));
    }
    int noun = s.head(v);
    return s.relation(v) == RELCL && object < 0 && noun >= 0 && subject > noun && subject < v
        ? Told.of(CueEntry.NOUN, "relative", s.left(noun), Math.max(noun, s.left(v) - 1)) : null;
  }

  /** The closing mark of the last quotation that begins behind a verb in its clause; -1 for none. */
  private static int quotedTo(Sentence s, int v) {
    int last = -1;
    boolean open = false;
    for (int at = v + 1; at < s.size(); at++) {
      if (!open && (s.tag(at).isFinite() || s.form(at).equals(";"))) {
        break;
      }
      if ("“”\"".indexOf(s.form(at).charAt(0)) >= 0) {
        open = s.form(at).equals("“") || s.form(at).equals("\"") && !open;
        last = open ? last : at;
      }
    }
    return last;
  }

  /** The article of what something is called, right behind that: "called climate change a hoax"; -1 for none. */
  private static int articleBehind(Sentence s, int v) {
    for (int at = v + 2; at < Math.min(s.size() - 1, v + 15); at++) {
      if (s.tag(at).isVerb() || s.tag(at) == Tag.MD || Phrases.isMark(s, at)) {
        return -1;
      }
      if ((s.form(at).equals("a") || s.form(at).equals("an")) && (s.tag(at - 1).isNoun() || s.tag(at - 1) == Tag.PRP)) {
        return at;
      }
    }
    return -1;
  }

  /** Where a phrase ends at the latest: before a comma, or at a word. */
  private static int phraseEnd(Sentence s, int from, int last) {
    for (int at = from + 1; at <= last; at++) {
      if (s.form(at).equals(",") || s.form(at).equals(";")) {
        return at - 1;
      }
    }
    return Math.max(from + 1, last);
  }

  /** A preposition before what is told, near behind a verb, wherever the parser has hung it; -1 for none. */
  private static int prepositionBehind(Sentence s, int v, CueEntry entry) {
    for (int at = v + 1; at < Math.min(s.size() - 1, v + 12); at++) {
      if (s.tag(at).isVerb() || s.tag(at) == Tag.MD || s.form(at).equals(";") || s.form(at).equals(":")) {
        return -1;
      }
      if ((s.tag(at) == Tag.IN || s.tag(at) == Tag.TO) && entry.prepositions().contains(s.form(at).toLowerCase(Locale.ROOT))) {
        return at;
      }
    }
    return -1;
  }

  /** Where a noun's phrase ends with the phrases behind it that a parser may have hung on the verb: "crass behavior by Trump". */
  private static int withPhrases(Sentence s, int noun) {
    int end = s.right(noun);
    for (int child = s.nextSibling(noun); child >= 0; child = s.nextSibling(child)) {
      Relation relation = s.relation(child);
      String first = s.form(s.left(child)).toLowerCase(Locale.ROOT);
      boolean part = relation == OBL && ATTACHED.contains(first) || relation == ADVCL && first.equals("for") || relation == ACL;
      if (!part || s.left(child) != end + 1 || Dates.isDay(s.form(child))) {
        break;
      }
      end = s.right(child);
    }
    return end;
  }

  /** Where what is told ends before "while visiting …". */
  private static int beforeAside(Sentence s, int from, int to) {
    for (int at = from + 1; at < to; at++) {
      String form = s.form(at);
      if (s.tag(at + 1) == Tag.VBG && (form.equals("while") || form.equals("when") || form.equals("after") || form.equals("before"))) {
        return Phrases.isMark(s, at - 1) ? at - 2 : at - 1;
      }
    }
    return to;
  }

  private static boolean isPlain(Sentence s, int object) {
    return s.tag(object) == Tag.PRP && s.left(object) == s.right(object);
  }

  private static int asInside(Sentence s, int object) {
    for (int child = s.firstChild(object); child >= 0; child = s.nextSibling(child)) {
      if (child > object && s.relation(child) == NMOD && s.form(s.left(child)).equalsIgnoreCase("as")) {
        return child;
      }
    }
    return -1;
  }

  /** An infinitive that hangs on a verb or on its object as another clause, as parsers often have it. */
  private static int infinitive(Sentence s, int v, int on) {
    for (int child = s.firstChild(on); child >= 0; child = s.nextSibling(child)) {
      boolean clausal = s.relation(child) == ADVCL || s.relation(child) == ACL || s.relation(child) == CCOMP || s.relation(child) == XCOMP;
      if (child > on && child > v && clausal && s.form(s.left(child)).equals("to")) {
        return child;
      }
    }
    return -1;
  }

  static int prepositional(Sentence s, int v, CueEntry entry) {
    for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
      if (child < v) {
        continue;
      }
      Relation relation = s.relation(child);
      if (relation == OBL || relation == ADVCL || relation == XCOMP || relation == NMOD || relation == AGENT || relation == CCOMP) {
        int first = s.child(child, CASE) >= 0 ? s.child(child, CASE) : s.child(child, MARK) >= 0 ? s.child(child, MARK) : s.left(child);
        if (first < child && first <= s.left(child) + 1 && entry.prepositions().contains(s.form(first).toLowerCase(Locale.ROOT))) {
          return child;
        }
      } else if (relation == OBJ || relation == IOBJ) {
        int inner = nominal(s, child, entry);
        if (inner >= 0 && s.tag(child) == Tag.PRP) {
          return inner;
        }
      }
    }
    return -1;
  }

  /** What hangs on a noun by one of its cue's prepositions; -1 for nothing. */
  static int nominal(Sentence s, int n, CueEntry entry) {
    for (int child = s.firstChild(n); child >= 0; child = s.nextSibling(child)) {
      if (child > n && (s.relation(child) == NMOD || s.relation(child) == ACL || s.relation(child) == OBL)
          && entry.prepositions().contains(s.form(s.left(child)).toLowerCase(Locale.ROOT))) {
        return child;
      }
    }
    return -1;
  }
}
