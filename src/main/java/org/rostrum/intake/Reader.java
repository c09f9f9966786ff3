package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.rostrum.graph.DatePrecision;
import org.rostrum.resolution.Resolution;
import org.rostrum.resolution.Resolution.Told;
import org.rostrum.resolution.Resolved;
import org.rostrum.resolution.Resolver;

/**
 * Reads an article and records what it tells: statements, who made them, how they stand to each other, and events. An article that
 * was read before is read anew in the same way. Runs in its caller's transaction.
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
  private final Rereading rereading;
  private final EventChanges events;

  Reader(Extractor extractor, Resolver resolver, Rereading rereading, EventChanges events) {
    this.extractor = extractor;
    this.resolver = resolver;
    this.rereading = rereading;
    this.events = events;
  }

  /**
   * What reading an article came to.
   *
   * @param outcome what became of its claims
   * @param skipped why no statements were looked for; null where they were
   */
  record Read(Rereading.Outcome outcome, String skipped) {}

  Read read(Article article) {
    Locale language = Locale.forLanguageTag(article.language);
    if (!language.getLanguage().equals("en")) {
      return new Read(null, "The article's language is " + language.getDisplayLanguage(Locale.ENGLISH) + "; statements are found in English only.");
    }
    LocalDate publishedOn = article.publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
    Reading reading = limited(extractor.extract(article.body, publishedOn));
    Resolution resolution = resolver.resolve(article.key, article.body, publishedOn, reading);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < reading.statements().size(); i++) {
      drafts.add(draft(article, reading.statements().get(i), resolution.speakers().get(i), resolution.addressees().get(i), resolution.days().get(i)));
    }
    Rereading.Outcome outcome = rereading.take(article, drafts);
    List<UUID> claims = outcome.claims();
    rereading.link(claims, resolution.links().stream().filter(link -> !claims.get(link.from()).equals(claims.get(link.to())))
        .map(link -> new Rereading.Wanted(claims.get(link.from()), claims.get(link.to()), link.type(), link.confidence())).toList());
    events.tell(article, resolution.events().stream().map(told -> event(told, claims)).toList());
    return new Read(outcome, reading.skipped());
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
