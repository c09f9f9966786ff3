package org.rostrum.extraction;

import static org.rostrum.extraction.syntax.Relation.ACL;
import static org.rostrum.extraction.syntax.Relation.APPOS;
import static org.rostrum.extraction.syntax.Relation.CCOMP;
import static org.rostrum.extraction.syntax.Relation.RELCL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rostrum.extraction.Finding.Span;
import org.rostrum.extraction.SaidOn.Precision;
import org.rostrum.extraction.syntax.Sentence;
import org.rostrum.extraction.syntax.Tag;

/**
 * Reads English news: takes mark-up away ({@link Plain}), finds who is said to say what ({@link AttributionReader}), whom pronouns
 * mean ({@link Antecedents}), when it was said ({@link Dates}), what is done by it ({@link Acts}), and how sure that is
 * ({@link Confidences}). Safe for use by many threads.
 */
public final class NewsReader implements Extractor {

  /** Expressions of time farther from the cue than that are not the saying's, in words. */
  private static final int FARTHEST_DATE = 40;
  /** Words that tell that something was said at another time than the rest. */
  private static final Set<String> BEFORE = Set.of("previously", "earlier", "once", "long", "often", "repeatedly", "always", "never", "sometimes", "frequently");

  /**
   * What is less sure is not told: below that, more that is wrong would come in than what is missed would become less.
   */
  private static final double LEAST = 0.33;

  private final AttributionReader attributions;
  private final Acts acts = new Acts();
  private final EventReader events = new EventReader();
  private final AnswerReader answers = new AnswerReader();

  /** A reader that tells what is worth telling. */
  public NewsReader() {
    this(LEAST);
  }

  /** @param least the confidence from which on statements are told; 0 for all, to measure them */
  public NewsReader(double least) {
    attributions = new AttributionReader(least);
  }

  @Override
  public Reading extract(String text, LocalDate publishedOn) {
    Plain plain = Plain.of(text);
    String language = Languages.other(plain.text);
    if (language != null) {
      return Reading.nothing("The text looks like " + language + "; statements are found in English only.");
    }
    AttributionReader.Found found = attributions.read(plain.text);
    return new Article(text, plain, found, publishedOn).reading();
  }

  /** One article as it is read. */
  private final class Article {

    private final String raw;
    private final Plain plain;
    private final AttributionReader.Found found;
    private final LocalDate published;
    private final Map<Sentence, List<Dates.Expression>> dates = new IdentityHashMap<>();

    Article(String raw, Plain plain, AttributionReader.Found found, LocalDate published) {
      this.raw = raw;
      this.plain = plain;
      this.found = found;
      this.published = published;
    }

    Reading reading() {
      readDates();
      Antecedents antecedents = new Antecedents(plain.text, found.passages(), attributions.lexicon());
      List<Finding> findings = found.findings();
      List<SaidOn> said = new ArrayList<>();
      List<Span> meant = new ArrayList<>();
      for (Finding finding : findings) {
        meant.add(antecedents.of(finding));
        said.add(own(finding));
      }
      fill(findings, meant, said);
      List<Statement> statements = new ArrayList<>();
      for (int i = 0; i < findings.size(); i++) {
        statements.add(statement(findings.get(i), meant.get(i), said.get(i)));
      }
      return new Reading(statements, names(), happenings(antecedents, findings, said), null);
    }

    private List<Named> names() {
      List<Named> names = new ArrayList<>();
      for (Passage passage : found.passages()) {
        for (Sentence sentence : passage.sentences) {
          Names.in(sentence).forEach(run -> names.add(new Named(mention(run.phrase()), mention(new Span(sentence.start(run.first()), sentence.end(run.last()))))));
        }
      }
      return names;
    }

    private List<Happening> happenings(Antecedents antecedents, List<Finding> findings, List<SaidOn> said) {
      Map<Sentence, SaidOn> saying = new IdentityHashMap<>();
      Map<Sentence, List<Finding>> tellings = new IdentityHashMap<>();
      for (int i = 0; i < findings.size(); i++) {
        saying.putIfAbsent(findings.get(i).sentence, said.get(i));
        tellings.computeIfAbsent(findings.get(i).sentence, any -> new ArrayList<>()).add(findings.get(i));
      }
      List<Happening> happenings = new ArrayList<>();
      for (int passage = 0; passage < found.passages().size(); passage++) {
        for (Sentence sentence : found.passages().get(passage).sentences) {
          for (EventReader.Event event : events.in(sentence)) {
            SaidOn on = on(sentence, event);
            Span trigger = new Span(sentence.start(event.trigger()), sentence.end(event.trigger()));
            boolean aside = tellings.getOrDefault(sentence, List.of()).stream().noneMatch(finding -> finding.covers(trigger));
            happenings.add(happening(antecedents, passage, sentence, event, on == null && aside ? saying.get(sentence) : on));
          }
        }
      }
      return happenings;
    }

