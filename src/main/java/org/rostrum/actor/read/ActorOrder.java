package org.rostrum.actor.read;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.actor.ActorEntity;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.connection.OrderDirection;

/** How a list of actors is ordered. */
@Input("ActorOrder")
@Description("How a list of actors is ordered.")
public class ActorOrder {

    @NonNull
    @Description("By what.")
    public ActorOrderField field;

    @DefaultValue("ASC")
    @Description("Which way.")
    public OrderDirection direction = OrderDirection.ASC;

    /** The order, by name where none is given. */
    public static KeysetOrder<ActorEntity> orName(ActorOrder order) {
        return order == null ? ActorOrderField.NAME.order : order.field.order.in(order.direction);
    }
}
