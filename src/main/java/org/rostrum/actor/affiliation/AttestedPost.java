package org.rostrum.actor.affiliation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post that an article tells somebody to hold, about to be recorded.
 *
 * @param actor the key of the one who holds it
 * @param title the post's name
 * @param organization the key of the organisation that it is in, or null
 * @param country the key of the country that it is for, or null
 */
public record AttestedPost(
        UUID actor,
        String title,
        @Nullable UUID organization,
        @Nullable UUID country) {}