    private Happening happening(Antecedents antecedents, int passage, Sentence s, EventReader.Event event, SaidOn on) {
      Mention clause = mention(new Span(s.start(0), s.end(s.size() - 1)));
      Mention trigger = mention(new Span(s.start(event.trigger()), s.end(event.trigger())));
      return new Happening(event.type(), event.name(), trigger, clause, sides(antecedents, passage, s, event.sources()),
          sides(antecedents, passage, s, event.targets()), event.place() < 0 ? null : mention(EventReader.phrase(s, event.place())), on);
    }

    private List<Mention> sides(Antecedents antecedents, int passage, Sentence s, List<Integer> nouns) {
      List<Mention> sides = new ArrayList<>();
      for (int noun : nouns) {
        Span phrase = EventReader.phrase(s, noun);
        Finding asked = new Finding(passage, s, noun, null, "event", phrase, List.of(phrase));
        asked.source = phrase;
        asked.sourceHead = noun;
        Span meant = antecedents.pronoun(asked);
        sides.add(mention(meant == null ? phrase : meant));
      }
      return sides;
    }

    /** When something happens: by the words next to the one that tells it, which for what is to come mean days to come. */
    private SaidOn on(Sentence s, EventReader.Event event) {
      Dates.Expression best = null;
      int nearest = FARTHEST_DATE;
      for (Dates.Expression expression : dates.getOrDefault(s, List.of())) {
        int distance = Math.abs(expression.from() - event.trigger());
        if (distance < nearest) {
          nearest = distance;
          best = expression;
        }
      }
      if (best == null) {
        return null;
      }
      boolean coming = event.future() && Dates.isDay(s.form(best.to())) && best.date().isBefore(published);
      return new SaidOn(coming ? best.date().plusWeeks(1) : best.date(), best.precision(), mention(new Span(s.start(best.from()), s.end(best.to()))));
    }

    private void readDates() {
      LocalDate anchor = null;
      for (Passage passage : found.passages()) {
        for (Sentence sentence : passage.sentences) {
          List<Dates.Expression> in = Dates.in(sentence, published, anchor);
          if (!in.isEmpty()) {
            dates.put(sentence, in);
            Dates.Expression last = in.get(in.size() - 1);
            anchor = last.precision() == Precision.DAY ? last.date() : anchor;
          }
        }
      }
    }

    /** When something was said by the words beside the cue; null where they do not tell. */
    private SaidOn own(Finding finding) {
      Sentence s = finding.sentence;
      Dates.Expression best = null;
      int nearest = 2 * FARTHEST_DATE;
      for (Dates.Expression expression : dates.getOrDefault(s, List.of())) {
        Span span = new Span(s.start(expression.from()), s.end(expression.to()));
        // What hangs on the cue tells its day, before what stands nearer: "who fled on Sunday, said on Wednesday".
        boolean hangs = finding.word >= 0 && s.isWithin(expression.to(), finding.word);
        int distance = Math.abs(expression.from() - finding.word) + (hangs ? 0 : FARTHEST_DATE);
        boolean outside = finding.content.stream().noneMatch(part -> part.touches(span)) || isNoun(finding);
        if (distance < nearest && outside && isOfTheSaying(s, expression, finding.word, finding.quoted)) {
          nearest = distance;
          best = expression;
        }
      }
      return best == null ? null
          : new SaidOn(best.date(), best.precision(), mention(new Span(s.start(best.from()), s.end(best.to()))));
    }

    /** Whether what is told is a thing, not a clause: "rejected a proposal on Tuesday" tells the day of rejecting it. */
    private boolean isNoun(Finding finding) {
      Sentence s = finding.sentence;
      for (int at = 0; at < s.size(); at++) {
        boolean inside = finding.covers(new Span(s.start(at), s.end(at)));
        if (inside && (s.tag(at).isFinite() || s.tag(at) == Tag.VB)) {
          return false;
        }
      }
      return finding.word >= 0 && !finding.quoted && kind(finding) == StatementKind.INDIRECT;
    }

    /** Whether words that tell when are not part of a clause about something else. */
    private boolean isOfTheSaying(Sentence s, Dates.Expression expression, int cue, boolean quoted) {
      if (expression.from() > cue && expression.from() <= cue + 2) {
        // "Said on Tuesday", wherever the parser hangs the day.
        return true;
      }
      int at = s.head(expression.to());
      for (int steps = 0; at >= 0 && at != cue && steps < 12; steps++) {
        boolean aside = s.relation(at) == RELCL && s.tag(at) != Tag.VBG || s.relation(at) == ACL && s.tag(at).isFinite() || s.relation(at) == APPOS
            || s.relation(at) == CCOMP && !quoted;
        if (aside && !s.isWithin(Math.max(cue, 0), at)) {
          return false;
        }
        at = s.head(at);
      }
      return true;
    }

