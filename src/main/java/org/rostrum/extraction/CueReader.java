package org.rostrum.extraction;

import static org.rostrum.extraction.syntax.Relation.ACL;
import static org.rostrum.extraction.syntax.Relation.ADVCL;
import static org.rostrum.extraction.syntax.Relation.ADVMOD;
import static org.rostrum.extraction.syntax.Relation.AGENT;
import static org.rostrum.extraction.syntax.Relation.AUX;
import static org.rostrum.extraction.syntax.Relation.AUXPASS;
import static org.rostrum.extraction.syntax.Relation.CASE;
import static org.rostrum.extraction.syntax.Relation.CC;
import static org.rostrum.extraction.syntax.Relation.CCOMP;
import static org.rostrum.extraction.syntax.Relation.CONJ;
import static org.rostrum.extraction.syntax.Relation.COP;
import static org.rostrum.extraction.syntax.Relation.CSUBJ;
import static org.rostrum.extraction.syntax.Relation.FIXED;
import static org.rostrum.extraction.syntax.Relation.IOBJ;
import static org.rostrum.extraction.syntax.Relation.MARK;
import static org.rostrum.extraction.syntax.Relation.NMOD;
import static org.rostrum.extraction.syntax.Relation.NSUBJ;
import static org.rostrum.extraction.syntax.Relation.NSUBJPASS;
import static org.rostrum.extraction.syntax.Relation.OBJ;
import static org.rostrum.extraction.syntax.Relation.OBL;
import static org.rostrum.extraction.syntax.Relation.PARATAXIS;
import static org.rostrum.extraction.syntax.Relation.POSS;
import static org.rostrum.extraction.syntax.Relation.PRT;
import static org.rostrum.extraction.syntax.Relation.PUNCT;
import static org.rostrum.extraction.syntax.Relation.RELCL;
import static org.rostrum.extraction.syntax.Relation.XCOMP;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rostrum.extraction.CueEntry.Word;
import org.rostrum.extraction.Finding.Span;
import org.rostrum.extraction.syntax.Relation;
import org.rostrum.extraction.syntax.Sentence;
import org.rostrum.extraction.syntax.Tag;

/** Reads attributions off one sentence's words: for each cue, what the frames that its lexicon entry has find beside it. */
final class CueReader {

  private final Lexicon lexicon;

  CueReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The attributions of a sentence, each cue's best. */
  List<Finding> read(int passage, Sentence s) {
    List<Finding> found = new ArrayList<>();
    for (int word = 0; word < s.size(); word++) {
      Finding finding = read(passage, s, word);
      if (finding != null) {
        found.add(finding);
      }
    }
    return found;
  }

  private Finding read(int passage, Sentence s, int word) {
    String form = s.form(word);
    if (isAccordingTo(s, word)) {
      return accordingTo(passage, s, word);
    }
    Tag tag = s.tag(word);
    if (tag.isVerb()) {
      CueEntry entry = lexicon.verb(form);
      return entry == null ? null : verb(passage, s, word, entry);
    }
    if (tag == Tag.NN || tag == Tag.NNS) {
      CueEntry entry = lexicon.noun(form);
      return entry == null ? null : noun(passage, s, word, entry);
    }
    if (tag == Tag.JJ || tag == Tag.VBN) {
      CueEntry entry = lexicon.adjective(form);
      return entry == null ? null : adjective(passage, s, word, entry);
    }
    return null;
  }

  // ---- according to

  private static boolean isAccordingTo(Sentence s, int word) {
    return word + 2 < s.size() && s.form(word).equalsIgnoreCase("according") && s.form(word + 1).equalsIgnoreCase("to");
  }

  private Finding accordingTo(int passage, Sentence s, int word) {
    int source = word + 2;
    int head = s.head(word);
    if (head > word && s.left(head) <= word) {
      source = head;
    } else {
      for (int at = word + 2; at < s.size(); at++) {
        if (s.head(at) < word || s.head(at) >= 0 && s.relation(at) == OBL && s.head(at) == word) {
          source = at;
          break;
        }
      }
    }
    if (!s.tag(source).isNoun() && s.tag(source) != Tag.PRP && s.tag(source) != Tag.CD && s.tag(source) != Tag.DT) {
      return null;
    }
    int phrase = source;
    while (s.head(phrase) >= word && s.head(phrase) > phrase - 40 && s.head(phrase) < phrase) {
      phrase = s.head(phrase);
    }
    Span name = Phrases.noun(s, source);
    int lo = word;
    int hi = Math.max(source, lastBefore(s, name.end()));
    int from = 0;
    int to = s.size() - 1;
    int governor = s.head(source) == word ? s.head(word) : s.head(source);
    List<Span> content = new ArrayList<>();
    if (lo == 0 || lo == 1 && isMark(s, 0)) {
      int start = hi + 1;
      while (start < to && isMark(s, start)) {
        start++;
      }
      to = clauseEnd(s, start, to);
      if (start <= to) {
        content.add(Phrases.span(s, start, to));
      }
    } else {
      if (governor >= 0 && governor < lo && !s.tag(governor).isVerb()) {
        governor = verbAbove(s, governor);
      }
      if (governor >= 0 && governor < lo) {
        from = clauseStart(s, governor, lo);
      }
      content.add(Phrases.span(s, from, lo - 1));
      int rest = hi + 1;
      while (rest < to && isMark(s, rest)) {
        rest++;
      }
      if (rest < to && governor > hi) {
        content.add(Phrases.span(s, rest, s.right(governor)));
      }
    }
    if (content.isEmpty()) {
      return null;
    }
    Finding finding = new Finding(passage, s, word, null, "according", new Span(s.start(word), s.end(word + 1)), content);
    finding.source = name;
    finding.sourceHead = source;
    return finding;
  }

