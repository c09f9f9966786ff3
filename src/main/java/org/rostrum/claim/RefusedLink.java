package org.rostrum.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.LinkType;

/** An extracted link that a person removed: no later extraction adds it again. */
@Entity
@Table(name = "claim_link_refused")
@IdClass(ClaimLinkKey.class)
public class RefusedLink extends PanacheEntityBase {

    @Id
    @Column(name = "from_id")
    public @Nullable UUID fromKey;

    @Id
    @Column(name = "to_id")
    public @Nullable UUID toKey;

    @Id
    @Enumerated(EnumType.STRING)
    public LinkType type;

    /** A new row. */
    public static RefusedLink of(ClaimLinkKey key) {
        RefusedLink link = new RefusedLink();
        link.fromKey = key.fromKey();
        link.toKey = key.toKey();
        link.type = key.type();
        return link;
    }
}
