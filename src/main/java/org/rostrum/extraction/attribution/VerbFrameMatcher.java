package org.rostrum.extraction.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.syntax.DependencyRelation;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;
import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.ADVCL;
import static org.rostrum.extraction.syntax.DependencyRelation.AGENT;
import static org.rostrum.extraction.syntax.DependencyRelation.CASE;
import static org.rostrum.extraction.syntax.DependencyRelation.CCOMP;
import static org.rostrum.extraction.syntax.DependencyRelation.IOBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.MARK;
import static org.rostrum.extraction.syntax.DependencyRelation.NMOD;
import static org.rostrum.extraction.syntax.DependencyRelation.OBJ;
import static org.rostrum.extraction.syntax.DependencyRelation.OBL;
import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;
import static org.rostrum.extraction.syntax.DependencyRelation.XCOMP;

/** Finds what a verb tells: for each frame that the lexicon gives it, what stands beside it in that way. */
final class VerbFrameMatcher {

  /** Prepositions of phrases that belong to the noun before them rather than to the verb. */
  private static final Set<String> ATTACHED = Set.of("of", "by", "for", "to", "from", "with", "about", "between", "among", "against", "toward", "towards", "as");

  private final ContentClauseFinder clauses;

  VerbFrameMatcher(ContentClauseFinder clauses) {
    this.clauses = clauses;
  }

  /** What is told, by the first frame that fits; null for nothing. */
  ContentRange told(ParsedSentence s, int v, CueLexiconEntry entry, int subject) {
    ContentRange told = beginsWithInfinitive(s, v, entry) ? null : clauses.told(s, v, entry, subject);
    if (told == null && (entry.has(CueLexiconEntry.INFINITIVE) || entry.has(CueLexiconEntry.OBJECT_INFINITIVE))) {
      told = toInfinitive(s, v, entry);
    }
    if (told == null && entry.has(CueLexiconEntry.AS)) {
      told = as(s, v);
    }
    if (told == null && entry.has(CueLexiconEntry.COMPLEMENT)) {
      told = complement(s, v, entry);
    }
    if (told == null && entry.has(CueLexiconEntry.GERUND)) {
      told = gerund(s, v);
    }
    if (told == null && entry.has(CueLexiconEntry.PREPOSITION)) {
      told = preposition(s, v, entry);
    }
    if (told == null && entry.has(CueLexiconEntry.NOUN)) {
      told = noun(s, v, subject);
    }
    return told;
  }

  /** Whether an infinitive stands where a clause might be looked for: "promised to lift …", "urged the state to lift …". */
  private static boolean beginsWithInfinitive(ParsedSentence s, int v, CueLexiconEntry entry) {
    int open = s.child(v, XCOMP);
    if (open > v && s.left(open) == v + 1 && s.form(v + 1).equals("to") && entry.mostly(CueLexiconEntry.INFINITIVE)) {
      return true;
    }
    int object = s.child(v, OBJ);
    return object > v && entry.mostly(CueLexiconEntry.OBJECT_INFINITIVE) && !entry.mostly(CueLexiconEntry.NOUN)
        && (infinitive(s, v, v) > object || infinitive(s, v, object) >= 0);
  }

  private static ContentRange toInfinitive(ParsedSentence s, int v, CueLexiconEntry entry) {
    int open = s.child(v, XCOMP);
    int object = s.child(v, OBJ);
    int second = s.child(v, IOBJ);
    boolean toObject = entry.has(CueLexiconEntry.OBJECT_INFINITIVE);
    boolean toItself = entry.has(CueLexiconEntry.INFINITIVE);
    int mark = open > v ? s.child(open, MARK) : -1;
    if (mark >= 0 && s.form(mark).equals("to") || open > v && s.tag(open) == PosTag.VB) {
      int whom = object > v && object < open ? object : second > v && second < open ? second : -1;
      if (whom >= 0 && toObject) {
        return ContentRange.of(CueLexiconEntry.OBJECT_INFINITIVE, "right", s.left(whom), beforeAside(s, open, s.right(open)));
      }
      if (whom < 0 && toItself) {
        return ContentRange.of(CueLexiconEntry.INFINITIVE, "right", s.left(open), s.right(open));
      }
    }
    int infinitive = infinitive(s, v, v);
    int far = object > v ? Math.max(infinitive(s, v, object), infinitive) : -1;
    if (toObject && far > object) {
      return ContentRange.of(CueLexiconEntry.OBJECT_INFINITIVE, "far", s.left(object), s.right(far));
    }
    return toItself && infinitive >= 0 && (object < 0 || object > infinitive)
        ? ContentRange.of(CueLexiconEntry.INFINITIVE, "far", s.left(infinitive), s.right(infinitive)) : null;
  }

