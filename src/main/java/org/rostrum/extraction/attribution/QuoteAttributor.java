package org.rostrum.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.lexicon.Lexicon;
import org.rostrum.extraction.phrase.NounPhraseSpans;
import org.rostrum.extraction.sentence.SentenceSplitter.Placed;
import org.rostrum.extraction.sentence.SentenceSplitter;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;
import static org.rostrum.extraction.syntax.DependencyRelation.ROOT;

/**
 * Finds who is quoted where an utterance stands in quotation marks as a whole: by the cue behind it, by the cue before it, as what
 * goes on from the quotation before it. Holds where an article stands, so one is made for each article.
 */
final class QuoteAttributor {

  /** How many words there may be between a cue and a quotation behind it. */
  private static final int FARTHEST_LEAD = 30;
  /** A verb that the lexicon does not have counts as a cue that near to a quotation. */
  private static final int NEAREST_UNKNOWN = 8;

  /** A name behind a dash has no more words, with what it is. */
  private static final int LONGEST_SIGNATURE = 15;
  /** An attribution has no more parts: quotations that still go on are not told. */
  static final int MOST_PARTS = 200;

  private final Lexicon lexicon;
  /** The passage that is read, and the one before it. */
  private SentenceSplitter passage;
  private SentenceSplitter previous;
  /** What the last quotation of the paragraph was attributed to, and where that stood; null for none. */
  private AttributionBuilder here;
  private int hereSentence;
  private int hereBefore;
  /** What the last quotation was attributed to; null behind a paragraph that attributes nothing. */
  private AttributionBuilder last;
  private int lastPassage = -1;
  private boolean goesOn;

