package org.rostrum.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.value.LinkType;
import org.rostrum.store.record.AuthoredEntity;

/** A link from one claim to another. */
@Entity
@Table(name = "claim_link")
@Description("How one claim stands to another.")
public class ClaimLink extends AuthoredEntity implements Node {

    /** The prefix of links' ids. */
    public static final String PREFIX = "link";

    @Ignore
    @Column(name = "from_id", nullable = false)
    public UUID fromKey;

    @Ignore
    @Column(name = "to_id", nullable = false)
    public UUID toKey;

    /** The relation of the first claim to the second. */
    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("How the one claim stands to the other.")
    public LinkType type;

    /** How sure the link is, 0 to 1. */
    @NonNull
    @Description(
            "How sure the link is, from 0 to 1: 1 for one that a person made, less for one that a machine read in the text or suggests.")
    public Double confidence = 1.0;

    /** Whether it was extracted, not made by a person. */
    @Ignore
    @Column(nullable = false)
    public boolean extracted;

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    public String getId() {
        return new TypeId(PREFIX, key).toString();
    }
}
