package org.rostrum.actor.lookup;

import java.time.LocalDate;
import java.util.UUID;
import org.rostrum.actor.read.AffiliationTenure;

/**
 * A post of a candidate.
 *
 * @param title the post's name
 * @param office the kind of office, or null for none that is known
 * @param organization the key of the organisation that it is in, or null
 * @param country the key of the country that it is for, or null
 * @param from the first day, or null
 * @param until the last day, or null
 * @param attestedFrom the first day on which an article attests it, or null
 * @param attestedUntil the last day on which an article attests it, or null
 */
public record CandidatePost(
        String title,
        String office,
        UUID organization,
        UUID country,
        LocalDate from,
        LocalDate until,
        LocalDate attestedFrom,
        LocalDate attestedUntil) {

    /** Whether it is held on a day, as far as is known. */
    public boolean heldOn(LocalDate day) {
        return AffiliationTenure.isHeld(day, from, until, attestedFrom, attestedUntil);
    }
}
