package org.rostrum.resolution;

import java.util.List;
import java.util.UUID;
import org.rostrum.claim.AttributionRule;

/**
 * Whom a mention means.
 *
 * @param actor      the actor's key; null where nobody could be made out with enough certainty
 * @param rule       by what
 * @param score      how sure that is, 0 to 1; for nobody, how sure the best candidate would have been
 * @param candidates who was thought of, the likeliest first
 * @param country    the country that the mention's own words tell ("a Polish diplomat"), or null
 */
public record LinkedMention(UUID actor, AttributionRule rule, double score, List<Candidate> candidates, UUID country) {

  /** Nobody, and nobody was thought of. */
  public static final LinkedMention NOBODY = nobody(List.of(), null);

  /** Somebody whom a mention may mean. */
  public record Candidate(UUID actor, double score) {}

  /** The actor of one who was made out; null where nobody was, or nobody was named. */
  static UUID actorOf(LinkedMention resolved) {
    return resolved == null ? null : resolved.actor;
  }

  static LinkedMention nobody(List<Candidate> candidates, UUID country) {
    return new LinkedMention(null, AttributionRule.NONE, candidates.isEmpty() ? 0 : candidates.get(0).score, candidates, country);
  }

  static LinkedMention certain(UUID actor, AttributionRule rule, double score, UUID country) {
    return new LinkedMention(actor, rule, score, List.of(new Candidate(actor, score)), country);
  }
}
