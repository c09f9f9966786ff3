package org.rostrum.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.Organization;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.actor.write.ActorRecorder;
import org.rostrum.actor.write.ActorService;
import org.rostrum.article.Article;
import org.rostrum.claim.write.ClaimReconciler;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;
import org.rostrum.intake.SubmitArticle.SubmitArticleInput;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;
import org.rostrum.store.tx.KeyLocks.Stage;
import org.rostrum.store.tx.KeyLocks;
import org.rostrum.store.tx.TransactionRunner;

/**
 * The one way in: has an article read and stores it with what was found. Reading and finding out who is meant, which take long, happen
 * outside of the transaction; what they found is recorded in a short one, if it still holds then, and found out anew if not.
 */
@ApplicationScoped
public class ArticleIntake {

  /** The largest body, in bytes of UTF-8. */
  static final int LARGEST_BODY = 2 * 1024 * 1024;

  private static final int LONGEST_HEADLINE = 500;
  private static final int LONGEST_PUBLISHER = 300;
  private static final int LONGEST_LANGUAGE = 35;
  /** How far a sender's clock may be ahead of ours. */
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");

  private final ActorRepository actors;
  private final ActorService actorChanges;
  private final ArticleProcessor reader;
  private final ChangeLog history;
  private final Database database;
  private final KeyLocks locks;
  private final TransactionRunner writes;

  ArticleIntake(ActorRepository actors, ActorService actorChanges, ArticleProcessor reader, ChangeLog history, Database database, KeyLocks locks, TransactionRunner writes) {
    this.actors = actors;
    this.actorChanges = actorChanges;
    this.reader = reader;
    this.history = history;
    this.database = database;
    this.locks = locks;
    this.writes = writes;
  }

  /** What was taken in, or reads anew; null, or the mistakes that keep it from being. */
  record Result<T>(T value, List<UserError> errors) {}

  /** An input without mistakes, as far as these show without the database. */
  private record Submission(String url, String headline, String publisher, Instant publishedAt, String language, String body) {

    LocalDate publishedOn() {
      return publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
    }
  }

  /** Takes an article in: stores it and what it says. */
  Result<IntakeResult> submit(SubmitArticleInput input) {
    InputValidator mistakes = new InputValidator();
    Submission submission = checked(input, mistakes);
    IntakeResult known = mistakes.any() ? null : database.reading(() -> {
      publisher(submission.publisher, mistakes);
      return mistakes.any() ? null : known(submission);
    });
    if (mistakes.any() || known != null) {
      return new Result<>(known, mistakes.found());
    }
    boolean extract = Boolean.TRUE.equals(input.extract);
    return extract
        ? reader.reading(submission.body, submission.language, submission.publishedOn(), findings -> store(submission, findings))
        : store(submission, ProcessedArticle.NONE);
  }

  /** Stores an article unread, in the caller's transaction; null when the input has mistakes. */
  IntakeResult store(SubmitArticleInput input, InputValidator mistakes) {
    Submission submission = checked(input, mistakes);
    return mistakes.any() ? null : store(submission, ProcessedArticle.NONE, mistakes);
  }

  /** Null when what was found does not hold any more. */
  private Result<IntakeResult> store(Submission submission, ProcessedArticle findings) {
    return writes.run(() -> {
      InputValidator mistakes = new InputValidator();
      IntakeResult taken = store(submission, findings, mistakes);
      return taken == null && !mistakes.any() ? null : new Result<>(taken, mistakes.found());
    });
  }

  private IntakeResult store(Submission submission, ProcessedArticle findings, InputValidator mistakes) {
    Set<String> keys = new HashSet<>(ActorRecorder.lockKeys(findings.resolution().newActors()));
    keys.add("body " + Article.hash(submission.body));
    keys.add(ActorRecorder.lockKey(submission.publisher));
    if (submission.url != null) {
      keys.add("url " + submission.url);
    }
    locks.lock(Stage.NAMES, keys);
    IntakeResult known = known(submission);
    if (known != null) {
      return known;
    }
    UUID publisher = publisher(submission.publisher, mistakes);
    if (mistakes.any() || !reader.holds(findings)) {
      return null;
    }
    Article article = BaseEntity.begun(new Article());
    article.url = submission.url;
    article.headline = submission.headline;
    article.publisherKey = publisher == null ? record(submission.publisher) : publisher;
    article.publishedAt = submission.publishedAt;
    article.language = submission.language;
    article.write(submission.body);
    article.persistAndFlush();
    history.recorded(SubjectType.ARTICLE, article.key);
    if (findings != ProcessedArticle.NONE) {
      reader.record(article, findings, true);
    }
    return new IntakeResult(article.key, false, findings.reading().skipped());
  }

