package org.rostrum.resolution.mention;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.claim.AttributionRule;

/**
 * The actor that a mention refers to.
 *
 * @param actor the actor's key; null where no candidate was certain enough
 * @param rule how the actor was identified; {@link AttributionRule#NONE} without an actor
 * @param score the certainty, 0 to 1; without an actor, the best candidate's score
 * @param candidates the candidates considered, the likeliest first
 * @param country the key of the country that the mention's own words name ("a Polish diplomat"), or null
 */
public record LinkedMention(
        @Nullable UUID actor,
        AttributionRule rule,
        double score,
        List<Candidate> candidates,
        @Nullable UUID country) {

    /** Refers to nobody, and there were no candidates. */
    public static final LinkedMention NOBODY = unresolved(List.of(), null);

    /**
     * An actor that a mention may refer to.
     *
     * @param score the likelihood, 0 to 1
     */
    public record Candidate(UUID actor, double score) {}

    /** The linked actor's key; null for an unresolved mention and for null. */
    public static @Nullable UUID actorOf(@Nullable LinkedMention linked) {
        return linked == null ? null : linked.actor;
    }

    /** A mention whose actor remains unknown. */
    public static LinkedMention unresolved(List<Candidate> candidates, @Nullable UUID country) {
        return new LinkedMention(
                null, AttributionRule.NONE, candidates.isEmpty() ? 0 : candidates.get(0).score, candidates, country);
    }

    /** A mention of an actor who is the only candidate. */
    public static LinkedMention resolved(UUID actor, AttributionRule rule, double score, @Nullable UUID country) {
        return new LinkedMention(actor, rule, score, List.of(new Candidate(actor, score)), country);
    }
}
