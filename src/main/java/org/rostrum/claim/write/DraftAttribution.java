package org.rostrum.claim.write;

import java.util.Map;
import java.util.UUID;
import org.rostrum.claim.AttributionRule;

/**
 * How a machine came to a speaker.
 *
 * @param rule       by what
 * @param score      how sure that is, 0 to 1
 * @param candidates whom the mention may mean, by their keys, with how likely that is
 * @param country    the country that the mention's words tell, or null
 */
public record DraftAttribution(AttributionRule rule, double score, Map<UUID, Double> candidates, UUID country) {}
