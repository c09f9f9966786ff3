package org.rostrum.event.write;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.value.DatePrecision;

/**
 * When an event happens.
 *
 * @param date the first day, or the first day of the month or year where no more is known; null for an unknown date
 * @param precision how much of the date is known
 * @param endDate the last day, or null
 */
public record EventPeriod(
        @Nullable LocalDate date,
        DatePrecision precision,
        @Nullable LocalDate endDate) {

    /** Moves the date to the first day of what is known. */
    public EventPeriod {
        date = InputValidator.startOf(date, precision);
    }
}
