package org.rostrum.claim.write;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.claim.AttributionRule;

/**
 * How an extraction resolved the mention of a speaker.
 *
 * @param rule the rule that chose the actor
 * @param score how sure that is, 0 to 1
 * @param candidates the actors that the mention may mean, by key, with their probabilities
 * @param country the key of the country that the mention itself names, or null
 */
public record DraftAttribution(
        AttributionRule rule,
        double score,
        Map<UUID, Double> candidates,
        @Nullable UUID country) {}
