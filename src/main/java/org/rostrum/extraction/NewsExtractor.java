package org.rostrum.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rostrum.extraction.act.SpeechActClassifier;
import org.rostrum.extraction.act.StanceCueExtractor;
import org.rostrum.extraction.attribution.AttributionBuilder;
import org.rostrum.extraction.attribution.AttributionExtractor;
import org.rostrum.extraction.attribution.ContentClauseFinder;
import org.rostrum.extraction.coref.CoreferenceResolver;
import org.rostrum.extraction.coref.NameFinder;
import org.rostrum.extraction.coref.NameSpan;
import org.rostrum.extraction.document.LanguageDetector;
import org.rostrum.extraction.document.MarkupStripper;
import org.rostrum.extraction.event.EventExtractor;
import org.rostrum.extraction.quotation.Quotation;
import org.rostrum.extraction.result.ExtractedEvent;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.NameMention;
import org.rostrum.graph.value.EventType;
import org.rostrum.graph.value.SpeechAct;
import org.rostrum.extraction.result.StanceCue;
import org.rostrum.extraction.result.Statement;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.extraction.sentence.SentenceSplitter;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;
import org.rostrum.extraction.syntax.PosTag;
import org.rostrum.extraction.time.TimeExpressionResolver;
import static org.rostrum.extraction.syntax.DependencyRelation.ACL;
import static org.rostrum.extraction.syntax.DependencyRelation.APPOS;
import static org.rostrum.extraction.syntax.DependencyRelation.CCOMP;
import static org.rostrum.extraction.syntax.DependencyRelation.RELCL;

/**
 * Reads English news: takes mark-up away ({@link MarkupStripper}), finds who is said to say what ({@link AttributionExtractor}), whom pronouns
 * mean ({@link CoreferenceResolver}), when it was said ({@link TimeExpressionResolver}), what is done by it ({@link SpeechActClassifier}), and how sure that is
 * ({@link RulePrecisionTable}). Safe for use by many threads.
 */
public final class NewsExtractor implements StatementExtractor {

  /** Expressions of time farther from the cue than that are not the saying's, in words. */
  private static final int FARTHEST_DATE = 40;
  /** Words that tell that something was said at another time than the rest. */
  private static final Set<String> BEFORE = Set.of("previously", "earlier", "once", "long", "often", "repeatedly", "always", "never", "sometimes", "frequently");

  /**
   * What is less sure is not told: below that, more that is wrong would come in than what is missed would become less.
   */
  private static final double LEAST = 0.33;

  /** So much of one text is told: what has more is no news article. */
  private static final int MOST_STATEMENTS = 5_000;
  private static final int MOST_NAMES = 20_000;
  private static final int MOST_HAPPENINGS = 5_000;

  private final AttributionExtractor attributions;
  private final EventExtractor events = new EventExtractor();
  private final StanceCueExtractor answers = new StanceCueExtractor();

  /** A reader that tells what is worth telling. */
  public NewsExtractor() {
    this(LEAST);
  }

  /** @param least the confidence from which on statements are told; 0 for all, to measure them */
  public NewsExtractor(double least) {
    attributions = new AttributionExtractor(least);
  }

  /** {@inheritDoc} Of one text at most {@value #MOST_STATEMENTS} statements, {@value #MOST_NAMES} names and {@value #MOST_HAPPENINGS} happenings are told, the first. */
  @Override
  public ExtractionResult extract(String text, LocalDate publishedOn, StopSignal stop) {
    stop.check();
    MarkupStripper plain = MarkupStripper.of(text, stop);
    String language = LanguageDetector.other(plain.text);
    if (language != null) {
      return ExtractionResult.nothing("The text looks like " + language + "; statements are found in English only.");
    }
    Article article = new Article(text, plain, publishedOn, stop);
    attributions.read(plain.text, stop, article);
    return article.reading();
  }

  /**
   * An attribution of which all is known but whom its source means, and the day that other statements tell.
   *
   * @param own when it was said by the words beside the cue; null where they do not tell
   */
  private record Attributed(CoreferenceResolver.Source source, List<Mention> content, ClaimKind kind, Mention cue, Mention addressee, SpeechAct act,
      UtteranceDate own, boolean plainPast, StanceCue answer, String rule, int saidFrom, double confidence) {}

  /** What happened, of which all is known but whom pronouns mean, and the day of the statement beside it. */
  private record Event(EventType type, String name, CharSpan trigger, Mention clause, List<CoreferenceResolver.Source> sources, List<CoreferenceResolver.Source> targets,
      CharSpan place, UtteranceDate on, int sentence) {}

  /** What is to be known of a sentence as long as attributions in it may be found. */
  private record Seen(int number, List<TimeExpressionResolver.Expression> dates) {}