  private static int verbAbove(Sentence s, int word) {
    int at = word;
    for (int steps = 0; at >= 0 && steps < 8; steps++) {
      if (s.tag(at).isVerb() || s.child(at, COP) >= 0) {
        return at;
      }
      at = s.head(at);
    }
    return -1;
  }

  /** Where the clause of a verb begins: behind a conjunction that joins it to one before. */
  private static int clauseStart(Sentence s, int verb, int limit) {
    int at = verb;
    while (s.head(at) >= 0 && s.relation(at) != CONJ && s.head(at) < limit && s.relation(at) != Relation.ROOT) {
      at = s.head(at);
    }
    if (s.relation(at) == CONJ && s.child(at, NSUBJ) >= 0) {
      int from = s.left(at);
      while (from < at && (isMark(s, from) || s.relation(from) == CC)) {
        from++;
      }
      return from;
    }
    return 0;
  }

  /** Where a clause that begins at a word ends: before a conjunction with a verb of its own. */
  private static int clauseEnd(Sentence s, int start, int end) {
    for (int at = start; at < end; at++) {
      if (s.tag(at) == Tag.CC && isMark(s, at - 1) && (s.form(at).equals("but") || s.relation(at) == CC && s.head(at) > at
          && s.relation(s.head(at)) == CONJ && s.tag(s.head(at)).isFinite() && s.relation(s.head(s.head(at))) == Relation.ROOT)) {
        return at - 1;
      }
    }
    return end;
  }

  private static int lastBefore(Sentence s, int end) {
    int at = s.size() - 1;
    while (at > 0 && s.end(at) > end) {
      at--;
    }
    return at;
  }

  // ---- verbs

  private Finding verb(int passage, Sentence s, int v, CueEntry entry) {
    Relation relation = s.relation(v);
    if (relation == Relation.AMOD && !s.tag(v).isFinite() || relation == Relation.COMPOUND || relation == CASE || relation == MARK || relation == AUX || relation == FIXED) {
      return null;
    }
    if (Phrases.isPassive(s, v)) {
      return passive(passage, s, v, entry);
    }
    int subject = Phrases.subject(s, v);
    Content content = content(s, v, entry, subject);
    if (content == null) {
      return null;
    }
    if (subject < 0) {
      subject = inverted(s, v, content);
    }
    if (subject < 0 && s.tag(v).isFinite()) {
      subject = Phrases.before(s, v);
    }
    Finding finding = finding(passage, s, v, entry, content, subject);
    if (finding != null && content.frame != CueEntry.NOUN) {
      finding.addressee = Addressing.addressee(s, v, entry, finding.sourceHead);
    }
    return finding;
  }

  /** The subject behind its verb, which the parser may have taken for an object: "said Graham". */
  private static int inverted(Sentence s, int v, Content content) {
    if (content.frame != CueEntry.CLAUSE && content.frame != CueEntry.QUOTATION) {
      return -1;
    }
    int object = s.child(v, OBJ);
    return object == v + 1 || object > v && s.left(object) == v + 1 ? object : -1;
  }

  /** What a cue tells, and by which frame: spans of words. */
  private record Content(char frame, String where, List<int[]> words) {}

  private static Content of(char frame, String where, int from, int to) {
    return new Content(frame, where, List.of(new int[] {from, to}));
  }

