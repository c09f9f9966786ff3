package org.rostrum.actor.read;

import java.time.LocalDate;
import org.rostrum.store.sql.SqlFragment;

/**
 * On which days a post is held: within its days, as far as they are known; a post without a first day that articles
 * attest, at most a year before the first and after the last of those articles. Told twice, in SQL for stored posts and
 * in Java for posts that were read.
 */
public final class AffiliationTenure {

    private static final int ATTESTED_YEARS = 1;

    private AffiliationTenure() {}

    /** The condition that a post is held on a day; met by every post where the day is null. */
    public static SqlFragment heldOn(String alias, LocalDate day) {
        return day == null ? SqlFragment.TRUE : SqlFragment.of(heldOn(alias, "cast(? as date)"), day, day, day, day);
    }

    /**
     * The condition that a post is held on a day.
     *
     * @param alias the alias of the table of posts
     * @param day an SQL expression, which appears four times in the condition
     */
    public static String heldOn(String alias, String day) {
        return ("%1$s.from_order <= %2$s and (%1$s.until_date is null or %1$s.until_date >= %2$s) and (%1$s.from_date is not null or %1$s.attested_from is null"
                        + " or (%1$s.attested_from - interval '%3$d' year <= %2$s and %1$s.attested_until + interval '%3$d' year >= %2$s))")
                .formatted(alias, day, ATTESTED_YEARS);
    }

    /**
     * Whether a post is held on a day.
     *
     * @param from its first day, or null
     * @param until its last day, or null
     * @param attestedFrom the first day on which an article attests it, or null
     * @param attestedUntil the last day on which an article attests it; null with {@code attestedFrom} only
     */
    public static boolean isHeld(
            LocalDate day, LocalDate from, LocalDate until, LocalDate attestedFrom, LocalDate attestedUntil) {
        if (from != null && day.isBefore(from) || until != null && day.isAfter(until)) {
            return false;
        }
        return from != null
                || attestedFrom == null
                || !day.isBefore(attestedFrom.minusYears(ATTESTED_YEARS))
                        && !day.isAfter(attestedUntil.plusYears(ATTESTED_YEARS));
    }
}
