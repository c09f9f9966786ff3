package org.rostrum.claim;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.TypeId;

/** How the mention of a claim's speaker was resolved to an actor. */
@Description("How the mention of a claim's speaker became an actor. A later correction by a person does not change it.")
public record Attribution(
        @Ignore UUID claimKey,

        @Description("By what the mention became this actor.") @NonNull
        AttributionRule rule,

        @Description("How sure that was, from 0 to 1; where nobody was sure enough, how likely the best candidate was.")
        @NonNull
        Double score,

        @Description("Who was thought of, the likeliest first.") @NonNull
        List<@NonNull AttributionCandidate> candidates)
        implements Node {

    /** The prefix of attributions' ids; the rest is that of the claim's id, since a claim has at most one. */
    public static final String PREFIX = "attribution";

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    public String getId() {
        return new TypeId(PREFIX, claimKey).toString();
    }
}
