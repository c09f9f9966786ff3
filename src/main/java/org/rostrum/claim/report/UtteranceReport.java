package org.rostrum.claim.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A claim as one article's report of an utterance.
 *
 * @param claim the claim's key
 * @param article its article's key
 * @param speaker its speaker's key
 * @param day when it was said; the day of publication where that is unknown
 * @param fingerprint its text
 * @param group the group of reports that it belongs to, or null
 */
record UtteranceReport(UUID claim, UUID article, UUID speaker, LocalDate day, TextFingerprint fingerprint, UUID group) {

    /** Nearly the same words may be reported for so many days. */
    static final int MAX_DAYS_WITH_SAME_WORDS = 3;
    /** The same content in other words is the same utterance only on adjacent days. */
    static final int MAX_DAYS_WITH_SAME_CONTENT = 1;

    /**
     * Whether two articles report the same utterance: the same speaker, close days, and nearly the same words or the
     * same content.
     */
    boolean isSameUtterance(UtteranceReport other) {
        if (article.equals(other.article) || !speaker.equals(other.speaker)) {
            return false;
        }
        long days = Math.abs(ChronoUnit.DAYS.between(day, other.day));
        return days <= MAX_DAYS_WITH_SAME_WORDS && fingerprint.isNearly(other.fingerprint)
                || days <= MAX_DAYS_WITH_SAME_CONTENT && fingerprint.sharesContent(other.fingerprint);
    }
}