  QuoteAttributor(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * The attributions of a passage's quotations that are new; others are added to. Passages must be read in the text's order.
   *
   * @param told what the passage's sentences tell themselves
   */
  List<AttributionBuilder> read(int number, SentenceSplitter read, Map<ParsedSentence, List<AttributionBuilder>> told) {
    previous = passage;
    passage = read;
    List<AttributionBuilder> found = new ArrayList<>();
    here = null;
    for (int i = 0; i < passage.placed.size(); i++) {
      Placed placed = passage.placed.get(i);
      boolean another = i + 1 < passage.placed.size() && passage.placed.get(i + 1).sentence() == placed.sentence();
      int end = another ? passage.placed.get(i + 1).before() : passage.sentences.get(placed.sentence()).size();
      CharSpan span = new CharSpan(placed.quotation().start(), placed.quotation().end());
      AttributionBuilder attributed = own(number, placed, end, told, span);
      if (attributed != null) {
        found.add(attributed);
      } else {
        attributed = earlier(number, placed, told, span);
        if (attributed == null) {
          continue;
        }
        if (attributed.content.size() < MOST_PARTS) {
          attributed.content.add(span);
        }
      }
      attributed.quoted = true;
      here = attributed;
      hereSentence = placed.sentence();
      hereBefore = placed.before();
      last = attributed;
      lastPassage = number;
      goesOn = placed.quotation().goesOn() && attributed.content.size() < MOST_PARTS;
    }
    if (here == null) {
      goesOn = false;
    }
    return found;
  }

  /** The attribution that the next passage may add to; null for none. */
  AttributionBuilder open() {
    return goesOn ? last : null;
  }

  /** The attribution that a quotation has of its own; null where it has none. */
  private AttributionBuilder own(int number, Placed placed, int end, Map<ParsedSentence, List<AttributionBuilder>> told, CharSpan span) {
    ParsedSentence s = passage.sentences.get(placed.sentence());
    if (here != null && hereSentence == placed.sentence()) {
      int cue = lead(s, Math.max(hereBefore, here.sentence == s ? here.word + 1 : 0), placed.before());
      return cue < 0 ? null : finding(number, s, cue, span, "quote.second");
    }
    if (s.size() == 0) {
      AttributionBuilder led = led(number, placed, span);
      return led != null ? led : signed(number, placed, span);
    }
    if (words(s, 0, placed.before()) == 0) {
      return behind(number, s, placed.before(), end, span);
    }
    if (joined(s, placed, told) != null) {
      return null;
    }
    int cue = lead(s, 0, placed.before());
    if (cue >= 0 && placed.before() - cue <= FARTHEST_LEAD) {
      return finding(number, s, cue, span, "quote.lead");
    }
    AttributionBuilder named = colon(number, s, placed.before(), span);
    return named != null ? named : behind(number, s, placed.before(), end, span);
  }

  /** The attribution before it that a quotation goes on with; null where there is none. */
  private AttributionBuilder earlier(int number, Placed placed, Map<ParsedSentence, List<AttributionBuilder>> told, CharSpan span) {
    ParsedSentence s = passage.sentences.get(placed.sentence());
    if (here != null && hereSentence >= placed.sentence() - 1 && (hereSentence == placed.sentence() || words(s, 0, placed.before()) == 0)) {
      return here;
    }
    return words(s, 0, placed.before()) > 0 ? joined(s, placed, told) : before(number, placed, told, span);
  }

  /** What the sentence tells right before a quotation, with no more than a comma between: they are one. */
  private static AttributionBuilder joined(ParsedSentence s, Placed placed, Map<ParsedSentence, List<AttributionBuilder>> told) {
    int last = placed.before() - 1;
    boolean comma = s.form(last).equals(",");
    int end = s.end(comma && last > 0 ? last - 1 : last);
    for (AttributionBuilder finding : told.getOrDefault(s, List.of())) {
      if (finding.end() == end) {
        return finding;
      }
    }
    return null;
  }

  /** The name behind a dash that stands in the next paragraph, or in the same behind the quotation. */
  private AttributionBuilder signed(int number, Placed placed, CharSpan span) {
    if (placed.sentence() + 1 < passage.sentences.size()) {
      return dash(number, passage.sentences.get(placed.sentence() + 1), 0, span);
    }
    return null;
  }

  private static AttributionBuilder dash(int number, ParsedSentence s, int from, CharSpan span) {
    if (from + 1 >= s.size() || s.size() - from > LONGEST_SIGNATURE || "—―–-~".indexOf(s.form(from).charAt(0)) < 0 || !s.tag(from + 1).isName()) {
      return null;
    }
    for (int at = from; at < s.size(); at++) {
      if (s.tag(at).isFinite()) {
        return null;
      }
    }
    AttributionBuilder finding = new AttributionBuilder(number, s, from, null, "quote.dash", new CharSpan(s.start(from), s.end(from)), List.of(span));
    name(finding, s, NounPhraseSpans.first(s, from + 1));
    return finding;
  }

  private AttributionBuilder led(int number, Placed placed, CharSpan span) {
    int at = number;
    SentenceSplitter there = passage;
    int sentence = placed.sentence() - 1;
    if (sentence < 0) {
      if (previous == null) {
        return null;
      }
      at = number - 1;
      there = previous;
      sentence = there.sentences.size() - 1;
    }
    ParsedSentence before = there.sentences.get(sentence);
    if (before.size() == 0 || !before.form(before.size() - 1).equals(":")) {
      return null;
    }
    int cue = lead(before, 0, before.size());
    return cue >= 0 ? finding(at, before, cue, span, "quote.led") : colon(at, before, before.size(), span);
  }

  private AttributionBuilder before(int number, Placed placed, Map<ParsedSentence, List<AttributionBuilder>> told, CharSpan span) {
    if (placed.sentence() > 0) {
      ParsedSentence sentence = passage.sentences.get(placed.sentence() - 1);
      AttributionBuilder near = null;
      for (AttributionBuilder finding : told.getOrDefault(sentence, List.of())) {
        if (finding.end() < span.start() && isQuoting(finding)) {
          near = finding;
        }
      }
      return near;
    }
    if (last != null && lastPassage == number - 1 && goesOn) {
      return last;
    }
    return null;
  }

  /** Whether an attribution's content has words in quotation marks. */
  private boolean isQuoting(AttributionBuilder finding) {
    return !passage.quotationsIn(finding.start(), finding.end()).isEmpty();
  }

  private static int words(ParsedSentence s, int from, int to) {
    int words = 0;
    for (int at = from; at < to; at++) {
      words += NounPhraseSpans.isMark(s, at) || s.tag(at) == PosTag.CC ? 0 : 1;
    }
    return words;
  }

  /** The last word in a stretch of a sentence that leads to a quotation; -1 for none. */
  private int lead(ParsedSentence s, int from, int to) {
    for (int at = to - 1; at >= from; at--) {
      CueLexiconEntry entry = s.tag(at).isVerb() ? lexicon.verb(s.form(at)) : null;
      if (entry != null && entry.has(CueLexiconEntry.QUOTATION)) {
        return at;
      }
    }
    return -1;
  }

  private AttributionBuilder behind(int number, ParsedSentence s, int from, int to, CharSpan span) {
    int best = -1;
    for (int at = from; at < to; at++) {
      CueLexiconEntry entry = s.tag(at).isVerb() || s.tag(at).isNoun() && at == from ? lexicon.verb(s.form(at)) : null;
      if (entry == null || !entry.has(CueLexiconEntry.QUOTATION)) {
        continue;
      }
      boolean aside = s.relation(at) == RELCL || s.relation(at) == ACL;
      if (best < 0 || s.relation(at) == ROOT && s.relation(best) != ROOT && at - from < 25 || s.relation(best) == RELCL && !aside) {
        best = at;
      }
    }
    String rule = "quote.behind";
    if (best < 0) {
      for (int at = from; at < Math.min(to, from + NEAREST_UNKNOWN) && best < 0; at++) {
        best = s.tag(at).isFinite() && s.tag(at) != PosTag.MD && s.relation(at) == ROOT && NounPhraseSpans.subject(s, at) >= 0 ? at : -1;
      }
      rule = "quote.unknown";
    }
    if (best < 0) {
      AttributionBuilder signed = dash(number, s, from, span);
      return signed != null ? signed : accordingTo(number, s, from, span);
    }
    return finding(number, s, best, span, rule);
  }

  private static AttributionBuilder accordingTo(int number, ParsedSentence s, int from, CharSpan span) {
    for (int at = from; at + 2 < s.size() && at < from + 3; at++) {
      if (s.form(at).equalsIgnoreCase("according")) {
        int source = NounPhraseSpans.first(s, at + 2);
        AttributionBuilder finding = new AttributionBuilder(number, s, at, null, "quote.according", new CharSpan(s.start(at), s.end(at + 1)), List.of(span));
        name(finding, s, source);
        return finding;
      }
    }
    return null;
  }

  /** "Trump: …": a name or a clause with a colon. */
  private AttributionBuilder colon(int number, ParsedSentence s, int to, CharSpan span) {
    if (to == 0 || !s.form(to - 1).equals(":")) {
      return null;
    }
    int verb = -1;
    for (int at = 0; at < to; at++) {
      if (s.tag(at).isVerb() && verb < 0) {
        verb = at;
      }
    }
    int source = verb >= 0 ? NounPhraseSpans.subject(s, verb) : NounPhraseSpans.first(s, 0);
    AttributionBuilder finding = new AttributionBuilder(number, s, to - 1, null, verb >= 0 ? "quote.colon.verb" : "quote.colon", new CharSpan(s.start(to - 1), s.end(to - 1)), List.of(span));
    name(finding, s, source);
    return finding;
  }

  private AttributionBuilder finding(int number, ParsedSentence s, int cue, CharSpan span, String rule) {
    CueLexiconEntry entry = lexicon.verb(s.form(cue));
    AttributionBuilder finding = new AttributionBuilder(number, s, cue, entry, rule, CueAttributionExtractor.cue(s, cue), List.of(span));
    int source = NounPhraseSpans.subject(s, cue);
    if (source < 0 && cue > 0) {
      source = NounPhraseSpans.before(s, cue);
    }
    if (source < 0 || rule.equals("quote.behind") && cue == 0) {
      source = inverted(s, cue, source);
    }
    name(finding, s, source);
    if (entry != null) {
      finding.addressee = AddresseeFinder.addressee(s, cue, entry, source);
    }
    return finding;
  }

  /** Who speaks where the name stands behind the word of saying. */
  private static int inverted(ParsedSentence s, int cue, int otherwise) {
    int object = NounPhraseSpans.objectBehind(s, cue);
    if (object >= 0) {
      return object;
    }
    int behind = cue + 1 < s.size() && !NounPhraseSpans.isMark(s, cue + 1) ? NounPhraseSpans.first(s, cue + 1) : -1;
    return behind >= 0 && behind - cue < 12 ? behind : otherwise;
  }

  private static void name(AttributionBuilder finding, ParsedSentence s, int source) {
    if (source >= 0) {
      finding.name(NounPhraseSpans.noun(s, source), source);
    }
  }
}
