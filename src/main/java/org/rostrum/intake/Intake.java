package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.rostrum.actor.ActorChanges;
import org.rostrum.actor.ActorRecord;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.Actors;
import org.rostrum.actor.Organization;
import org.rostrum.article.Article;
import org.rostrum.graph.Mistakes;
import org.rostrum.graph.Persisted;
import org.rostrum.graph.Text;
import org.rostrum.graph.UserErrorCode;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.Kind;
import org.rostrum.intake.SubmitArticle.SubmitArticleInput;

/** The one way in: stores an article and has it read. Runs in its caller's transaction. */
@ApplicationScoped
public class Intake {

  /** The largest body, in bytes of UTF-8. */
  static final int LARGEST_BODY = 2 * 1024 * 1024;

  private static final int LONGEST_HEADLINE = 500;
  private static final int LONGEST_PUBLISHER = 300;
  private static final int LONGEST_LANGUAGE = 35;
  /** How far a sender's clock may be ahead of ours. */
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");

  private final Actors actors;
  private final ActorChanges actorChanges;
  private final Reader reader;
  private final ChangeLog history;

  Intake(Actors actors, ActorChanges actorChanges, Reader reader, ChangeLog history) {
    this.actors = actors;
    this.actorChanges = actorChanges;
    this.reader = reader;
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
    return new Taken(article.key, false, Boolean.TRUE.equals(input.extract) ? reader.read(article).skipped() : null);
  }

  /** Reads an article anew; null when there is none. */
  Reader.Read reread(UUID key, String id, Mistakes mistakes) {
    Article article = Article.findById(key);
    if (article == null) {
      mistakes.add(UserErrorCode.NOT_FOUND, "articleId", "there is no article with the id " + id);
      return null;
    }
    return reader.read(article);
  }

  private static Article known(String url, String body) {
    Article same = url == null ? null : Article.find("url", url).firstResult();
    return same != null ? same : Article.find("bodyHash", Article.hash(body)).firstResult();
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
