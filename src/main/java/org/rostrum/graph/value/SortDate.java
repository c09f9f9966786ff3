package org.rostrum.graph.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The dates that lists are sorted by: a record's date, or one before all others where it has none. */
public final class SortDate {

    /**
     * What an unknown date is sorted by: 1583-01-01, the first day of the first full year of the Gregorian calendar.
     * JDBC drivers shift earlier days, because {@link java.sql.Date} follows the Julian calendar before 15 October
     * 1582. The database checks the same value.
     */
    public static final LocalDate UNKNOWN = LocalDate.of(1583, 1, 1);

    private SortDate() {}

    /** The date to sort by: the date itself, or {@link #UNKNOWN} for null. */
    public static LocalDate of(@Nullable LocalDate date) {
        return date == null ? UNKNOWN : date;
    }
}
