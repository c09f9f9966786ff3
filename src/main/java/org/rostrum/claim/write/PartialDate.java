package org.rostrum.claim.write;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.value.DateBasis;
import org.rostrum.graph.value.DatePrecision;

/**
 * A date of which the day or the month may be unknown.
 *
 * @param date the first day of the known period; null for an unknown date
 * @param precision which parts of the date are known
 * @param basis what the date rests on; null for an unknown date
 */
public record PartialDate(
        @Nullable LocalDate date,
        DatePrecision precision,
        @Nullable DateBasis basis) {

    /** No date. */
    public static final PartialDate UNKNOWN = new PartialDate(null, DatePrecision.UNKNOWN, null);

    /** Moves the date to the first day of the known period. */
    public PartialDate {
        date = InputValidator.startOf(date, precision);
    }
}