  /** One article as it is read. */
  private final class Article implements AttributionExtractor.Listener {

    private final String raw;
    private final MarkupStripper plain;
    private final LocalDate published;
    private final StopSignal stop;
    private final CoreferenceResolver antecedents;
    private final SpeechActClassifier acts = new SpeechActClassifier();
    private final Map<ParsedSentence, Seen> seen = new IdentityHashMap<>();
    private final List<Attributed> attributed = new ArrayList<>();
    private final List<NameMention> names = new ArrayList<>();
    private final List<Event> happened = new ArrayList<>();
    private int sentences;
    /** The day that the text told last; null for none. */
    private LocalDate anchor;
    /** What the sentence tells that was looked at last. */
    private ParsedSentence answering;
    private List<StanceCueExtractor.Told> told;

    Article(String raw, MarkupStripper plain, LocalDate published, StopSignal stop) {
      this.raw = raw;
      this.plain = plain;
      this.published = published;
      this.stop = stop;
      this.antecedents = new CoreferenceResolver(plain.text, attributions.lexicon());
    }

    @Override
    public void sentence(int passage, ParsedSentence sentence) {
      int number = sentences++;
      List<TimeExpressionResolver.Expression> dates = TimeExpressionResolver.in(sentence, published, anchor);
      if (!dates.isEmpty()) {
        TimeExpressionResolver.Expression last = dates.get(dates.size() - 1);
        anchor = last.precision() == DatePrecision.DAY ? last.date() : anchor;
      }
      seen.put(sentence, new Seen(number, dates));
      List<NameSpan> runs = NameFinder.in(sentence);
      antecedents.collect(sentence, runs, number, passage);
      for (NameSpan run : runs) {
        if (names.size() < MOST_NAMES) {
          names.add(new NameMention(mention(run.phrase()), mention(new CharSpan(sentence.start(run.first()), sentence.end(run.last())))));
        }
      }
      if (happened.size() < MOST_HAPPENINGS) {
        happenings(passage, number, sentence, dates);
      }
    }

    private void happenings(int passage, int number, ParsedSentence s, List<TimeExpressionResolver.Expression> dates) {
      List<EventExtractor.Event> found = events.in(s);
      Mention clause = found.isEmpty() ? null : mention(new CharSpan(s.start(0), s.end(s.size() - 1)));
      for (EventExtractor.Event event : found) {
        if (happened.size() == MOST_HAPPENINGS) {
          return;
        }
        happened.add(new Event(event.type(), event.name(), new CharSpan(s.start(event.trigger()), s.end(event.trigger())), clause,
            sides(passage, number, s, event.sources()), sides(passage, number, s, event.targets()),
            event.place() < 0 ? null : EventExtractor.phrase(s, event.place()), on(s, event, dates), number));
      }
    }

    private static List<CoreferenceResolver.Source> sides(int passage, int number, ParsedSentence s, List<Integer> nouns) {
      List<CoreferenceResolver.Source> sides = new ArrayList<>();
      for (int noun : nouns) {
        CharSpan phrase = EventExtractor.phrase(s, noun);
        sides.add(CoreferenceResolver.Source.of(passage, number, s, noun, phrase, List.of(phrase)));
      }
      return sides;
    }

    @Override
    public void attribution(AttributionBuilder finding, AttributionExtractor.Window window) {
      if (attributed.size() == MOST_STATEMENTS) {
        return;
      }
      Seen here = seen.get(finding.sentence);
      List<Mention> content = finding.content.stream().map(this::mention).toList();
      Mention cue = mention(finding.cue);
      ClaimKind kind = kind(finding, window.quotations(finding.passage, finding.start(), finding.end()));
      attributed.add(new Attributed(CoreferenceResolver.Source.of(finding, here.number), content, kind, cue, finding.addressee == null ? null : mention(finding.addressee),
          acts.act(finding.entry, cue.text(), words(content)), own(finding, here.dates, kind), isPlainPast(finding), answer(finding), finding.rule, saidFrom(finding),
          finding.confidence));
    }

    @Override
    public void passed(SentenceSplitter passage) {
      passage.sentences.forEach(seen::remove);
    }

    /** As many words of a content as tell what is done by it. */
    private static String words(List<Mention> content) {
      StringBuilder words = new StringBuilder();
      for (Mention part : content) {
        if (words.length() > SpeechActClassifier.LOOKED_AT) {
          break;
        }
        words.append(part.text(), 0, Math.min(part.text().length(), SpeechActClassifier.LOOKED_AT)).append(' ');
      }
      return words.toString();
    }

