package org.rostrum.extraction;

import java.time.LocalDate;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.StopSignal;

/**
 * Extracts the statements that a text attributes to somebody, with names and events. Deterministic, without database
 * and network.
 */
public interface StatementExtractor {

    /**
     * Extracts from a text.
     *
     * @param stop checked throughout; what it throws is thrown from here
     */
    ExtractionResult extract(NewsText text, StopSignal stop);

    /** Extracts from a body without a headline. */
    default ExtractionResult extract(String body, LocalDate publishedOn, StopSignal stop) {
        return extract(new NewsText("", body, publishedOn), stop);
    }

    /** Extracts from a body without a headline and a stop signal. */
    default ExtractionResult extract(String body, LocalDate publishedOn) {
        return extract(body, publishedOn, StopSignal.NEVER);
    }
}
