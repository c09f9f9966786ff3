package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.rostrum.actor.ActorChanges;
import org.rostrum.actor.ActorRecord;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.Actors;
import org.rostrum.actor.Organization;
import org.rostrum.article.Article;
import org.rostrum.claim.ClaimChanges;
import org.rostrum.claim.ClaimKind;
import org.rostrum.claim.Draft;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.Span;
import org.rostrum.claim.SpeechAct;
import org.rostrum.extraction.Extractor;
import org.rostrum.extraction.Mention;
import org.rostrum.extraction.Reading;
import org.rostrum.extraction.SaidOn;
import org.rostrum.extraction.Statement;
import org.rostrum.graph.DatePrecision;
import org.rostrum.graph.Mistakes;
import org.rostrum.graph.Persisted;
import org.rostrum.graph.Text;
import org.rostrum.graph.UserErrorCode;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.Kind;
import org.rostrum.intake.SubmitArticle.SubmitArticleInput;
import org.rostrum.resolution.Resolver;

/** The one way in: stores an article, finds the statements in it and who made them. Runs in its caller's transaction. */
@ApplicationScoped
public class Intake {

  /** The largest body, in bytes of UTF-8. */
  static final int LARGEST_BODY = 2 * 1024 * 1024;

  /** How many statements are recorded of one article: what is behind them is no news article. */
  static final int MOST_STATEMENTS = 1_000;

  /** Into how many parts a statement may be cut, as for those that clients record. */
  private static final int MOST_SPANS = 50;
  private static final int LONGEST_HEADLINE = 500;
  private static final int LONGEST_PUBLISHER = 300;
  private static final int LONGEST_LANGUAGE = 35;
  private static final int LONGEST_MENTION = 500;
  private static final int LONGEST_CUE = 200;
  /** How far a sender's clock may be ahead of ours. */
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");

  private final Actors actors;
  private final ActorChanges actorChanges;
  private final ClaimChanges claimChanges;
  private final Extractor extractor;
  private final Resolver resolver;
  private final ChangeLog history;

  Intake(Actors actors, ActorChanges actorChanges, ClaimChanges claimChanges, Extractor extractor, Resolver resolver,
      ChangeLog history) {
    this.actors = actors;
    this.actorChanges = actorChanges;
    this.claimChanges = claimChanges;
    this.extractor = extractor;
    this.resolver = resolver;
    this.history = history;
  }

  /**
   * An article that was taken in.
   *
   * @param key          the article's key
   * @param alreadyKnown whether it was there before
   * @param skipped      why no statements were looked for, though they were asked for; null otherwise
   */
  public record Taken(UUID key, boolean alreadyKnown, String skipped) {}

  /** Takes an article in; null when the input has mistakes. */
  public Taken take(SubmitArticleInput input, Mistakes mistakes) {
    String url = mistakes.url("url", input.url);
    String headline = mistakes.text("headline", input.headline, LONGEST_HEADLINE);
    String language = language(input.language, mistakes);
    checkPublishedAt(input.publishedAt, mistakes);
    checkBody(input.body, mistakes);
    UUID publisher = mistakes.any() ? null : publisher(input.publisher, mistakes);
    if (mistakes.any()) {
      return null;
    }
    Article known = known(url, input.body);
    if (known != null) {
      return new Taken(known.key, true, null);
    }
    Article article = Persisted.begun(new Article());
    article.url = url;
    article.headline = headline;
    article.publisherKey = publisher == null ? record(input.publisher.strip()) : publisher;
    article.publishedAt = input.publishedAt.truncatedTo(ChronoUnit.MICROS);
    article.language = language;
    article.write(input.body);
    article.persistAndFlush();
    history.recorded(Kind.ARTICLE, article.key);
    return new Taken(article.key, false, Boolean.TRUE.equals(input.extract) ? extract(article) : null);
  }

  /** Stores what the article's text says that others say; why it was not looked for, or null. */
  private String extract(Article article) {
    Locale language = Locale.forLanguageTag(article.language);
    if (!language.getLanguage().equals("en")) {
      return "The article's language is " + language.getDisplayLanguage(Locale.ENGLISH) + "; statements are found in English only.";
    }
    LocalDate publishedOn = article.publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
    Reading reading = extractor.extract(article.body, publishedOn);
    claimChanges.store(article, drafts(article.body, publishedOn, reading.statements()));
    return reading.skipped();
  }