    ExtractionResult reading() {
      List<UtteranceDate> said = new ArrayList<>();
      List<CharSpan> meant = new ArrayList<>();
      for (Attributed one : attributed) {
        stop.check();
        meant.add(antecedents.of(one.source));
        said.add(one.own);
      }
      fill(meant, said);
      List<Statement> statements = new ArrayList<>();
      for (int i = 0; i < attributed.size(); i++) {
        statements.add(statement(attributed.get(i), meant.get(i), said.get(i)));
      }
      return new ExtractionResult(statements, names, happenings(said), null);
    }

    private List<ExtractedEvent> happenings(List<UtteranceDate> said) {
      Map<Integer, List<Integer>> bySentence = new HashMap<>();
      for (int i = 0; i < attributed.size(); i++) {
        bySentence.computeIfAbsent(attributed.get(i).source.sentence(), sentence -> new ArrayList<>()).add(i);
      }
      List<ExtractedEvent> happenings = new ArrayList<>();
      for (Event event : happened) {
        stop.check();
        List<Integer> tellings = bySentence.getOrDefault(event.sentence, List.of());
        boolean aside = tellings.stream().noneMatch(telling -> attributed.get(telling).source.covers(event.trigger));
        UtteranceDate on = event.on == null && aside ? tellings.stream().map(said::get).filter(Objects::nonNull).findFirst().orElse(null) : event.on;
        happenings.add(new ExtractedEvent(event.type, event.name, mention(event.trigger), event.clause, whom(event.sources), whom(event.targets),
            event.place == null ? null : mention(event.place), on));
      }
      return happenings;
    }

    private List<Mention> whom(List<CoreferenceResolver.Source> sides) {
      List<Mention> whom = new ArrayList<>();
      for (CoreferenceResolver.Source side : sides) {
        CharSpan meant = antecedents.pronoun(side);
        whom.add(mention(meant == null ? side.span() : meant));
      }
      return whom;
    }

    /** When something happens: by the words next to the one that tells it, which for what is to come mean days to come. */
    private UtteranceDate on(ParsedSentence s, EventExtractor.Event event, List<TimeExpressionResolver.Expression> dates) {
      TimeExpressionResolver.Expression best = null;
      int nearest = FARTHEST_DATE;
      for (TimeExpressionResolver.Expression expression : dates) {
        int distance = Math.abs(expression.from() - event.trigger());
        if (distance < nearest) {
          nearest = distance;
          best = expression;
        }
      }
      if (best == null) {
        return null;
      }
      boolean coming = event.future() && TimeExpressionResolver.isDay(s.form(best.to())) && best.date().isBefore(published);
      return new UtteranceDate(coming ? best.date().plusWeeks(1) : best.date(), best.precision(), mention(new CharSpan(s.start(best.from()), s.end(best.to()))));
    }

    /** When something was said by the words beside the cue; null where they do not tell. */
    private UtteranceDate own(AttributionBuilder finding, List<TimeExpressionResolver.Expression> dates, ClaimKind kind) {
      ParsedSentence s = finding.sentence;
      boolean noun = !dates.isEmpty() && isNoun(finding, kind);
      TimeExpressionResolver.Expression best = null;
      int nearest = 2 * FARTHEST_DATE;
      for (TimeExpressionResolver.Expression expression : dates) {
        CharSpan span = new CharSpan(s.start(expression.from()), s.end(expression.to()));
        // What hangs on the cue tells its day, before what stands nearer: "who fled on Sunday, said on Wednesday".
        boolean hangs = finding.word >= 0 && s.isWithin(expression.to(), finding.word);
        int distance = Math.abs(expression.from() - finding.word) + (hangs ? 0 : FARTHEST_DATE);
        boolean outside = noun || finding.content.stream().noneMatch(part -> part.touches(span));
        if (distance < nearest && outside && isOfTheSaying(s, expression, finding.word, finding.quoted)) {
          nearest = distance;
          best = expression;
        }
      }
      return best == null ? null
          : new UtteranceDate(best.date(), best.precision(), mention(new CharSpan(s.start(best.from()), s.end(best.to()))));
    }

    /** Whether what is told is a thing, not a clause: "rejected a proposal on Tuesday" tells the day of rejecting it. */
    private boolean isNoun(AttributionBuilder finding, ClaimKind kind) {
      if (finding.word < 0 || finding.quoted || kind != ClaimKind.INDIRECT) {
        return false;
      }
      ParsedSentence s = finding.sentence;
      for (int at = 0; at < s.size(); at++) {
        boolean inside = finding.covers(new CharSpan(s.start(at), s.end(at)));
        if (inside && (s.tag(at).isFinite() || s.tag(at) == PosTag.VB)) {
          return false;
        }
      }
      return true;
    }

