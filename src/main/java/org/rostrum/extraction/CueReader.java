package org.rostrum.extraction;

import static org.rostrum.extraction.syntax.Relation.ACL;
import static org.rostrum.extraction.syntax.Relation.ADVCL;
import static org.rostrum.extraction.syntax.Relation.ADVMOD;
import static org.rostrum.extraction.syntax.Relation.AGENT;
import static org.rostrum.extraction.syntax.Relation.AUX;
import static org.rostrum.extraction.syntax.Relation.AUXPASS;
import static org.rostrum.extraction.syntax.Relation.CASE;
import static org.rostrum.extraction.syntax.Relation.CCOMP;
import static org.rostrum.extraction.syntax.Relation.CONJ;
import static org.rostrum.extraction.syntax.Relation.COP;
import static org.rostrum.extraction.syntax.Relation.FIXED;
import static org.rostrum.extraction.syntax.Relation.MARK;
import static org.rostrum.extraction.syntax.Relation.NMOD;
import static org.rostrum.extraction.syntax.Relation.NSUBJ;
import static org.rostrum.extraction.syntax.Relation.NSUBJPASS;
import static org.rostrum.extraction.syntax.Relation.OBJ;
import static org.rostrum.extraction.syntax.Relation.OBL;
import static org.rostrum.extraction.syntax.Relation.POSS;
import static org.rostrum.extraction.syntax.Relation.PRT;
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
  private final VerbFrames frames;

  CueReader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.frames = new VerbFrames(new Clauses(lexicon));
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
    if (AccordingTo.isAt(s, word)) {
      return AccordingTo.read(passage, s, word);
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

  private Finding verb(int passage, Sentence s, int v, CueEntry entry) {
    Relation relation = s.relation(v);
    if (relation == Relation.AMOD && !s.tag(v).isFinite() || relation == Relation.COMPOUND || relation == CASE || relation == MARK || relation == AUX || relation == FIXED) {
      return null;
    }
    if (Phrases.isPassive(s, v)) {
      return passive(passage, s, v, entry);
    }
    int subject = Phrases.subject(s, v);
    Told content = frames.told(s, v, entry, subject);
    if (content == null) {
      return null;
    }
    if (subject < 0 && (content.frame() == CueEntry.CLAUSE || content.frame() == CueEntry.QUOTATION)) {
      subject = Phrases.objectBehind(s, v);
    }
    if (subject < 0) {
      subject = Phrases.before(s, v);
    }
    if (subject < 0 && content.where().equals("aside")) {
      subject = Phrases.first(s, v + 1);
    }
    Finding finding = finding(passage, s, v, entry, content, subject);
    if (finding != null && content.frame() != CueEntry.NOUN) {
      finding.addressee = Addressing.addressee(s, v, entry, finding.sourceHead);
    }
    return finding;
  }

  private Finding passive(int passage, Sentence s, int v, CueEntry entry) {
    int told = s.child(v, NSUBJPASS);
    int agent = s.child(v, AGENT);
    Told content = null;
    int open = s.child(v, XCOMP);
    int clause = s.child(v, CCOMP);
    int source = agent;
    if (entry.lemma().equals("quote") || entry.lemma().equals("cite")) {
      source = told;
      if (clause < 0) {
        clause = inAs(s, v);
      }
      if (clause > v) {
        int first = Clauses.firstTold(s, v, clause);
        boolean saying = first + 1 < s.right(clause) && s.form(first).equals("as") && s.tag(first + 1) == Tag.VBG;
        content = Told.of(CueEntry.CLAUSE, "quoted", saying ? first + 2 : first, s.right(clause));
      }
    } else if (clause > v && entry.has(CueEntry.CLAUSE)) {
      content = Told.of(CueEntry.CLAUSE, "passive", Clauses.firstTold(s, v, clause), s.right(clause));
      source = told >= 0 && !s.form(told).equalsIgnoreCase("it") ? told : agent;
      if (entry.lemma().equals("tell") || entry.lemma().equals("inform") || entry.lemma().equals("warn") || entry.lemma().equals("ask")) {
        source = agent;
      }
    } else if (open > v && told >= 0 && (entry.has(CueEntry.CLAUSE) || entry.has(CueEntry.OBJECT_INFINITIVE) || entry.has(CueEntry.INFINITIVE))) {
      content = new Told(CueEntry.INFINITIVE, "passive", List.of(new int[] {s.left(told), s.right(told)}, new int[] {s.left(open), s.right(open)}));
    } else if (told >= 0 && entry.has(CueEntry.AS)) {
      int as = inAs(s, v);
      if (as > v) {
        content = new Told(CueEntry.AS, "passive", List.of(new int[] {s.left(told), s.right(told)}, new int[] {s.left(as) + 1, s.right(as)}));
      }
    } else if (told >= 0 && entry.has(CueEntry.PREPOSITION)) {
      int inner = VerbFrames.prepositional(s, v, entry);
      if (inner >= 0 && s.left(inner) + 1 <= s.right(inner)) {
        content = Told.of(CueEntry.PREPOSITION, "passive", s.left(inner) + 1, s.right(inner));
      }
    }
    if (content == null && told >= 0 && agent >= 0 && entry.has(CueEntry.NOUN)) {
      content = Told.of(CueEntry.NOUN, "passive", s.left(told), s.right(told));
    }
    return content == null ? null : finding(passage, s, v, entry, content, source);
  }

  private static int inAs(Sentence s, int v) {
    for (int child = s.firstChild(v); child >= 0; child = s.nextSibling(child)) {
      if (child > v && s.form(s.left(child)).equalsIgnoreCase("as")) {
        return child;
      }
    }
    return -1;
  }

  private Finding noun(int passage, Sentence s, int n, CueEntry entry) {
    Told content = null;
    for (int child = s.firstChild(n); child >= 0 && content == null; child = s.nextSibling(child)) {
      if (child < n) {
        continue;
      }
      Relation relation = s.relation(child);
      String first = s.form(s.left(child)).toLowerCase(Locale.ROOT);
      if ((relation == CCOMP || relation == ACL || relation == RELCL) && first.equals("that") && entry.has(CueEntry.CLAUSE) && hasOwnSubject(s, child)) {
        content = Told.of(CueEntry.CLAUSE, "noun", s.left(child), s.right(child));
      } else if ((relation == ACL || relation == XCOMP || relation == CCOMP) && first.equals("to") && entry.has(CueEntry.INFINITIVE)) {
        content = Told.of(CueEntry.INFINITIVE, "noun", s.left(child), s.right(child));
      } else if ((relation == ACL || relation == CCOMP) && Clauses.isQuestion(s, s.left(child)) && entry.has(CueEntry.QUESTION)) {
        content = Told.of(CueEntry.QUESTION, "noun", s.left(child), s.right(child));
      }
    }
    if (content == null && entry.has(CueEntry.PREPOSITION)) {
      int told = VerbFrames.nominal(s, n, entry);
      if (told >= 0 && s.left(told) < s.right(told)) {
        content = Told.of(CueEntry.PREPOSITION, "noun", s.left(told) + 1, s.right(told));
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
    if (source < 0 && s.relation(n) == OBJ && s.head(n) >= 0 && s.tag(s.head(n)).isVerb()) {
      source = Phrases.subject(s, s.head(n));
      how = "subject";
    }
    if (source < 0) {
      how = "nobody";
    }
    return finding(passage, s, n, entry, new Told(content.frame(), "noun." + how, content.words()), source);
  }

  private static boolean hasOwnSubject(Sentence s, int clause) {
    int subject = s.child(clause, NSUBJ) >= 0 ? s.child(clause, NSUBJ) : s.child(clause, NSUBJPASS);
    return subject >= 0 && !s.form(subject).equalsIgnoreCase("that");
  }

  private static int by(Sentence s, int n) {
    for (int child = s.firstChild(n); child >= 0; child = s.nextSibling(child)) {
      String first = s.form(s.left(child)).toLowerCase(Locale.ROOT);
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
      String first = s.form(s.left(child)).toLowerCase(Locale.ROOT);
      if (on == CCOMP && entry.has(CueEntry.CLAUSE)) {
        return finding(passage, s, a, entry, Told.of(CueEntry.CLAUSE, "adjective", s.left(child), s.right(child)), subject);
      }
      if ((on == XCOMP || on == CCOMP || on == ADVCL) && first.equals("to") && entry.has(CueEntry.INFINITIVE)) {
        return finding(passage, s, a, entry, Told.of(CueEntry.INFINITIVE, "adjective", s.left(child), s.right(child)), subject);
      }
      if ((on == OBL || on == ADVCL || on == CCOMP || on == AGENT) && entry.prepositions().contains(first) && entry.has(CueEntry.PREPOSITION)
          && s.left(child) < s.right(child)) {
        return finding(passage, s, a, entry, Told.of(CueEntry.PREPOSITION, "adjective", s.left(child) + 1, s.right(child)), subject);
      }
    }
    return null;
  }

  private Finding finding(int passage, Sentence s, int word, CueEntry entry, Told content, int source) {
    List<Span> spans = new ArrayList<>();
    for (int[] words : content.words()) {
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
    boolean rare = entry.isRare(content.frame()) && !entry.mostly(content.frame());
    boolean thing = source >= 0 && entry.type() != CueEntry.Type.EVIDENCE && s.tag(source) != Tag.PRP && s.tag(source) != Tag.CD && !s.tag(source).isName() && s.tag(source) != Tag.WP
        && s.tag(source) != Tag.PRPS && !lexicon.speaks(s.form(source));
    boolean bare = entry.kind() == Word.VERB && (s.tag(word) == Tag.VB && s.child(word, AUX) < 0 || s.tag(word) == Tag.VBG && s.child(word, AUX) < 0);
    String rule = entry.type().name().toLowerCase(Locale.ROOT) + "." + content.frame() + "." + content.where() + (rare ? ".rare" : "") + (thing ? ".thing" : "") + (bare ? ".bare" : "") + (modal(s, word) ? ".modal" : "");
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
}
