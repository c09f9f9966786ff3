package org.rostrum.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.TypeId;
import org.rostrum.store.record.BaseEntity;

/** An actor that the mention of a claim's speaker may mean. */
@Entity
@Table(name = "claim_candidate")
@Name("Candidate")
@Description("Somebody whom the mention of a claim's speaker may mean.")
public class AttributionCandidate extends BaseEntity implements Node {

    /** The prefix of candidates' ids. */
    public static final String PREFIX = "candidate";

    @Ignore
    @Column(name = "claim_id", nullable = false)
    public UUID claimKey;

    @Ignore
    @Column(name = "actor_id", nullable = false)
    public UUID actorKey;

    /** How likely the mention means this actor, 0 to 1. */
    @NonNull
    @Description("How likely the mention means this actor, from 0 to 1.")
    public Double score;

    /** A new candidate of a claim's speaker. */
    public static AttributionCandidate of(UUID claim, UUID actor, double score) {
        AttributionCandidate candidate = BaseEntity.initialized(new AttributionCandidate());
        candidate.claimKey = claim;
        candidate.actorKey = actor;
        candidate.score = score;
        return candidate;
    }

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    public String getId() {
        return new TypeId(PREFIX, key).toString();
    }
}
