package org.rostrum.actor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.record.BaseEntity;

/** Another name of an actor: a spelling, an acronym, a name in use. */
@Entity
@Table(name = "actor_alias")
public class ActorAlias extends BaseEntity {

    @Column(name = "actor_id", nullable = false)
    public UUID actorKey;

    @Column(nullable = false)
    public String alias;

    /** The alias as it is compared. */
    @Column(name = "alias_key", nullable = false)
    public String aliasKey;

    /** An alias of an actor, not yet stored. */
    public static ActorAlias of(UUID actorKey, String alias) {
        ActorAlias record = BaseEntity.initialized(new ActorAlias());
        record.actorKey = actorKey;
        record.alias = alias;
        record.aliasKey = TextNormalizer.key(alias);
        return record;
    }
}
