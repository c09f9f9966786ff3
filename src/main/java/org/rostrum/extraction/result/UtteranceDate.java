package org.rostrum.extraction.result;

import java.time.LocalDate;
import org.rostrum.graph.value.DatePrecision;

/**
 * When something was said.
 *
 * @param date       the day; the first one of the month or the year where no more is known
 * @param precision  how much of it is known, never {@link DatePrecision#UNKNOWN}
 * @param expression where the text tells it; null where it is that of another statement of the same speaker's
 */
public record UtteranceDate(LocalDate date, DatePrecision precision, Mention expression) {}
