package org.rostrum.extraction.result;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.graph.value.DatePrecision;

/**
 * When something was said.
 *
 * @param date the day; the first one of the month or the year where no more is known
 * @param precision how much of it is known, never {@link DatePrecision#UNKNOWN}
 * @param basis what the date rests on
 * @param expression the words that say it; null where the basis is not {@link DateBasis#TOLD}
 */
public record UtteranceDate(
        LocalDate date,
        DatePrecision precision,
        DateBasis basis,
        @Nullable Mention expression) {

    /** A date that the text tells. */
    public static UtteranceDate told(LocalDate date, DatePrecision precision, Mention expression) {
        return new UtteranceDate(date, precision, DateBasis.TOLD, expression);
    }

    /** A day that follows from others, or from the publication. */
    public static UtteranceDate derived(LocalDate day, DateBasis basis) {
        return new UtteranceDate(day, DatePrecision.DAY, basis, null);
    }

    /** Whether the date is known to the day. */
    public boolean isDay() {
        return precision == DatePrecision.DAY;
    }
}