  private Content content(Sentence s, int v, CueEntry entry, int subject) {
    int open = s.child(v, XCOMP);
    int object = s.child(v, OBJ);
    int second = s.child(v, IOBJ);
    boolean near = open > v && s.left(open) == v + 1 && s.form(v + 1).equals("to") && entry.frames().indexOf(CueEntry.INFINITIVE) >= 0;
    boolean whoming = object > v && entry.frames().indexOf(CueEntry.OBJECT_INFINITIVE) >= 0 && entry.frames().indexOf(CueEntry.NOUN) < 0
        && (infinitive(s, v, v) > object || infinitive(s, v, object) >= 0);
    Content clause = near || whoming ? null : clause(s, v, entry, subject);
    if (clause != null) {
      return clause;
    }
    if (open > v && s.child(open, MARK) >= 0 && s.form(s.child(open, MARK)).equals("to") || open > v && s.tag(open) == Tag.VB) {
      int whom = object > v && object < open ? object : second > v && second < open ? second : -1;
      boolean toObject = whom >= 0;
      if (toObject && entry.has(CueEntry.OBJECT_INFINITIVE)) {
        return of(CueEntry.OBJECT_INFINITIVE, "right", s.left(whom), beforeAside(s, open, s.right(open)));
      }
      if (!toObject && entry.has(CueEntry.INFINITIVE)) {
        return of(CueEntry.INFINITIVE, "right", s.left(open), s.right(open));
      }
    }
    if (object > v && entry.has(CueEntry.OBJECT_INFINITIVE)) {
      int infinitive = Math.max(infinitive(s, v, object), infinitive(s, v, v));
      if (infinitive > object) {
        return of(CueEntry.OBJECT_INFINITIVE, "far", s.left(object), s.right(infinitive));
      }
    }
    if (entry.has(CueEntry.INFINITIVE)) {
      int infinitive = infinitive(s, v, v);
      if (infinitive >= 0 && (object < 0 || object > infinitive)) {
        return of(CueEntry.INFINITIVE, "far", s.left(infinitive), s.right(infinitive));
      }
    }
    if (entry.has(CueEntry.AS) && object >= 0) {
      for (int child = s.nextSibling(object); child >= 0; child = s.nextSibling(child)) {
        int as = firstWord(s, child);
        if (as > v && s.form(as).equalsIgnoreCase("as") && (s.relation(child) == OBL || s.relation(child) == ADVCL || s.relation(child) == XCOMP)) {
          if (s.right(object) < v) {
            return new Content(CueEntry.AS, "apart", List.of(new int[] {s.left(object), s.right(object)}, new int[] {as + 1, s.right(child)}));
          }
          return of(CueEntry.AS, "right", s.left(object), s.right(child));
        }
      }
      int inner = asInside(s, object);
      if (inner > v) {
        return of(CueEntry.AS, "right", s.left(object), s.right(object));
      }
    }
    if (entry.has(CueEntry.COMPLEMENT)) {
      int last = open > v ? open : second > v && object > second ? object : -1;
      int first = object > v ? Math.min(object, second > v ? second : object) : second;
      if (last > v && first > v && first < last) {
        return of(CueEntry.COMPLEMENT, "right", s.left(first), s.right(last));
      }
    }
    if (entry.frames().indexOf(CueEntry.COMPLEMENT) >= 0) {
      int quoted = quotedTo(s, v);
      int from = object > v ? s.left(object) : v + 1;
      if (quoted > from + 1) {
        return of(CueEntry.COMPLEMENT, "quoted", from, quoted);
      }
    }
    if (entry.has(CueEntry.GERUND)) {
      for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
        boolean clausal = s.relation(child) == XCOMP || s.relation(child) == CCOMP || s.relation(child) == OBJ || s.relation(child) == ADVCL;
        if (child > v && s.tag(child) == Tag.VBG && clausal && s.left(child) == v + 1) {
          return of(CueEntry.GERUND, "right", s.left(child), s.right(child));
        }
      }
    }
    if (entry.has(CueEntry.PREPOSITION)) {
      int told = prepositional(s, v, entry);
      if (told >= 0) {
        int first = s.child(told, CASE) >= 0 ? s.child(told, CASE) : s.child(told, MARK);
        if (first < 0) {
          first = firstWord(s, told);
        }
        int infinitive = infinitive(s, v, v);
        int end = infinitive >= 0 && s.left(infinitive) == s.right(told) + 1 ? s.right(infinitive) : s.right(told);
        return of(CueEntry.PREPOSITION, s.form(first).toLowerCase(Locale.ROOT), first + 1, end);
      }
    }
    if (entry.has(CueEntry.PREPOSITION)) {
      int preposition = prepositionBehind(s, v, entry);
      if (preposition >= 0) {
        int told = s.head(preposition) > preposition ? s.right(s.head(preposition)) : s.right(v);
        return of(CueEntry.PREPOSITION, "far", preposition + 1, Math.max(told, preposition + 1));
      }
    }
    if (entry.has(CueEntry.NOUN) && object > v && !isPlain(s, object)) {
      return of(CueEntry.NOUN, "right", s.left(object), s.right(object));
    }
    if (entry.has(CueEntry.NOUN) && s.relation(v) == RELCL && object < 0 && subject >= 0 && subject < v && s.head(v) < subject && s.head(v) >= 0) {
      int noun = s.head(v);
      return of(CueEntry.NOUN, "relative", s.left(noun), Math.max(noun, s.left(v) - 1));
    }
    return null;
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

  /** Where what is told ends before "while visiting …". */
  private static int beforeAside(Sentence s, int from, int to) {
    for (int at = from + 1; at < to; at++) {
      String form = s.form(at);
      if (s.tag(at + 1) == Tag.VBG && (form.equals("while") || form.equals("when") || form.equals("after") || form.equals("before"))) {
        return isMark(s, at - 1) ? at - 2 : at - 1;
      }
    }
    return to;
  }