  private static ContentRange as(ParsedSentence s, int v) {
    int object = s.child(v, OBJ);
    if (object < 0) {
      return null;
    }
    for (int child = s.nextSibling(object); child >= 0; child = s.nextSibling(child)) {
      int as = s.left(child);
      boolean part = s.relation(child) == OBL || s.relation(child) == ADVCL || s.relation(child) == XCOMP;
      if (as > v && part && s.form(as).equalsIgnoreCase("as")) {
        return s.right(object) < v
            ? new ContentRange(CueLexiconEntry.AS, "apart", List.of(new int[] {s.left(object), s.right(object)}, new int[] {as + 1, s.right(child)}))
            : ContentRange.of(CueLexiconEntry.AS, "right", s.left(object), s.right(child));
      }
    }
    return asInside(s, object) > v ? ContentRange.of(CueLexiconEntry.AS, "right", s.left(object), s.right(object)) : null;
  }

  /** "Called him a liar": as the tree has it, else up to the quotation marks, else by the article. */
  private static ContentRange complement(ParsedSentence s, int v, CueLexiconEntry entry) {
    int open = s.child(v, XCOMP);
    int object = s.child(v, OBJ);
    int second = s.child(v, IOBJ);
    int last = open > v ? open : second > v && object > second ? object : -1;
    int first = object > v ? Math.min(object, second > v ? second : object) : second;
    if (last > v && first > v && first < last) {
      return ContentRange.of(CueLexiconEntry.COMPLEMENT, "right", s.left(first), s.right(last));
    }
    if (!entry.mostly(CueLexiconEntry.COMPLEMENT)) {
      return null;
    }
    int quoted = quotedTo(s, v);
    int from = object > v ? s.left(object) : v + 1;
    if (quoted > from + 1) {
      return ContentRange.of(CueLexiconEntry.COMPLEMENT, "quoted", from, quoted);
    }
    int article = articleBehind(s, v);
    return article > 0 ? ContentRange.of(CueLexiconEntry.COMPLEMENT, "article", v + 1, phraseEnd(s, article, s.right(v))) : null;
  }

