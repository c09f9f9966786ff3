package org.rostrum.actor;

import java.time.Instant;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.graph.Order;
import org.rostrum.graph.OrderDirection;

/** How a list of actors is ordered. */
@Input("ActorOrder")
@Description("How a list of actors is ordered.")
public class ActorOrder {

  @NonNull
  @Description("By what.")
  public Field field;

  @DefaultValue("ASC")
  @Description("Which way.")
  public OrderDirection direction = OrderDirection.ASC;

  /** What actors can be ordered by. */
  @org.eclipse.microprofile.graphql.Enum("ActorOrderField")
  @Description("What actors can be ordered by.")
  public enum Field {
    @Description("The name, without regard to case and accents.")
    NAME(new Order<>("NAME", "a.name_key", String.class, a -> a.nameKey, OrderDirection.ASC)),
    @Description("When the actor was recorded.")
    RECORDED_AT(new Order<>("RECORDED_AT", "a.recorded_at", Instant.class, a -> a.recordedAt, OrderDirection.ASC)),
    @Description("When the actor last changed.")
    UPDATED_AT(new Order<>("UPDATED_AT", "a.updated_at", Instant.class, a -> a.updatedAt, OrderDirection.ASC));

    private final Order<ActorRecord> order;

    Field(Order<ActorRecord> order) {
      this.order = order;
    }
  }

  /** The order, by name where none is given. */
  static Order<ActorRecord> orName(ActorOrder order) {
    return order == null ? Field.NAME.order : order.field.order.in(order.direction);
  }
}