  private static boolean isPlain(Sentence s, int object) {
    return s.tag(object) == Tag.PRP && s.left(object) == s.right(object);
  }

  private static int asInside(Sentence s, int object) {
    for (int child = s.firstChild(object); child >= 0; child = s.nextSibling(child)) {
      if (child > object && s.relation(child) == NMOD && s.form(firstWord(s, child)).equalsIgnoreCase("as")) {
        return child;
      }
    }
    return -1;
  }

  private static int firstWord(Sentence s, int word) {
    return s.left(word);
  }

  /** An infinitive that hangs on a verb or on its object as another clause, as parsers often have it. */
  private static int infinitive(Sentence s, int v, int on) {
    for (int child = s.firstChild(on); child >= 0; child = s.nextSibling(child)) {
      boolean clausal = s.relation(child) == ADVCL || s.relation(child) == ACL || s.relation(child) == CCOMP || s.relation(child) == XCOMP;
      if (child > on && child > v && clausal && s.form(firstWord(s, child)).equals("to")) {
        return child;
      }
    }
    return -1;
  }

  private static int prepositional(Sentence s, int v, CueEntry entry) {
    for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
      if (child < v) {
        continue;
      }
      Relation relation = s.relation(child);
      if (relation == OBL || relation == ADVCL || relation == XCOMP || relation == NMOD || relation == AGENT || relation == CCOMP) {
        int first = s.child(child, CASE) >= 0 ? s.child(child, CASE) : s.child(child, MARK) >= 0 ? s.child(child, MARK) : firstWord(s, child);
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

  /** The clause that a verb tells: behind it, before it or around it. */
  private Content clause(Sentence s, int v, CueEntry entry, int subject) {
    boolean tells = entry.has(CueEntry.CLAUSE);
    boolean asks = entry.has(CueEntry.QUESTION);
    if (!tells && !asks) {
      return null;
    }
    Content inside = tells ? inside(s, v, entry, subject) : null;
    if (inside != null) {
      return inside;
    }
    int that = tells ? that(s, v) : -1;
    if (that >= 0) {
      return of(CueEntry.CLAUSE, "that", that, toldEnd(s, v, that));
    }
    for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
      if (child < v || s.relation(child) != CCOMP && s.relation(child) != CSUBJ) {
        continue;
      }
      int first = firstTold(s, v, child);
      boolean question = isQuestion(s, first);
      if (question ? asks : tells) {
        if (!question && s.tag(child) == Tag.VBG && s.child(child, NSUBJ) < 0) {
          continue;
        }
        int end = toldEnd(s, v, child);
        if (end > first + 1 || s.tag(child).isVerb()) {
          return of(question ? CueEntry.QUESTION : CueEntry.CLAUSE, "right", first, end);
        }
      }
    }
    if (!tells) {
      return null;
    }
    Content aside = aside(s, v, entry, subject);
    if (aside != null) {
      return aside;
    }
    int before = s.child(v, CCOMP);
    if (before >= 0 && before < v) {
      int limit = subject >= 0 && subject < v ? s.left(subject) - 1 : v - 1;
      int to = Math.min(s.right(before), limit);
      int from = s.left(v) < s.left(before) && s.relation(v) == Relation.ROOT ? s.left(v) : s.left(before);
      if (to >= from) {
        return around(s, v, from, to, s.right(before));
      }
    }
    boolean says = entry.frames().indexOf(CueEntry.QUOTATION) >= 0 && entry.frames().indexOf(CueEntry.CLAUSE) >= 0;
    if (s.relation(v) == PARATAXIS && says && (subject >= 0 || s.child(v, OBJ) >= 0) && s.child(v, CCOMP) < 0) {
      int main = s.head(v);
      if (main < s.left(v) || s.left(v) > s.left(main)) {
        return new Content(CueEntry.CLAUSE, "final", parts(s, s.left(main), s.left(v) - 1, s.right(v) + 1, s.right(main)));
      }
      return of(CueEntry.CLAUSE, "initial", s.right(v) + 1, s.right(main));
    }
    int beside = s.child(v, PARATAXIS);
    if (beside >= 0 && subject >= 0 && (s.child(beside, NSUBJ) >= 0 || s.child(beside, NSUBJPASS) >= 0)) {
      if (beside > v && beside > subject) {
        return of(CueEntry.CLAUSE, "beside", s.left(beside), s.right(beside));
      }
      if (s.right(beside) < Math.min(v, subject)) {
        return of(CueEntry.CLAUSE, "before", s.left(beside), s.right(beside));
      }
    }
    return rest(s, v, entry, subject);
  }

  /** "…, he said." and "…, he said, …": a word of saying and its subject between commas, with no clause behind it that it tells. */
  private static Content aside(Sentence s, int v, CueEntry entry, int subject) {
    boolean says = entry.frames().indexOf(CueEntry.QUOTATION) >= 0 && entry.frames().indexOf(CueEntry.CLAUSE) >= 0;
    if (!says || subject < 0 && !isInverted(s, v) || subject >= 0 && (s.tag(subject) == Tag.WP || s.tag(subject) == Tag.WDT) || s.tag(v) == Tag.VBG) {
      return null;
    }
    int first = subject >= 0 ? Math.min(v, s.left(subject)) : v;
    if (first < 2 || !isBreak(s, first - 1) || !hasFinite(s, 0, first - 1)) {
      return null;
    }
    int last = v;
    for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
      Relation relation = s.relation(child);
      boolean part = relation == OBL || relation == Relation.UNMARKED || relation == ADVMOD || relation == NSUBJ || relation == OBJ && subject < 0
          || relation == IOBJ || relation == OBJ && child == subject;
      if (child > v && part) {
        last = s.right(child);
      }
    }
    if (!hasWords(s, last + 1, s.size() - 1)) {
      return of(CueEntry.CLAUSE, "aside", 0, first - 2);
    }
    if (isBreak(s, last + 1) && subject >= 0 && first - 2 < 25) {
      return new Content(CueEntry.CLAUSE, "inside", parts(s, 0, first - 2, last + 2, s.size() - 1));
    }
    return null;
  }

