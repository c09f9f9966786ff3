package org.rostrum.extraction.result;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.DatePrecision;

/**
 * When something was said.
 *
 * @param date the day; the first one of the month or the year where no more is known
 * @param precision how much of it is known, never {@link DatePrecision#UNKNOWN}
 * @param expression the words that say it; null where the date is inherited from another statement of the same speaker
 */
public record UtteranceDate(
        LocalDate date, DatePrecision precision, @Nullable Mention expression) {}
