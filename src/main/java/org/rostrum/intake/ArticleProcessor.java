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
import org.rostrum.actor.write.ActorRecorder;
import org.rostrum.article.Article;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.TextSpan;
import org.rostrum.claim.write.ClaimDraft;
import org.rostrum.claim.write.ClaimReconciler;
import org.rostrum.claim.write.ClaimRecorder;
import org.rostrum.claim.write.DraftAttribution;
import org.rostrum.claim.write.EvidenceText;
import org.rostrum.claim.write.LinkReconciler;
import org.rostrum.claim.write.ProposedLink;
import org.rostrum.event.ParticipantRole;
import org.rostrum.event.write.EventDraft;
import org.rostrum.event.write.EventLocks;
import org.rostrum.event.write.EventReconciler;
import org.rostrum.extraction.StatementExtractor;
import org.rostrum.extraction.result.ExtractedEvent;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.Mention;
import org.rostrum.extraction.result.Statement;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.history.ChangeLog;
import org.rostrum.resolution.ArticleResolver;
import org.rostrum.resolution.LinkedMention;
import org.rostrum.resolution.Resolution;
import org.rostrum.resolution.ResolvedEvent;
import org.rostrum.store.sql.Database;
import org.rostrum.store.tx.KeyLocks.Stage;
import org.rostrum.store.tx.KeyLocks;

/**
 * Reads articles and records what they tell: statements, who made them, how they stand to each other, and events. An article that was read
 * before is read anew in the same way.
 */
@ApplicationScoped
class ArticleProcessor {

  /** How many statements are recorded of one article: what is behind them is no news article. */
  static final int MOST_STATEMENTS = 1_000;
  private static final int MOST_HAPPENINGS = 1_000;
  /** Into how many parts a statement may be cut, as for those that clients record. */
  private static final int MOST_SPANS = 50;
  private static final int LONGEST_MENTION = 500;
  private static final int LONGEST_CUE = 200;
  private static final int LONGEST_CLAUSE = 2_000;

  private final StatementExtractor extractor;
  private final ArticleResolver resolver;
  private final IntakeLimiter slots;
  private final Database database;
  private final ActorRecorder actors;
  private final ClaimReconciler rereading;
  private final LinkReconciler linkReconciler;
  private final EventReconciler events;
  private final ChangeLog history;
  private final KeyLocks locks;

  ArticleProcessor(StatementExtractor extractor, ArticleResolver resolver, IntakeLimiter slots, Database database, ActorRecorder actors, ClaimReconciler rereading, LinkReconciler linkReconciler,
      EventReconciler events, ChangeLog history, KeyLocks locks) {
    this.extractor = extractor;
    this.resolver = resolver;
    this.slots = slots;
    this.database = database;
    this.actors = actors;
    this.rereading = rereading;
    this.linkReconciler = linkReconciler;
    this.events = events;
    this.history = history;
    this.locks = locks;
  }

  /**
   * Reads a text and hands over what was found until it is taken. Runs outside of any transaction.
   *
   * @param taker records what was found; null when it does not {@linkplain #holds hold} any more, then it is found out anew
   */
  <R> R reading(String body, String language, LocalDate publishedOn, Function<ProcessedArticle, R> taker) {
    ExtractionResult reading = slots.within(body.length(), () -> extracted(body, language, publishedOn));
    while (true) {
      // Each turn but the first follows a change that another writer committed, so some writer always gets on.
      RequestContext.current().checkTime();
      ProcessedArticle findings = resolved(body, publishedOn, reading);
      R taken = slots.storing(() -> taker.apply(findings));
      if (taken != null) {
        return taken;
      }
    }
  }

  /** The request's work ends with its time. */
  private static StopSignal untilLate() {
    return RequestContext.current()::checkTime;
  }

  private ExtractionResult extracted(String body, String language, LocalDate publishedOn) {
    Locale locale = Locale.forLanguageTag(language);
    if (!locale.getLanguage().equals("en")) {
      return new ExtractionResult(List.of(), List.of(), List.of(),
          "The article's language is " + locale.getDisplayLanguage(Locale.ENGLISH) + "; statements are found in English only.");
    }
    return limited(extractor.extract(body, publishedOn, untilLate()));
  }

  private ProcessedArticle resolved(String body, LocalDate publishedOn, ExtractionResult reading) {
    Instant asOf = history.lastChange();
    Resolution resolution = reading.skipped() != null ? Resolution.NOTHING
        : slots.within(body.length(), () -> database.reading(() -> resolver.resolve(body, publishedOn, reading, untilLate())));
    return new ProcessedArticle(reading, resolution, asOf);
  }

  /**
   * Whether what was found still holds; if not, the mentions have to be resolved anew. To be called in the transaction that records it,
   * while the names are locked. Locks the actors, so that it keeps holding.
   */
  boolean holds(ProcessedArticle findings) {
    Resolution resolution = findings.resolution();
    Set<UUID> known = Stream.concat(resolution.speakers().stream(), resolution.addressees().stream())
        .filter(Objects::nonNull).map(LinkedMention::actor).filter(Objects::nonNull).collect(Collectors.toSet());
    return !actors.isOutdated(resolution.newActors(), findings.asOf()) && actors.keep(known, resolution.posts());
  }

