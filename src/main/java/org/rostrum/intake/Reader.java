package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.actor.ActorRecorder;
import org.rostrum.article.Article;
import org.rostrum.claim.ClaimChanges;
import org.rostrum.claim.ClaimKind;
import org.rostrum.claim.Draft;
import org.rostrum.claim.Draft.Attributed;
import org.rostrum.claim.Rereading;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.Span;
import org.rostrum.claim.SpeechAct;
import org.rostrum.event.EventChanges;
import org.rostrum.event.EventDraft;
import org.rostrum.event.ParticipantRole;
import org.rostrum.extraction.Extractor;
import org.rostrum.extraction.Happening;
import org.rostrum.extraction.Mention;
import org.rostrum.extraction.Reading;
import org.rostrum.extraction.SaidOn;
import org.rostrum.extraction.Statement;
import org.rostrum.extraction.StopSignal;
import org.rostrum.graph.Database;
import org.rostrum.graph.DatePrecision;
import org.rostrum.graph.KeyLocks;
import org.rostrum.graph.KeyLocks.Stage;
import org.rostrum.graph.Work;
import org.rostrum.history.ChangeLog;
import org.rostrum.resolution.Resolution;
import org.rostrum.resolution.Resolution.Told;
import org.rostrum.resolution.Resolved;
import org.rostrum.resolution.Resolver;

/**
 * Reads articles and records what they tell: statements, who made them, how they stand to each other, and events. An article that was read
 * before is read anew in the same way.
 */
@ApplicationScoped
class Reader {

  /** How many statements are recorded of one article: what is behind them is no news article. */
  static final int MOST_STATEMENTS = 1_000;
  private static final int MOST_HAPPENINGS = 1_000;
  /** Into how many parts a statement may be cut, as for those that clients record. */
  private static final int MOST_SPANS = 50;
  private static final int LONGEST_MENTION = 500;
  private static final int LONGEST_CUE = 200;
  private static final int LONGEST_CLAUSE = 2_000;

  private final Extractor extractor;
  private final Resolver resolver;
  private final ReadingSlots slots;
  private final Database database;
  private final ActorRecorder actors;
  private final Rereading rereading;
  private final EventChanges events;
  private final ChangeLog history;
  private final KeyLocks locks;

  Reader(Extractor extractor, Resolver resolver, ReadingSlots slots, Database database, ActorRecorder actors, Rereading rereading,
      EventChanges events, ChangeLog history, KeyLocks locks) {
    this.extractor = extractor;
    this.resolver = resolver;
    this.slots = slots;
    this.database = database;
    this.actors = actors;
    this.rereading = rereading;
    this.events = events;
    this.history = history;
    this.locks = locks;
  }

  /**
   * Reads a text and hands over what was found until it is taken. Runs outside of any transaction.
   *
   * @param taker records what was found; null when it does not {@linkplain #holds hold} any more, then it is found out anew
   */
  <R> R reading(String body, String language, LocalDate publishedOn, Function<Findings, R> taker) {
    Reading reading = slots.within(body.length(), () -> extracted(body, language, publishedOn));
    while (true) {
      // Each turn but the first follows a change that another writer committed, so some writer always gets on.
      Work.current().checkTime();
      Findings findings = resolved(body, publishedOn, reading);
      R taken = slots.storing(() -> taker.apply(findings));
      if (taken != null) {
        return taken;
      }
    }
  }

  /** The request's work ends with its time. */
  private static StopSignal untilLate() {
    return Work.current()::checkTime;
  }

  private Reading extracted(String body, String language, LocalDate publishedOn) {
    Locale locale = Locale.forLanguageTag(language);
    if (!locale.getLanguage().equals("en")) {
      return new Reading(List.of(), List.of(), List.of(),
          "The article's language is " + locale.getDisplayLanguage(Locale.ENGLISH) + "; statements are found in English only.");
    }
    return limited(extractor.extract(body, publishedOn, untilLate()));
  }

  private Findings resolved(String body, LocalDate publishedOn, Reading reading) {
    Instant asOf = history.lastChange();
    Resolution resolution = reading.skipped() != null ? Resolution.NOTHING
        : slots.within(body.length(), () -> database.reading(() -> resolver.resolve(body, publishedOn, reading, untilLate())));
    return new Findings(reading, resolution, asOf);
  }

  /**
   * Whether what was found still holds; if not, the mentions have to be resolved anew. To be called in the transaction that records it,
   * while the names are locked. Locks the actors, so that it keeps holding.
   */
  boolean holds(Findings findings) {
    Resolution resolution = findings.resolution();
    Set<UUID> known = Stream.concat(resolution.speakers().stream(), resolution.addressees().stream())
        .filter(Objects::nonNull).map(Resolved::actor).filter(Objects::nonNull).collect(Collectors.toSet());
    return !actors.isOutdated(resolution.newActors(), findings.asOf()) && actors.keep(known, resolution.posts());
  }

