package org.rostrum.claim;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How the mention of a claim's speaker became an actor. */
@Description("How the mention of a claim's speaker became an actor. A later correction by a person does not change it.")
public record Attribution(
    @Description("By what the mention became this actor.") @NonNull AttributionRule rule,
    @Description("How sure that was, from 0 to 1; where nobody was sure enough, how likely the best candidate was.") @NonNull Double score,
    @Description("Who was thought of, the likeliest first.") @NonNull List<@NonNull ClaimCandidate> candidates) {}