  /** "…, he said, …" without another word between: what is around it is told, however it hangs together. */
  private Content inside(Sentence s, int v, CueEntry entry, int subject) {
    boolean says = entry.frames().indexOf(CueEntry.QUOTATION) >= 0 && entry.frames().indexOf(CueEntry.CLAUSE) >= 0;
    boolean plain = says && subject >= 0 && subject < v && s.tag(v).isFinite() && s.tag(subject) != Tag.WP && s.tag(subject) != Tag.WDT
        && isBreak(s, v + 1) && hasWords(s, v + 2, s.size() - 1);
    int first = plain ? s.left(subject) : 0;
    if (first < 2 || !isBreak(s, first - 1)) {
      return null;
    }
    boolean more = isJoined(s, v + 2);
    int before = isClosing(s, first - 1) ? first - 1 : first - 2;
    if (more && !hasFinite(s, 0, before)) {
      return null;
    }
    return more ? of(CueEntry.CLAUSE, "aside", 0, before)
        : new Content(CueEntry.CLAUSE, "inside", parts(s, 0, before, v + 2, s.size() - 1));
  }

  /** Whether words behind an attribution attribute more: "…, adding that …", "…, and called …". */
  private boolean isJoined(Sentence s, int word) {
    int at = word < s.size() && (s.tag(word) == Tag.RB || s.tag(word) == Tag.CC) ? word + 1 : word;
    return at < s.size() && (s.tag(at) == Tag.VBG || s.tag(word) == Tag.CC && s.tag(at).isVerb()) && lexicon.verb(s.form(at)) != null;
  }

  private static boolean isInverted(Sentence s, int v) {
    return v + 1 < s.size() && (s.tag(v + 1).isName() || s.tag(v + 1) == Tag.DT || s.tag(v + 1) == Tag.NN || s.tag(v + 1) == Tag.NNS || s.tag(v + 1) == Tag.CD);
  }

  private static boolean isBreak(Sentence s, int word) {
    return word >= 0 && word < s.size() && (s.form(word).equals(",") || "—―–-”\"".indexOf(s.form(word).charAt(0)) >= 0);
  }

  /** Where what is told ends: with the sentence, or before what joins another word of saying, or with the clause of a cue that is in a clause itself. */
  private int toldEnd(Sentence s, int v, int from) {
    int main = v;
    while (s.relation(main) == CONJ || s.relation(main) == PARATAXIS) {
      main = s.head(main);
    }
    int end = s.relation(main) == Relation.ROOT || s.right(v) <= from ? s.size() - 1 : s.right(v);
    for (int at = from + 1; at < end; at++) {
      if (joinsCue(s, v, at)) {
        return isMark(s, at - 1) && !isClosing(s, at - 1) ? at - 2 : at - 1;
      }
    }
    return end;
  }

  private static boolean isClosing(Sentence s, int word) {
    return "”\"’»)".indexOf(s.form(word).charAt(0)) >= 0;
  }

