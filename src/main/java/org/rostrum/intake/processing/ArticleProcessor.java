package org.rostrum.intake.processing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.NewsText;
import org.rostrum.extraction.StatementExtractor;
import org.rostrum.extraction.result.ExtractedEvent;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.Statement;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.history.ChangeLog;
import org.rostrum.resolution.ArticleResolver;
import org.rostrum.resolution.Resolution;
import org.rostrum.store.sql.Database;

/**
 * The pipeline from an article's text to records: extract, resolve, record. Extraction and resolution take long and
 * only read, so they run outside of the recording transaction.
 */
@ApplicationScoped
public class ArticleProcessor {

    /** The most statements and the most events recorded of one article; more are found in no news article. */
    static final int MAX_STATEMENTS = 1_000;

    private static final int MAX_EVENTS = 1_000;

    private final StatementExtractor extractor;
    private final ArticleResolver resolver;
    private final IntakeLimiter limiter;
    private final Database database;
    private final ChangeLog history;

    ArticleProcessor(
            StatementExtractor extractor,
            ArticleResolver resolver,
            IntakeLimiter limiter,
            Database database,
            ChangeLog history) {
        this.extractor = extractor;
        this.resolver = resolver;
        this.limiter = limiter;
        this.database = database;
        this.history = history;
    }

    /**
     * Extracts and resolves an article, and resolves it again until the result is recorded. Runs outside of any
     * transaction.
     *
     * @param recorder records a result; empty where it is {@linkplain ExtractionRecorder#lockIfCurrent outdated}
     */
    public <R> R process(NewsText text, @Nullable String language, Function<ProcessedArticle, Optional<R>> recorder) {
        ExtractionResult extraction = limiter.within(text.body().length(), () -> extract(text, language));
        while (true) {
            // Each repetition follows a change that another writer committed, so some writer always makes progress.
            RequestContext.current().checkDeadline();
            ProcessedArticle processed = resolve(text, extraction);
            Optional<R> recorded = limiter.storing(() -> recorder.apply(processed));
            if (recorded.isPresent()) {
                return recorded.get();
            }
        }
    }

    private static StopSignal untilRequestTimeout() {
        return RequestContext.current()::checkDeadline;
    }

    private ExtractionResult extract(NewsText text, @Nullable String language) {
        Locale locale = Locale.forLanguageTag(language);
        if (!locale.getLanguage().equals("en")) {
            return ExtractionResult.nothing("The article's language is " + locale.getDisplayLanguage(Locale.ENGLISH)
                    + "; statements are found in English only.");
        }
        ExtractionResult extraction = extractor.extract(text, untilRequestTimeout());
        List<Statement> statements = firstOf(extraction.statements(), MAX_STATEMENTS);
        List<ExtractedEvent> events = firstOf(extraction.events(), MAX_EVENTS);
        return new ExtractionResult(statements, extraction.names(), events, extraction.skipped());
    }

    private static <T> List<T> firstOf(List<T> list, int max) {
        return list.subList(0, Math.min(list.size(), max));
    }

    private ProcessedArticle resolve(NewsText text, ExtractionResult extraction) {
        Instant asOf = history.lastChange();
        Resolution resolution = extraction.skipped() != null
                ? Resolution.NOTHING
                : limiter.within(
                        text.body().length(),
                        () -> database.withSharedConnection(() ->
                                resolver.resolve(text.body(), text.publishedOn(), extraction, untilRequestTimeout())));
        return new ProcessedArticle(extraction, resolution, asOf);
    }
}
