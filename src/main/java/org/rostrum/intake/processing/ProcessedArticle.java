package org.rostrum.intake.processing;

import java.time.Instant;
import java.util.List;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.resolution.Resolution;

/**
 * What was extracted from an article and resolved, not recorded yet.
 *
 * @param extraction what the text says
 * @param resolution whom and what it means, by the actors known at the time
 * @param asOf that time, by {@code change_clock}
 */
public record ProcessedArticle(ExtractionResult extraction, Resolution resolution, Instant asOf) {

    /** Of an article from which nothing is to be extracted. */
    public static final ProcessedArticle NOTHING = new ProcessedArticle(
            new ExtractionResult(List.of(), List.of(), List.of(), null), Resolution.NOTHING, Instant.MAX);
}