  private boolean joinsCue(Sentence s, int v, int at) {
    if (s.form(at).equals(";") || isAccordingTo(s, at) && isMark(s, at - 1)) {
      return true;
    }
    if (s.tag(at) == Tag.VBG || s.tag(at) == Tag.RB && at + 1 < s.size() && s.tag(at + 1) == Tag.VBG) {
      CueEntry entry = s.form(at - 1).equals(",") ? lexicon.verb(s.form(s.tag(at) == Tag.VBG ? at : at + 1)) : null;
      return entry != null && entry.type() == CueEntry.Type.SPEECH && entry.frames().indexOf(CueEntry.QUOTATION) >= 0;
    }
    if (s.tag(at) != Tag.CC && s.relation(at) != CC || s.head(at) < at) {
      return false;
    }
    int verb = s.head(at);
    if (s.relation(verb) != CONJ || !s.tag(verb).isFinite() && s.child(verb, AUX) < 0) {
      return false;
    }
    CueEntry entry = lexicon.verb(s.form(verb));
    boolean cue = entry != null && Character.isUpperCase(entry.frames().charAt(0)) && (s.tag(verb) == s.tag(v) || s.child(verb, AUX) >= 0);
    if (s.head(verb) == v) {
      return cue || isMark(s, at - 1) && !(at + 1 < s.size() && s.form(at + 1).equals("that"));
    }
    return cue && (entry.type() == CueEntry.Type.SPEECH || entry.type() == CueEntry.Type.THOUGHT && s.child(verb, NSUBJ) < 0);
  }

  private static Content around(Sentence s, int v, int from, int to, int right) {
    if (right > v) {
      int rest = v + 1;
      return new Content(CueEntry.CLAUSE, "around", parts(s, from, to, rest, right));
    }
    return of(CueEntry.CLAUSE, "final", from, to);
  }

  /** What stands behind a word of saying that takes no nouns, where it has a verb that the parser did not see as a clause's. */
  private Content rest(Sentence s, int v, CueEntry entry, int subject) {
    if (entry.frames().indexOf(CueEntry.QUOTATION) < 0 || entry.frames().indexOf(CueEntry.CLAUSE) < 0 || subject < 0 || subject > v
        || entry.type() != CueEntry.Type.SPEECH || entry.frames().indexOf(CueEntry.NOUN) >= 0 || s.right(v) <= v + 2) {
      return null;
    }
    int from = v + 1;
    while (from < s.right(v) && s.head(from) != v && s.tag(from) != Tag.DT || isMark(s, from) && from < s.right(v) && "“\"‘".indexOf(s.form(from).charAt(0)) < 0) {
      from++;
    }
    int object = s.child(v, OBJ);
    if (object > v && s.left(object) <= from + 2) {
      from = s.left(object);
    }
    int comma = from;
    while (comma < s.right(v) && !s.form(comma).equals(",")) {
      comma++;
    }
    return hasFinite(s, from, comma) && from - v < 4 ? of(CueEntry.CLAUSE, "rest", from, toldEnd(s, v, from)) : null;
  }

