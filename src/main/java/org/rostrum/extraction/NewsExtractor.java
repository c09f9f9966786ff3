package org.rostrum.extraction;

import org.rostrum.extraction.act.SpeechActClassifier;
import org.rostrum.extraction.act.StanceCueExtractor;
import org.rostrum.extraction.attribution.AttributionExtractor;
import org.rostrum.extraction.coref.CoreferenceResolver;
import org.rostrum.extraction.document.LanguageDetector;
import org.rostrum.extraction.document.MarkupStripper;
import org.rostrum.extraction.event.EventExtractor;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.StopSignal;
import org.rostrum.extraction.time.TimeExpressionResolver;

/**
 * Extracts statements, names and events from English news: strips mark-up ({@link MarkupStripper}), finds attributions
 * ({@link AttributionExtractor}), resolves pronouns ({@link CoreferenceResolver}) and dates
 * ({@link TimeExpressionResolver}), and classifies speech acts ({@link SpeechActClassifier}). Safe for use by many
 * threads.
 */
public final class NewsExtractor implements StatementExtractor {

    /** Below this confidence, 0 to 1, precision falls faster than recall rises. */
    private static final double DEFAULT_MIN_CONFIDENCE = 0.4;

    private final AttributionExtractor attributions;
    private final EventExtractor events = new EventExtractor();
    private final StanceCueExtractor stanceCues = new StanceCueExtractor();

    /** An extractor with the default threshold of confidence. */
    public NewsExtractor() {
        this(DEFAULT_MIN_CONFIDENCE);
    }

    /**
     * @param minConfidence the confidence from which on statements are extracted, 0 to 1; 0 for all, to measure them
     */
    public NewsExtractor(double minConfidence) {
        attributions = new AttributionExtractor(minConfidence);
    }

    /**
     * {@inheritDoc} Of one text at most the first {@value ArticleExtraction#MAX_STATEMENTS} statements,
     * {@value ArticleExtraction#MAX_NAMES} names and {@value ArticleExtraction#MAX_EVENTS} events are extracted.
     */
    @Override
    public ExtractionResult extract(NewsText text, StopSignal stop) {
        stop.check();
        MarkupStripper plain = MarkupStripper.of(text.body(), stop);
        String language = LanguageDetector.other(plain.text);
        if (language != null) {
            return ExtractionResult.nothing(
                    "The text looks like " + language + "; statements are found in English only.");
        }
        ArticleExtraction article =
                new ArticleExtraction(text, plain, stop, attributions.lexicon(), events, stanceCues);
        attributions.read(plain.text, text.headline(), stop, article);
        return article.result();
    }
}
