package org.rostrum.resolution.person;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.resolution.context.PersonProfile;
import org.rostrum.resolution.mention.LinkedMention.Candidate;

/** The result of comparing a person whom an article names with the known actors. */
sealed interface PersonMatch {

    /**
     * A known actor.
     *
     * @param spellingDiffers whether the name is only similar to the actor's
     * @param candidates the candidates, the likeliest first; the first one is the actor
     * @param country the key of the country that the article names, or null
     */
    record Known(
            CandidateActor actor,
            boolean spellingDiffers,
            List<Candidate> candidates,
            @Nullable UUID country,
            PersonProfile profile)
            implements PersonMatch {}

    /**
     * Nobody known, but the article gives the full name and the post.
     *
     * @param country the key of the country that the person represents, or null
     */
    record New(@Nullable UUID country, PersonProfile profile) implements PersonMatch {}

    /**
     * Unclear who it is.
     *
     * @param candidates the candidates, the likeliest first
     * @param country the key of the country that the article names, or null
     */
    record Unclear(List<Candidate> candidates, @Nullable UUID country) implements PersonMatch {}
}