  /** The word "that" which begins what is told, near behind a verb; -1 for none. */
  private static int that(Sentence s, int v) {
    for (int at = v + 1; at < Math.min(s.size() - 1, v + 14); at++) {
      if (s.form(at).equals("that") && (s.tag(at) == Tag.IN || at == v + 1 || s.tag(at + 1) == Tag.PRP || s.tag(at + 1).isName())) {
        return at + 2 < s.size() && !s.tag(at + 1).isFinite() && hasFinite(s, at + 1, s.size() - 1) ? at : -1;
      }
      if (s.tag(at).isFinite() || s.form(at).equals(",") && at > v + 6) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean hasFinite(Sentence s, int from, int to) {
    for (int at = from; at <= to; at++) {
      if (s.tag(at).isFinite()) {
        return true;
      }
    }
    return false;
  }

  private static List<int[]> parts(Sentence s, int from, int to, int from2, int to2) {
    List<int[]> parts = new ArrayList<>();
    if (hasWords(s, from, to)) {
      parts.add(new int[] {from, to});
    }
    if (hasWords(s, from2, to2)) {
      parts.add(new int[] {from2, to2});
    }
    return parts;
  }

  private static boolean hasWords(Sentence s, int from, int to) {
    for (int at = Math.max(0, from); at <= to && at < s.size(); at++) {
      if (!isMark(s, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isQuestion(Sentence s, int first) {
    Tag tag = s.tag(first);
    String form = s.form(first).toLowerCase(Locale.ROOT);
    return tag == Tag.WP || tag == Tag.WRB || tag == Tag.WDT || form.equals("whether") || form.equals("if");
  }

  private static int firstTold(Sentence s, int v, int clause) {
    int first = Math.max(v + 1, s.left(clause));
    while (first < clause && isMark(s, first) && "“\"‘'".indexOf(s.form(first).charAt(0)) < 0) {
      first++;
    }
    return first;
  }

  // ---- passives

  private Finding passive(int passage, Sentence s, int v, CueEntry entry) {
    int told = s.child(v, NSUBJPASS);
    int agent = s.child(v, AGENT);
    Content content = null;
    int open = s.child(v, XCOMP);
    int clause = s.child(v, CCOMP);
    int source = agent;
    if (entry.lemma().equals("quote") || entry.lemma().equals("cite")) {
      source = told;
      if (clause < 0) {
        clause = inAs(s, v);
      }
      if (clause > v) {
        int first = firstTold(s, v, clause);
        boolean saying = first + 1 < s.right(clause) && s.form(first).equals("as") && s.tag(first + 1) == Tag.VBG;
        content = of(CueEntry.CLAUSE, "quoted", saying ? first + 2 : first, s.right(clause));
      }
    } else if (clause > v && entry.has(CueEntry.CLAUSE)) {
      content = of(CueEntry.CLAUSE, "passive", firstTold(s, v, clause), s.right(clause));
      source = told >= 0 && !s.form(told).equalsIgnoreCase("it") ? told : agent;
      if (entry.lemma().equals("tell") || entry.lemma().equals("inform") || entry.lemma().equals("warn") || entry.lemma().equals("ask")) {
        source = agent;
      }
    } else if (open > v && told >= 0 && (entry.has(CueEntry.CLAUSE) || entry.has(CueEntry.OBJECT_INFINITIVE) || entry.has(CueEntry.INFINITIVE))) {
      content = new Content(CueEntry.INFINITIVE, "passive", List.of(new int[] {s.left(told), s.right(told)}, new int[] {s.left(open), s.right(open)}));
    } else if (told >= 0 && entry.has(CueEntry.AS)) {
      int as = inAs(s, v);
      if (as > v) {
        content = new Content(CueEntry.AS, "passive", List.of(new int[] {s.left(told), s.right(told)}, new int[] {s.left(as) + 1, s.right(as)}));
      }
    } else if (told >= 0 && entry.has(CueEntry.PREPOSITION)) {
      int inner = prepositional(s, v, entry);
      if (inner >= 0 && s.left(inner) + 1 <= s.right(inner)) {
        content = of(CueEntry.PREPOSITION, "passive", s.left(inner) + 1, s.right(inner));
      }
    }
    if (content == null && told >= 0 && agent >= 0 && entry.has(CueEntry.NOUN)) {
      content = of(CueEntry.NOUN, "passive", s.left(told), s.right(told));
    }
    return content == null ? null : finding(passage, s, v, entry, content, source);
  }

  private static int inAs(Sentence s, int v) {
    for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
      if (child > v && s.form(firstWord(s, child)).equalsIgnoreCase("as")) {
        return child;
      }
    }
    return -1;
  }

  // ---- nouns and adjectives

  private Finding noun(int passage, Sentence s, int n, CueEntry entry) {
    Content content = null;
    for (int child = s.firstChild(n); child >= 0 && content == null; child = s.nextSibling(child)) {
      if (child < n) {
        continue;
      }
      Relation relation = s.relation(child);
      String first = s.form(firstWord(s, child)).toLowerCase(Locale.ROOT);
      if ((relation == CCOMP || relation == ACL || relation == RELCL) && first.equals("that") && entry.has(CueEntry.CLAUSE) && hasOwnSubject(s, child)) {
        content = of(CueEntry.CLAUSE, "noun", s.left(child), s.right(child));
      } else if ((relation == ACL || relation == XCOMP || relation == CCOMP) && first.equals("to") && entry.has(CueEntry.INFINITIVE)) {
        content = of(CueEntry.INFINITIVE, "noun", s.left(child), s.right(child));
      } else if ((relation == ACL || relation == CCOMP) && isQuestion(s, firstWord(s, child)) && entry.has(CueEntry.QUESTION)) {
        content = of(CueEntry.QUESTION, "noun", s.left(child), s.right(child));
      }
    }
    if (content == null && entry.has(CueEntry.PREPOSITION)) {
      int told = nominal(s, n, entry);
      if (told >= 0 && s.left(told) < s.right(told)) {
        content = of(CueEntry.PREPOSITION, "noun", s.left(told) + 1, s.right(told));
      }
    }
    if (content == null) {
      return null;
    }
    int source = s.child(n, POSS);
    String how = "own";
    if (source < 0) {
      source = by(s, n);
    }
    if (source < 0 && (s.relation(n) == OBJ || s.relation(n) == OBL || s.relation(n) == NSUBJ) && s.head(n) >= 0 && s.tag(s.head(n)).isVerb() && s.relation(n) == OBJ) {
      source = Phrases.subject(s, s.head(n));
      how = "subject";
    }
    if (source < 0) {
      how = "nobody";
    }
    return finding(passage, s, n, entry, new Content(content.frame, "noun." + how, content.words), source);
  }

  private static boolean hasOwnSubject(Sentence s, int clause) {
    int subject = s.child(clause, NSUBJ) >= 0 ? s.child(clause, NSUBJ) : s.child(clause, NSUBJPASS);
    return subject >= 0 && !s.form(subject).equalsIgnoreCase("that");
  }

  private static int nominal(Sentence s, int n, CueEntry entry) {
    for (int child = s.firstChild(n); child >= 0; child = s.nextSibling(child)) {
      if (child > n && (s.relation(child) == NMOD || s.relation(child) == ACL || s.relation(child) == OBL)
          && entry.prepositions().contains(s.form(firstWord(s, child)).toLowerCase(Locale.ROOT))) {
        return child;
      }
    }
    return -1;
  }

  private static int by(Sentence s, int n) {
    for (int child = s.firstChild(n); child >= 0; child = s.nextSibling(child)) {
      String first = s.form(firstWord(s, child)).toLowerCase(Locale.ROOT);
      if (child > n && s.relation(child) == NMOD && (first.equals("by") || first.equals("from") || first.equals("among"))) {
        return child;
      }
    }
    return -1;
  }

  private Finding adjective(int passage, Sentence s, int a, CueEntry entry) {
    Relation relation = s.relation(a);
    if (s.child(a, COP) < 0 && relation != XCOMP && relation != ACL && relation != CONJ && relation != ADVCL && s.child(a, AUXPASS) < 0) {
      return null;
    }
    int subject = s.child(a, NSUBJPASS) >= 0 ? s.child(a, NSUBJPASS) : Phrases.subject(s, a);
    if (subject < 0 || s.form(subject).equalsIgnoreCase("it")) {
      return null;
    }
    for (int child = s.firstChild(a); child >= 0; child = s.nextSibling(child)) {
      if (child < a) {
        continue;
      }
      Relation on = s.relation(child);
      String first = s.form(firstWord(s, child)).toLowerCase(Locale.ROOT);
      if (on == CCOMP && entry.has(CueEntry.CLAUSE)) {
        return finding(passage, s, a, entry, of(CueEntry.CLAUSE, "adjective", s.left(child), s.right(child)), subject);
      }
      if ((on == XCOMP || on == CCOMP || on == ADVCL) && first.equals("to") && entry.has(CueEntry.INFINITIVE)) {
        return finding(passage, s, a, entry, of(CueEntry.INFINITIVE, "adjective", s.left(child), s.right(child)), subject);
      }
      if ((on == OBL || on == ADVCL || on == CCOMP || on == AGENT) && entry.prepositions().contains(first) && entry.has(CueEntry.PREPOSITION)
          && s.left(child) < s.right(child)) {
        return finding(passage, s, a, entry, of(CueEntry.PREPOSITION, "adjective", s.left(child) + 1, s.right(child)), subject);
      }
    }
    return null;
  }

  // ---- what all share

  private Finding finding(int passage, Sentence s, int word, CueEntry entry, Content content, int source) {
    List<Span> spans = new ArrayList<>();
    for (int[] words : content.words) {
      int to = Math.min(words[1], s.size() - 1);
      if (words[0] <= to) {
        spans.add(Phrases.span(s, words[0], to));
      }
    }
    spans.removeIf(span -> span.start() >= span.end());
    if (spans.isEmpty()) {
      return null;
    }
    spans.sort((a, b) -> Integer.compare(a.start(), b.start()));
    boolean rare = entry.isRare(content.frame) && entry.frames().indexOf(content.frame) < 0;
    boolean thing = source >= 0 && s.tag(source) != Tag.PRP && s.tag(source) != Tag.CD && !s.tag(source).isName() && s.tag(source) != Tag.WP
        && s.tag(source) != Tag.PRPS && !lexicon.speaks(s.form(source));
    boolean bare = entry.kind() == Word.VERB && (s.tag(word) == Tag.VB && s.child(word, AUX) < 0 || s.tag(word) == Tag.VBG && s.child(word, AUX) < 0);
    String rule = entry.type().name().toLowerCase(Locale.ROOT) + "." + content.frame + "." + content.where + (rare ? ".rare" : "") + (thing ? ".thing" : "") + (bare ? ".bare" : "") + (modal(s, word) ? ".modal" : "");
    Finding finding = new Finding(passage, s, word, entry, rule, cue(s, word), spans);
    if (source >= 0) {
      finding.name(Phrases.noun(s, source), source);
    }
    return finding;
  }

  /** Whether a cue tells what may or will be said: "may discuss", "would accept". */
  private static boolean modal(Sentence s, int word) {
    for (int child = s.firstChild(word); child >= 0 && child < word; child = s.nextSibling(child)) {
      if (s.tag(child) == Tag.MD) {
        return true;
      }
    }
    return false;
  }

  /** A cue with its auxiliaries and particles. */
  static Span cue(Sentence s, int word) {
    int lo = word;
    while (lo > 0 && s.head(lo - 1) == word && (s.relation(lo - 1) == AUX || s.relation(lo - 1) == AUXPASS || s.relation(lo - 1) == COP
        || s.relation(lo - 1) == ADVMOD || s.tag(lo - 1) == Tag.TO)) {
      lo--;
    }
    int hi = word;
    if (word + 1 < s.size() && s.relation(word + 1) == PRT) {
      hi++;
    }
    return new Span(s.start(lo), s.end(hi));
  }

  static boolean isMark(Sentence s, int word) {
    if (word < 0 || word >= s.size()) {
      return false;
    }
    return s.relation(word) == PUNCT || s.tag(word).isPunctuation();
  }
}