  /** Reads an article anew; no value when there is none. */
  Result<Reread> reread(String id) {
    InputValidator mistakes = new InputValidator();
    UUID key = mistakes.id("articleId", id, Article.PREFIX);
    if (key == null) {
      return new Result<>(null, mistakes.found());
    }
    Article article = QuarkusTransaction.requiringNew().call(() -> Article.findById(key));
    if (article == null) {
      mistakes.add(UserErrorCode.NOT_FOUND, "articleId", "there is no article with the id " + id);
      return new Result<>(null, mistakes.found());
    }
    LocalDate publishedOn = article.publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
    return reader.reading(article.body, article.language, publishedOn, findings -> writes.run(() -> rerecord(key, id, findings)));
  }

  /** What became of an article that was read anew. */
  record Reread(UUID article, ClaimReconciler.Outcome outcome, String skipped) {}

  private Result<Reread> rerecord(UUID key, String id, ProcessedArticle findings) {
    Set<String> keys = new HashSet<>(ActorRecorder.lockKeys(findings.resolution().newActors()));
    keys.add("article " + key);
    locks.lock(Stage.NAMES, keys);
    if (!reader.holds(findings)) {
      return null;
    }
    InputValidator mistakes = new InputValidator();
    Article article = Article.findById(key);
    if (article == null) {
      mistakes.add(UserErrorCode.NOT_FOUND, "articleId", "there is no article with the id " + id);
      return new Result<>(null, mistakes.found());
    }
    String skipped = findings.reading().skipped();
    // What cannot be read leaves what is there.
    return new Result<>(new Reread(key, skipped == null ? reader.record(article, findings, false) : null, skipped), List.of());
  }

  private static Submission checked(SubmitArticleInput input, InputValidator mistakes) {
    String url = mistakes.url("url", input.url);
    String headline = mistakes.text("headline", input.headline, LONGEST_HEADLINE);
    String language = language(input.language, mistakes);
    checkPublishedAt(input.publishedAt, mistakes);
    checkBody(input.body, mistakes);
    String publisher = mistakes.text("publisher", input.publisher, LONGEST_PUBLISHER);
    return new Submission(url, headline, publisher, input.publishedAt.truncatedTo(ChronoUnit.MICROS), language, input.body);
  }

  private IntakeResult known(Submission submission) {
    SqlFragment same = SqlFragment.of("select a.id, case when a.url = ? then 0 else 1 end as by_body from article a where a.url = ? or a.body_hash = ? order by by_body limit 1",
        submission.url, submission.url, Article.hash(submission.body));
    List<UUID> found = database.rows(same, row -> row.uuid("id"));
    return found.isEmpty() ? null : new IntakeResult(found.get(0), true, null);
  }

  private static String language(String tag, InputValidator mistakes) {
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

  private static void checkPublishedAt(Instant publishedAt, InputValidator mistakes) {
    if (publishedAt.isAfter(Instant.now().plus(SKEW))) {
      mistakes.add(UserErrorCode.OUT_OF_RANGE, "publishedAt", "must not be in the future, was " + publishedAt);
    } else if (publishedAt.isBefore(EARLIEST)) {
      mistakes.add(UserErrorCode.OUT_OF_RANGE, "publishedAt", "must not be before " + EARLIEST);
    }
  }

  private static void checkBody(String body, InputValidator mistakes) {
    if (body.isBlank()) {
      mistakes.add(UserErrorCode.REQUIRED, "body", "must not be empty");
    } else if (!TextNormalizer.isStorable(body)) {
      mistakes.add(UserErrorCode.INVALID, "body", "must not contain U+0000 or half of a surrogate pair");
    } else if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST_BODY) {
      mistakes.add(UserErrorCode.TOO_LONG, "body", "must be at most " + LARGEST_BODY + " bytes of UTF-8");
    }
  }

  /** The publisher's key; null for one that is not known yet. */
  private UUID publisher(String idOrName, InputValidator mistakes) {
    if (idOrName.startsWith(ActorEntity.PREFIX + "_")) {
      UUID key = mistakes.id("publisher", idOrName, ActorEntity.PREFIX);
      ActorEntity actor = key == null ? null : actors.records(List.of(key)).get(key);
      if (key != null && actor == null) {
        mistakes.add(UserErrorCode.NOT_FOUND, "publisher", "there is no actor with the id " + idOrName);
      } else if (actor != null && !(actor instanceof Organization)) {
        mistakes.add(UserErrorCode.NOT_FOUND, "publisher", "is not the id of an organisation");
      }
      return actor == null ? null : actor.key;
    }
    return actors.byNameKeys(List.of(TextNormalizer.key(idOrName))).getOrDefault(TextNormalizer.key(idOrName), List.of()).stream()
        .filter(Organization.class::isInstance).map(actor -> actor.key).findFirst().orElse(null);
  }

  private UUID record(String publisher) {
    return actorChanges.create(ActorType.ORGANIZATION, publisher, null, null, List.of(), List.of()).key;
  }
}