    /**
     * Gives statements without a date of their own that of the same speaker's last one, else of the first one, where the cue is in
     * the plain past and nothing says "previously".
     */
    private void fill(List<Finding> findings, List<Span> meant, List<SaidOn> said) {
      Map<String, SaidOn> first = new HashMap<>();
      for (int i = findings.size() - 1; i >= 0; i--) {
        if (said.get(i) != null) {
          first.put(speaker(findings.get(i), meant.get(i)), said.get(i));
        }
      }
      Map<String, SaidOn> last = new HashMap<>();
      for (int i = 0; i < findings.size(); i++) {
        String speaker = speaker(findings.get(i), meant.get(i));
        if (said.get(i) != null) {
          last.put(speaker, said.get(i));
        } else if (!speaker.isEmpty() && isPlainPast(findings.get(i))) {
          SaidOn other = last.getOrDefault(speaker, first.get(speaker));
          said.set(i, other == null ? null : new SaidOn(other.date(), other.precision(), null));
        }
      }
    }

    private boolean isPlainPast(Finding finding) {
      Sentence s = finding.sentence;
      int word = finding.word;
      boolean past = word >= 0 && (s.tag(word) == Tag.VBD || s.tag(word) == Tag.VBG);
      for (int at = Math.max(0, word - 3); past && at < Math.min(s.size(), word + 2); at++) {
        if (BEFORE.contains(s.form(at).toLowerCase(Locale.ROOT)) || s.form(at).equals("had") || s.form(at).equals("has") || s.form(at).equals("have")) {
          return false;
        }
      }
      return past;
    }

    /** A key for who speaks: the last word of the name. */
    private String speaker(Finding finding, Span meant) {
      Span span = meant != null ? meant : finding.source;
      if (span == null) {
        return "";
      }
      String name = plain.text.substring(span.start(), span.end());
      int comma = name.indexOf(',');
      String head = comma < 0 ? name : name.substring(0, comma);
      return head.substring(head.lastIndexOf(' ') + 1);
    }

    private Statement statement(Finding finding, Span meant, SaidOn saidOn) {
      List<Mention> content = finding.content.stream().map(this::mention).toList();
      StringBuilder words = new StringBuilder();
      content.forEach(part -> words.append(part.text()).append(' '));
      Mention cue = mention(finding.cue);
      Mention source = finding.source == null ? null : mention(finding.source);
      Mention addressee = finding.addressee == null ? null : mention(finding.addressee);
      return new Statement(content, kind(finding), cue, source, meant == null ? null : mention(meant), addressee,
          acts.act(finding.entry, cue.text(), words.toString()), saidOn, isPlainPast(finding), answer(finding), finding.rule, saidFrom(finding), finding.confidence);
    }

    /** Behind the conjunction "that" at the content's start; the content's start where there is none. */
    private int saidFrom(Finding finding) {
      Sentence s = finding.sentence;
      for (int at = 0; at + 1 < s.size() && s.start(at) <= finding.start(); at++) {
        if (s.start(at) == finding.start() && s.form(at).equalsIgnoreCase("that") && Clauses.isConjunction(s, at) && s.start(at + 1) < finding.content.get(0).end()) {
          return plain.start(s.start(at + 1));
        }
      }
      return plain.start(finding.start());
    }

    private Answer answer(Finding finding) {
      AnswerReader.Told told = answers.read(plain.text, finding);
      return told == null ? null : new Answer(told.stance(), mention(told.words()), told.to());
    }

    private Mention mention(Span span) {
      int start = plain.start(span.start());
      return Mention.of(raw, start, Math.max(start + 1, plain.end(span.end())));
    }

    private StatementKind kind(Finding finding) {
      int inside = 0;
      int outside = 0;
      List<Quotation> near = quotations(finding);
      for (Span part : finding.content) {
        int next = 0;
        for (int at = part.start(); at < part.end(); at++) {
          while (next < near.size() && near.get(next).end() <= at) {
            next++;
          }
          if (Character.isLetterOrDigit(plain.text.charAt(at))) {
            if (next < near.size() && near.get(next).start() <= at) {
              inside++;
            } else {
              outside++;
            }
          }
        }
      }
      return outside == 0 && inside > 0 ? StatementKind.DIRECT : inside > 0 ? StatementKind.MIXED : StatementKind.INDIRECT;
    }

    /** The quotations that a content may have words in. */
    private List<Quotation> quotations(Finding finding) {
      List<Quotation> near = new ArrayList<>();
      for (int passage = finding.passage; passage < found.passages().size(); passage++) {
        Passage here = found.passages().get(passage);
        if (here.paragraph.start() >= finding.end()) {
          break;
        }
        near.addAll(here.quotationsIn(finding.start(), finding.end()));
      }
      return near;
    }
  }
}
