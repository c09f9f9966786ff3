package org.rostrum.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.write.ActorRecorder;
import org.rostrum.article.Article;
import org.rostrum.claim.reconciliation.ClaimReconciler;
import org.rostrum.extraction.NewsText;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;
import org.rostrum.intake.PublisherReference.ByName;
import org.rostrum.intake.Publishers.Lookup.Found;
import org.rostrum.intake.Publishers.Lookup.NotFound;
import org.rostrum.intake.Publishers.Lookup.Unknown;
import org.rostrum.intake.SubmissionResult.AlreadyKnown;
import org.rostrum.intake.SubmissionResult.Stored;
import org.rostrum.intake.SubmissionResult.UnknownReference;
import org.rostrum.intake.processing.ArticleProcessor;
import org.rostrum.intake.processing.ExtractionRecorder;
import org.rostrum.intake.processing.ProcessedArticle;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;
import org.rostrum.store.tx.KeyLocks;
import org.rostrum.store.tx.KeyLocks.Stage;
import org.rostrum.store.tx.TransactionRunner;

/**
 * Stores submitted articles with what is extracted from them, and extracts from stored articles again. Recording is one
 * short transaction: extraction and resolution, which take long, come before it and are repeated where their result is
 * outdated by then.
 */
@ApplicationScoped
public class ArticleIntake {

    private final Publishers publishers;
    private final ArticleProcessor processor;
    private final ExtractionRecorder recorder;
    private final ChangeLog history;
    private final Database database;
    private final KeyLocks locks;
    private final TransactionRunner transactions;

    ArticleIntake(
            Publishers publishers,
            ArticleProcessor processor,
            ExtractionRecorder recorder,
            ChangeLog history,
            Database database,
            KeyLocks locks,
            TransactionRunner transactions) {
        this.publishers = publishers;
        this.processor = processor;
        this.recorder = recorder;
        this.history = history;
        this.database = database;
        this.locks = locks;
        this.transactions = transactions;
    }

    /** Stores an article and, where it asks for that, what is extracted from it. */
    SubmissionResult submit(SubmittedArticle article) {
        Optional<SubmissionResult> known = database.withSharedConnection(() -> rejectedOrKnown(article));
        if (known.isPresent()) {
            return known.get();
        }
        if (!article.extract()) {
            return transactions.run(() -> store(article));
        }
        return processor.process(
                new NewsText(article.headline(), article.body(), article.publishedOn()),
                article.language(),
                processed -> transactions.run(() -> record(article, processed)));
    }

    /** Stores an article without extracting anything from it, in the caller's transaction. */
    public SubmissionResult store(SubmittedArticle article) {
        return record(article, ProcessedArticle.NOTHING)
                .orElseThrow(() -> new IllegalStateException("Nothing that was extracted can be outdated"));
    }

    private Optional<SubmissionResult> rejectedOrKnown(SubmittedArticle article) {
        return publishers.find(article.publisher()) instanceof NotFound missing
                ? Optional.of(new UnknownReference(missing.error()))
                : alreadyKnown(article);
    }

    private Optional<SubmissionResult> alreadyKnown(SubmittedArticle article) {
        SqlFragment same = SqlFragment.of(
                "select a.id, case when a.url = ? then 0 else 1 end as by_body from article a where a.url = ? or a.body_hash = ? order by by_body limit 1",
                article.url(),
                article.url(),
                Article.hash(article.body()));
        return database.rows(same, row -> new AlreadyKnown(row.uuid("id"))).stream()
                .<SubmissionResult>map(known -> known)
                .findFirst();
    }

    /** Records an article and its extraction; empty where the extraction is outdated. */
    private Optional<SubmissionResult> record(SubmittedArticle submitted, ProcessedArticle processed) {
        locks.lock(Stage.NAMES, nameKeys(submitted, processed));
        Optional<SubmissionResult> known = alreadyKnown(submitted);
        if (known.isPresent()) {
            return known;
        }
        Publishers.Lookup publisher = publishers.find(submitted.publisher());
        if (publisher instanceof NotFound missing) {
            return Optional.of(new UnknownReference(missing.error()));
        }
        if (!recorder.lockIfCurrent(processed)) {
            return Optional.empty();
        }
        Article article = BaseEntity.initialized(new Article());
        article.url = submitted.url();
        article.headline = submitted.headline();
        article.publisherKey = publisher instanceof Found found ? found.key() : publishers.record((Unknown) publisher);
        article.publishedAt = submitted.publishedAt();
        article.language = submitted.language();
        article.write(submitted.body());
        article.persistAndFlush();
        history.recorded(SubjectType.ARTICLE, article.key);
        if (submitted.extract()) {
            recorder.recordFirst(article, processed);
        }
        return Optional.of(new Stored(article.key, processed.extraction().skipped()));
    }

    private static Set<String> nameKeys(SubmittedArticle submitted, ProcessedArticle processed) {
        Set<String> keys =
                new HashSet<>(ActorRecorder.lockKeys(processed.resolution().newActors()));
        keys.add("body " + Article.hash(submitted.body()));
        if (submitted.publisher() instanceof ByName publisher) {
            keys.add(ActorRecorder.lockKey(publisher.name()));
        }
        if (submitted.url() != null) {
            keys.add("url " + submitted.url());
        }
        return keys;
    }

    /**
     * What became of an article's claims when it was processed again.
     *
     * @param outcome null where nothing was extracted: then what is recorded stays
     * @param extractionSkipped why nothing was extracted, in words for people; null where something was
     */
    record Reprocessed(
            UUID article,
            ClaimReconciler.@Nullable Outcome outcome,
            @Nullable String extractionSkipped) {}

    /** Extracts from a stored article again; empty where there is no article with the key. */
    Optional<Reprocessed> reprocess(UUID key) {
        Article article = QuarkusTransaction.requiringNew().call(() -> Article.findById(key));
        if (article == null) {
            return Optional.empty();
        }
        return processor.process(
                new NewsText(article.headline, article.body, article.publishedOn()),
                article.language,
                processed -> transactions.run(() -> recordAgain(key, processed)));
    }

    /**
     * Records a new extraction: an empty inner value where the article was deleted meanwhile, an empty outer one where
     * the extraction is outdated.
     */
    private Optional<Optional<Reprocessed>> recordAgain(UUID key, ProcessedArticle processed) {
        Set<String> keys =
                new HashSet<>(ActorRecorder.lockKeys(processed.resolution().newActors()));
        keys.add("article " + key);
        locks.lock(Stage.NAMES, keys);
        if (!recorder.lockIfCurrent(processed)) {
            return Optional.empty();
        }
        Article article = Article.findById(key);
        if (article == null) {
            return Optional.of(Optional.empty());
        }
        String skipped = processed.extraction().skipped();
        return Optional.of(Optional.of(
                new Reprocessed(key, skipped == null ? recorder.reconcile(article, processed) : null, skipped)));
    }
}
