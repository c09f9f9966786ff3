package org.rostrum.extraction.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was extracted from a text.
 *
 * @param statements in the text's order
 * @param names the names in the text, in its order
 * @param events the events that the text reports, in its order
 * @param skipped why nothing was extracted, as a message for people; null where it was
 */
public record ExtractionResult(
        List<Statement> statements,
        List<NameMention> names,
        List<ExtractedEvent> events,
        @Nullable String skipped) {

    /** The result of a text from which nothing was extracted, for a reason. */
    public static ExtractionResult nothing(String why) {
        return new ExtractionResult(List.of(), List.of(), List.of(), why);
    }
}
