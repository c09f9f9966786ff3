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
     * @param text the article's body; offsets count its UTF-16 code units
     * @param publishedOn the day of publication, against which "Thursday" is resolved
     * @param stop checked throughout; what it throws is thrown from here
     */
    ExtractionResult extract(String text, LocalDate publishedOn, StopSignal stop);

    /** Extracts from a text without a stop signal. */
    default ExtractionResult extract(String text, LocalDate publishedOn) {
        return extract(text, publishedOn, StopSignal.NEVER);
    }
}