  /**
   * Records what was found in an article that is stored. Runs in its caller's transaction.
   *
   * @param first whether the article was stored just now, and so was never read before
   */
  Rereading.Outcome record(Article article, Findings findings, boolean first) {
    Resolution resolution = findings.resolution();
    List<Statement> statements = findings.reading().statements();
    actors.record(resolution.newActors(), resolution.posts(), article.key, article.publishedAt.atZone(ZoneOffset.UTC).toLocalDate());
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      drafts.add(draft(article, statements.get(i), resolution.speakers().get(i), resolution.addressees().get(i), resolution.days().get(i)));
    }
    Set<String> keys = new HashSet<>(ClaimChanges.lockKeys(article.publishedAt, drafts));
    resolution.events().forEach(told -> keys.addAll(EventChanges.lockKeys(told.type(), told.date(), told.precision(),
        told.parts().stream().map(Resolution.Part::actor).toList())));
    locks.lock(Stage.CONTENT, keys);
    Rereading.Outcome outcome = first ? rereading.first(article, drafts) : rereading.take(article, drafts);
    List<UUID> claims = outcome.claims();
    List<Rereading.Wanted> links = resolution.links().stream().filter(link -> !claims.get(link.from()).equals(claims.get(link.to())))
        .map(link -> new Rereading.Wanted(claims.get(link.from()), claims.get(link.to()), link.type(), link.confidence())).toList();
    List<EventDraft> told = resolution.events().stream().map(one -> event(one, claims)).toList();
    if (first) {
      rereading.linkNew(links);
      events.tellFirst(article, told);
    } else {
      rereading.link(claims, links);
      events.tell(article, told);
    }
    return outcome;
  }

  private static Reading limited(Reading reading) {
    List<Statement> statements = reading.statements().subList(0, Math.min(reading.statements().size(), MOST_STATEMENTS));
    List<Happening> happenings = reading.happenings().subList(0, Math.min(reading.happenings().size(), MOST_HAPPENINGS));
    return new Reading(statements, reading.names(), happenings, reading.skipped());
  }

  private static EventDraft event(Told told, List<UUID> claims) {
    Map<UUID, ParticipantRole> parts = new LinkedHashMap<>();
    told.parts().forEach(part -> parts.put(part.actor(), part.role()));
    Set<UUID> about = new LinkedHashSet<>();
    told.about().forEach(statement -> about.add(claims.get(statement)));
    List<Span> mentions = told.clauses().stream().map(clause -> new Span(clause.start(), Math.min(clause.end(), clause.start() + limited(clause, LONGEST_CLAUSE).length()))).toList();
    return new EventDraft(told.type(), told.name(), told.title(), told.date(), told.precision(), told.country(), told.place(), parts, mentions, about);
  }

  private static Draft draft(Article article, Statement statement, Resolved speaker, Resolved addressee, SaidOn saidOn) {
    List<Span> spans = statement.content().stream().limit(MOST_SPANS).map(part -> new Span(part.start(), part.end())).toList();
    return new Draft(spans, said(article, spans, statement), ClaimKind.valueOf(statement.kind().name()),
        limited(statement.cue(), LONGEST_CUE), SpeechAct.valueOf(statement.act().name()),
        speaker == null ? null : speaker.actor(), limited(statement.source(), LONGEST_MENTION),
        addressee == null ? null : addressee.actor(), limited(statement.addressee(), LONGEST_MENTION),
        saidOn == null ? null : saidOn.date(), saidOn == null ? DatePrecision.UNKNOWN : DatePrecision.valueOf(saidOn.precision().name()),
        statement.confidence(), ReviewState.EXTRACTED, attributed(speaker));
  }

  /** What was said, without the word "that" which introduces it; null where that is all words of the spans. */
  private static String said(Article article, List<Span> spans, Statement statement) {
    Span first = spans.get(0);
    if (statement.saidFrom() <= first.start() || statement.saidFrom() >= first.end()) {
      return null;
    }
    List<Span> said = new ArrayList<>(spans);
    said.set(0, new Span(statement.saidFrom(), first.end()));
    return ClaimChanges.words(article, said);
  }

  private static Attributed attributed(Resolved speaker) {
    Resolved whom = speaker == null ? Resolved.NOBODY : speaker;
    Map<UUID, Double> candidates = new LinkedHashMap<>();
    whom.candidates().forEach(candidate -> candidates.putIfAbsent(candidate.actor(), candidate.score()));
    return new Attributed(whom.rule(), whom.score(), candidates, whom.country());
  }

  private static String limited(Mention mention, int longest) {
    if (mention == null) {
      return null;
    }
    String text = mention.text();
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }
}