  private static Article known(String url, String body) {
    Article same = url == null ? null : Article.find("url", url).firstResult();
    return same != null ? same : Article.find("bodyHash", Article.hash(body)).firstResult();
  }

  private List<Draft> drafts(String body, LocalDate publishedOn, List<Statement> found) {
    List<Statement> statements = found.subList(0, Math.min(found.size(), MOST_STATEMENTS));
    Map<Mention, UUID> resolved = resolver.resolve(body, publishedOn, statements);
    return statements.stream().map(statement -> draft(statement, resolved)).toList();
  }

  private static Draft draft(Statement statement, Map<Mention, UUID> resolved) {
    List<Span> spans = statement.content().stream().limit(MOST_SPANS).map(part -> new Span(part.start(), part.end())).toList();
    SaidOn saidOn = statement.saidOn();
    return new Draft(spans, null, ClaimKind.valueOf(statement.kind().name()),
        limited(statement.cue(), LONGEST_CUE), SpeechAct.valueOf(statement.act().name()),
        resolved.get(statement.speaker()), limited(statement.source(), LONGEST_MENTION),
        resolved.get(statement.addressee()), limited(statement.addressee(), LONGEST_MENTION),
        saidOn == null ? null : saidOn.date(), saidOn == null ? DatePrecision.UNKNOWN : DatePrecision.valueOf(saidOn.precision().name()),
        statement.confidence(), ReviewState.EXTRACTED);
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

  private static String language(String tag, Mistakes mistakes) {
    String given = mistakes.text("language", tag, LONGEST_LANGUAGE);
    if (given == null) {
      return null;
    }
    try {
      return new Locale.Builder().setLanguageTag(given).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      mistakes.add(UserErrorCode.INVALID, "language", "must be a BCP 47 language tag such as en or uk-UA");
      return null;
    }
  }

  private static void checkPublishedAt(Instant publishedAt, Mistakes mistakes) {
    if (publishedAt.isAfter(Instant.now().plus(SKEW))) {
      mistakes.add(UserErrorCode.OUT_OF_RANGE, "publishedAt", "must not be in the future, was " + publishedAt);
    } else if (publishedAt.isBefore(EARLIEST)) {
      mistakes.add(UserErrorCode.OUT_OF_RANGE, "publishedAt", "must not be before " + EARLIEST);
    }
  }

  private static void checkBody(String body, Mistakes mistakes) {
    if (body.isBlank()) {
      mistakes.add(UserErrorCode.REQUIRED, "body", "must not be empty");
    } else if (!Text.isStorable(body)) {
      mistakes.add(UserErrorCode.INVALID, "body", "must not contain U+0000 or half of a surrogate pair");
    } else if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST_BODY) {
      mistakes.add(UserErrorCode.TOO_LONG, "body", "must be at most " + LARGEST_BODY + " bytes of UTF-8");
    }
  }

  /** The publisher's key; null for one that is not known yet. */
  private UUID publisher(String idOrName, Mistakes mistakes) {
    if (idOrName.startsWith(ActorRecord.PREFIX + "_")) {
      ActorRecord actor = actorChanges.find("publisher", idOrName, mistakes);
      if (actor != null && !(actor instanceof Organization)) {
        mistakes.add(UserErrorCode.NOT_FOUND, "publisher", "is not the id of an organisation");
      }
      return actor == null ? null : actor.key;
    }
    String name = mistakes.text("publisher", idOrName, LONGEST_PUBLISHER);
    if (name == null) {
      return null;
    }
    return actors.byNameKeys(List.of(Text.key(name))).getOrDefault(Text.key(name), List.of()).stream()
        .filter(Organization.class::isInstance).map(actor -> actor.key).findFirst().orElse(null);
  }

  private UUID record(String publisher) {
    return actorChanges.create(ActorType.ORGANIZATION, publisher, null, null, List.of(), List.of()).key;
  }
}