  private static ContentRange gerund(ParsedSentence s, int v) {
    for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
      boolean clausal = s.relation(child) == XCOMP || s.relation(child) == CCOMP || s.relation(child) == OBJ || s.relation(child) == ADVCL;
      if (child > v && s.tag(child) == PosTag.VBG && clausal && s.left(child) == v + 1) {
        return ContentRange.of(CueLexiconEntry.GERUND, "right", s.left(child), s.right(child));
      }
    }
    return null;
  }

  private static ContentRange preposition(ParsedSentence s, int v, CueLexiconEntry entry) {
    int told = prepositional(s, v, entry);
    if (told >= 0) {
      int before = s.child(told, CASE) >= 0 ? s.child(told, CASE) : s.child(told, MARK);
      int first = before >= 0 ? before : s.left(told);
      int infinitive = infinitive(s, v, v);
      int end = infinitive >= 0 && s.left(infinitive) == s.right(told) + 1 ? s.right(infinitive) : withPhrases(s, told);
      return ContentRange.of(CueLexiconEntry.PREPOSITION, s.form(first).toLowerCase(Locale.ROOT), first + 1, end);
    }
    int far = prepositionBehind(s, v, entry);
    if (far < 0) {
      return null;
    }
    int end = s.head(far) > far ? s.right(s.head(far)) : s.right(v);
    return ContentRange.of(CueLexiconEntry.PREPOSITION, "far", far + 1, Math.max(end, far + 1));
  }

  /** An object, or what a clause about it hangs on: "problems that he blamed on …". */
  private static ContentRange noun(ParsedSentence s, int v, int subject) {
    int object = s.child(v, OBJ);
    if (object > v && !isPlain(s, object)) {
      return ContentRange.of(CueLexiconEntry.NOUN, "right", s.left(object), withPhrases(s, object));
    }
    int noun = s.head(v);
    return s.relation(v) == RELCL && object < 0 && noun >= 0 && subject > noun && subject < v
        ? ContentRange.of(CueLexiconEntry.NOUN, "relative", s.left(noun), Math.max(noun, s.left(v) - 1)) : null;
  }

  /** The closing mark of the last quotation that begins behind a verb in its clause; -1 for none. */
  private static int quotedTo(ParsedSentence s, int v) {
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
  private static int articleBehind(ParsedSentence s, int v) {
    for (int at = v + 2; at < Math.min(s.size() - 1, v + 15); at++) {
      if (s.tag(at).isVerb() || s.tag(at) == PosTag.MD || NounPhraseSpans.isMark(s, at)) {
        return -1;
      }
      if ((s.form(at).equals("a") || s.form(at).equals("an")) && (s.tag(at - 1).isNoun() || s.tag(at - 1) == PosTag.PRP)) {
        return at;
      }
    }
    return -1;
  }

  /** Where a phrase ends at the latest: before a comma, or at a word. */
  private static int phraseEnd(ParsedSentence s, int from, int last) {
    for (int at = from + 1; at <= last; at++) {
      if (s.form(at).equals(",") || s.form(at).equals(";")) {
        return at - 1;
      }
    }
    return Math.max(from + 1, last);
  }

  /** A preposition before what is told, near behind a verb, wherever the parser has hung it; -1 for none. */
  private static int prepositionBehind(ParsedSentence s, int v, CueLexiconEntry entry) {
    for (int at = v + 1; at < Math.min(s.size() - 1, v + 12); at++) {
      if (s.tag(at).isVerb() || s.tag(at) == PosTag.MD || s.form(at).equals(";") || s.form(at).equals(":")) {
        return -1;
      }
      if ((s.tag(at) == PosTag.IN || s.tag(at) == PosTag.TO) && entry.prepositions().contains(s.form(at).toLowerCase(Locale.ROOT))) {
        return at;
      }
    }
    return -1;
  }

  /** Where a noun's phrase ends with the phrases behind it that a parser may have hung on the verb: "crass behavior by Trump". */
  private static int withPhrases(ParsedSentence s, int noun) {
    int end = s.right(noun);
    for (int child = s.nextSibling(noun); child >= 0; child = s.nextSibling(child)) {
      DependencyRelation relation = s.relation(child);
      String first = s.form(s.left(child)).toLowerCase(Locale.ROOT);
      boolean part = relation == OBL && ATTACHED.contains(first) || relation == ADVCL && first.equals("for") || relation == ACL;
      if (!part || s.left(child) != end + 1 || TimeExpressionResolver.isDay(s.form(child))) {
        break;
      }
      end = s.right(child);
    }
    return end;
  }

  /** Where what is told ends before "while visiting …". */
  private static int beforeAside(ParsedSentence s, int from, int to) {
    for (int at = from + 1; at < to; at++) {
      String form = s.form(at);
      if (s.tag(at + 1) == PosTag.VBG && (form.equals("while") || form.equals("when") || form.equals("after") || form.equals("before"))) {
        return NounPhraseSpans.isMark(s, at - 1) ? at - 2 : at - 1;
      }
    }
    return to;
  }

  private static boolean isPlain(ParsedSentence s, int object) {
    return s.tag(object) == PosTag.PRP && s.left(object) == s.right(object);
  }

  private static int asInside(ParsedSentence s, int object) {
    for (int child = s.firstChild(object); child >= 0; child = s.nextSibling(child)) {
      if (child > object && s.relation(child) == NMOD && s.form(s.left(child)).equalsIgnoreCase("as")) {
        return child;
      }
    }
    return -1;
  }

  /** An infinitive that hangs on a verb or on its object as another clause, as parsers often have it. */
  private static int infinitive(ParsedSentence s, int v, int on) {
    for (int child = s.firstChild(on); child >= 0; child = s.nextSibling(child)) {
      boolean clausal = s.relation(child) == ADVCL || s.relation(child) == ACL || s.relation(child) == CCOMP || s.relation(child) == XCOMP;
      if (child > on && child > v && clausal && s.form(s.left(child)).equals("to")) {
        return child;
      }
    }
    return -1;
  }

  static int prepositional(ParsedSentence s, int v, CueLexiconEntry entry) {
    for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
      if (child < v) {
        continue;
      }
      DependencyRelation relation = s.relation(child);
      if (relation == OBL || relation == ADVCL || relation == XCOMP || relation == NMOD || relation == AGENT || relation == CCOMP) {
        int first = s.child(child, CASE) >= 0 ? s.child(child, CASE) : s.child(child, MARK) >= 0 ? s.child(child, MARK) : s.left(child);
        if (first < child && first <= s.left(child) + 1 && entry.prepositions().contains(s.form(first).toLowerCase(Locale.ROOT))) {
          return child;
        }
      } else if (relation == OBJ || relation == IOBJ) {
        int inner = nominal(s, child, entry);
        if (inner >= 0 && s.tag(child) == PosTag.PRP) {
          return inner;
        }
      }
    }
    return -1;
  }

  /** What hangs on a noun by one of its cue's prepositions; -1 for nothing. */
  static int nominal(ParsedSentence s, int n, CueLexiconEntry entry) {
    for (int child = s.firstChild(n); child >= 0; child = s.nextSibling(child)) {
      if (child > n && (s.relation(child) == NMOD || s.relation(child) == ACL || s.relation(child) == OBL)
          && entry.prepositions().contains(s.form(s.left(child)).toLowerCase(Locale.ROOT))) {
        return child;
      }
    }
    return -1;
  }
}