  /**
   * Records what was found in an article that is stored. Runs in its caller's transaction.
   *
   * @param first whether the article was stored just now, and so was never read before
   */
  ClaimReconciler.Outcome record(Article article, ProcessedArticle findings, boolean first) {
    Resolution resolution = findings.resolution();
    List<Statement> statements = findings.reading().statements();
    actors.record(resolution.newActors(), resolution.posts(), article.key, article.publishedAt.atZone(ZoneOffset.UTC).toLocalDate());
    List<ClaimDraft> drafts = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      drafts.add(draft(article, statements.get(i), resolution.speakers().get(i), resolution.addressees().get(i), resolution.days().get(i)));
    }
    Set<String> keys = new HashSet<>(ClaimRecorder.lockKeys(article, drafts));
    resolution.events().forEach(told -> keys.addAll(EventLocks.keys(told.type(), told.date(), told.precision(),
        told.parts().stream().map(Resolution.Part::actor).toList())));
    locks.lock(Stage.CONTENT, keys);
    ClaimReconciler.Outcome outcome = first ? rereading.recordFirst(article, drafts) : rereading.reconcile(article, drafts);
    List<UUID> claims = outcome.claims();
    List<ProposedLink> links = resolution.links().stream().filter(link -> !claims.get(link.from()).equals(claims.get(link.to())))
        .map(link -> new ProposedLink(claims.get(link.from()), claims.get(link.to()), link.type(), link.confidence())).toList();
    List<EventDraft> told = resolution.events().stream().map(one -> event(one, claims)).toList();
    if (first) {
      linkReconciler.linkFirst(links);
      events.recordFirst(article, told);
    } else {
      linkReconciler.relink(claims, links);
      events.reconcile(article, told);
    }
    return outcome;
  }

  private static ExtractionResult limited(ExtractionResult reading) {
    List<Statement> statements = reading.statements().subList(0, Math.min(reading.statements().size(), MOST_STATEMENTS));
    List<ExtractedEvent> happenings = reading.happenings().subList(0, Math.min(reading.happenings().size(), MOST_HAPPENINGS));
    return new ExtractionResult(statements, reading.names(), happenings, reading.skipped());
  }

  private static EventDraft event(ResolvedEvent told, List<UUID> claims) {
    Map<UUID, ParticipantRole> parts = new LinkedHashMap<>();
    told.parts().forEach(part -> parts.put(part.actor(), part.role()));
    Set<UUID> about = new LinkedHashSet<>();
    told.about().forEach(statement -> about.add(claims.get(statement)));
    List<TextSpan> mentions = told.clauses().stream().map(clause -> new TextSpan(clause.start(), Math.min(clause.end(), clause.start() + limited(clause, LONGEST_CLAUSE).length()))).toList();
    return new EventDraft(told.type(), told.name(), told.title(), told.date(), told.precision(), told.country(), told.place(), parts, mentions, about);
  }

  private static ClaimDraft draft(Article article, Statement statement, LinkedMention speaker, LinkedMention addressee, UtteranceDate saidOn) {
    List<TextSpan> spans = statement.content().stream().limit(MOST_SPANS).map(part -> new TextSpan(part.start(), part.end())).toList();
    return new ClaimDraft(spans, said(article, spans, statement), statement.kind(),
        limited(statement.cue(), LONGEST_CUE), statement.act(),
        speaker == null ? null : speaker.actor(), limited(statement.source(), LONGEST_MENTION),
        addressee == null ? null : addressee.actor(), limited(statement.addressee(), LONGEST_MENTION),
        saidOn == null ? null : saidOn.date(), saidOn == null ? DatePrecision.UNKNOWN : saidOn.precision(),
        statement.confidence(), ReviewState.EXTRACTED, attributed(speaker));
  }

  /** What was said, without the word "that" which introduces it; null where that is all words of the spans. */
  private static String said(Article article, List<TextSpan> spans, Statement statement) {
    TextSpan first = spans.get(0);
    if (statement.saidFrom() <= first.start() || statement.saidFrom() >= first.end()) {
      return null;
    }
    List<TextSpan> said = new ArrayList<>(spans);
    said.set(0, new TextSpan(statement.saidFrom(), first.end()));
    return EvidenceText.of(article, said);
  }

  private static DraftAttribution attributed(LinkedMention speaker) {
    LinkedMention whom = speaker == null ? LinkedMention.NOBODY : speaker;
    Map<UUID, Double> candidates = new LinkedHashMap<>();
    whom.candidates().forEach(candidate -> candidates.putIfAbsent(candidate.actor(), candidate.score()));
    return new DraftAttribution(whom.rule(), whom.score(), candidates, whom.country());
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