    /** Whether words that tell when are not part of a clause about something else. */
    private boolean isOfTheSaying(ParsedSentence s, TimeExpressionResolver.Expression expression, int cue, boolean quoted) {
      if (expression.from() > cue && expression.from() <= cue + 2) {
        // "Said on Tuesday", wherever the parser hangs the day.
        return true;
      }
      int at = s.head(expression.to());
      for (int steps = 0; at >= 0 && at != cue && steps < 12; steps++) {
        boolean aside = s.relation(at) == RELCL && s.tag(at) != PosTag.VBG || s.relation(at) == ACL && s.tag(at).isFinite() || s.relation(at) == APPOS
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
    private void fill(List<CharSpan> meant, List<UtteranceDate> said) {
      Map<String, UtteranceDate> first = new HashMap<>();
      for (int i = attributed.size() - 1; i >= 0; i--) {
        if (said.get(i) != null) {
          first.put(speaker(attributed.get(i), meant.get(i)), said.get(i));
        }
      }
      Map<String, UtteranceDate> last = new HashMap<>();
      for (int i = 0; i < attributed.size(); i++) {
        String speaker = speaker(attributed.get(i), meant.get(i));
        if (said.get(i) != null) {
          last.put(speaker, said.get(i));
        } else if (!speaker.isEmpty() && attributed.get(i).plainPast) {
          UtteranceDate other = last.getOrDefault(speaker, first.get(speaker));
          said.set(i, other == null ? null : new UtteranceDate(other.date(), other.precision(), null));
        }
      }
    }

    private boolean isPlainPast(AttributionBuilder finding) {
      ParsedSentence s = finding.sentence;
      int word = finding.word;
      boolean past = word >= 0 && (s.tag(word) == PosTag.VBD || s.tag(word) == PosTag.VBG);
      for (int at = Math.max(0, word - 3); past && at < Math.min(s.size(), word + 2); at++) {
        if (BEFORE.contains(s.form(at).toLowerCase(Locale.ROOT)) || s.form(at).equals("had") || s.form(at).equals("has") || s.form(at).equals("have")) {
          return false;
        }
      }
      return past;
    }

    /** A key for who speaks: the last word of the name. */
    private String speaker(Attributed one, CharSpan meant) {
      CharSpan span = meant != null ? meant : one.source.span();
      if (span == null) {
        return "";
      }
      String name = plain.text.substring(span.start(), span.end());
      int comma = name.indexOf(',');
      String head = comma < 0 ? name : name.substring(0, comma);
      return head.substring(head.lastIndexOf(' ') + 1);
    }

    private Statement statement(Attributed one, CharSpan meant, UtteranceDate saidOn) {
      Mention source = one.source.span() == null ? null : mention(one.source.span());
      return new Statement(one.content, one.kind, one.cue, source, meant == null ? null : mention(meant), one.addressee, one.act, saidOn, one.plainPast,
          one.answer, one.rule, one.saidFrom, one.confidence);
    }

    /** Behind the conjunction "that" at the content's start; the content's start where there is none. */
    private int saidFrom(AttributionBuilder finding) {
      ParsedSentence s = finding.sentence;
      for (int at = 0; at + 1 < s.size() && s.start(at) <= finding.start(); at++) {
        if (s.start(at) == finding.start() && s.form(at).equalsIgnoreCase("that") && ContentClauseFinder.isConjunction(s, at) && s.start(at + 1) < finding.content.get(0).end()) {
          return plain.start(s.start(at + 1));
        }
      }
      return plain.start(finding.start());
    }

    private StanceCue answer(AttributionBuilder finding) {
      if (answering != finding.sentence) {
        answering = finding.sentence;
        told = answers.read(plain.text, answering);
      }
      StanceCueExtractor.Told answer = StanceCueExtractor.of(finding, told);
      return answer == null ? null : new StanceCue(answer.stance(), mention(answer.words()), answer.to());
    }

    private Mention mention(CharSpan span) {
      int start = plain.start(span.start());
      return Mention.of(raw, start, Math.max(start + 1, plain.end(span.end())));
    }

    /** @param near the quotations that the content may have words in */
    private ClaimKind kind(AttributionBuilder finding, List<Quotation> near) {
      boolean inside = false;
      boolean outside = false;
      for (CharSpan part : finding.content) {
        int next = 0;
        for (int at = part.start(); at < part.end() && !(inside && outside); at++) {
          while (next < near.size() && near.get(next).end() <= at) {
            next++;
          }
          if (Character.isLetterOrDigit(plain.text.charAt(at))) {
            boolean quoted = next < near.size() && near.get(next).start() <= at;
            inside |= quoted;
            outside |= !quoted;
          }
        }
      }
      return !inside ? ClaimKind.INDIRECT : outside ? ClaimKind.MIXED : ClaimKind.DIRECT;
    }
  }
}
