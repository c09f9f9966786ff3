package org.rostrum.actor.affiliation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.Affiliation;

/**
 * A valid post, not yet stored.
 *
 * @param title the post's name
 * @param organization the key of the organisation that it is in, or null
 * @param country the key of the country that it is for, or null
 * @param from the first day, null where it is not known
 * @param until the last day, null where it is not known or still to come
 */
public record AffiliationDraft(
        @Nullable String title,
        @Nullable UUID organization,
        @Nullable UUID country,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** The post as one of an actor's, not yet stored. */
    public Affiliation of(UUID actor) {
        return Affiliation.of(
                actor, Objects.requireNonNull(title, "a valid post has a title"), organization, country, from, until);
    }

    /** Whether a stored post equals this one. */
    boolean equalsStored(Affiliation post) {
        return equals(new AffiliationDraft(post.title, post.organizationKey, post.countryKey, post.from, post.until));
    }
}
