package org.rostrum.actor.read;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.actor.ActorEntity;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.connection.OrderDirection;

/** What actors can be ordered by. */
@org.eclipse.microprofile.graphql.Enum("ActorOrderField")
@Description("What actors can be ordered by.")
public enum ActorOrderField {
    @Description("The name, without regard to case and accents.")
    NAME(new KeysetOrder<>("NAME", "a.name_key", String.class, a -> a.nameKey, OrderDirection.ASC)),
    @Description("When the actor was recorded.")
    RECORDED_AT(
            new KeysetOrder<>("RECORDED_AT", "a.recorded_at", Instant.class, a -> a.recordedAt, OrderDirection.ASC)),
    @Description("When the actor last changed.")
    UPDATED_AT(new KeysetOrder<>("UPDATED_AT", "a.updated_at", Instant.class, a -> a.updatedAt, OrderDirection.ASC));

    final KeysetOrder<ActorEntity> order;

    ActorOrderField(KeysetOrder<ActorEntity> order) {
        this.order = order;
    }
}
