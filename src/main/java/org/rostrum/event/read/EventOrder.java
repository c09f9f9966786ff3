package org.rostrum.event.read;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.connection.OrderDirection;
import org.rostrum.event.Event;

/** How a list of events is ordered. */
@Input("EventOrder")
@Description("How a list of events is ordered.")
public class EventOrder {

    @NonNull
    @Description("By what.")
    public EventOrderField field;

    @DefaultValue("DESC")
    @Description("Which way.")
    public OrderDirection direction = OrderDirection.DESC;

    /** The order, the latest first where none is given. */
    public static KeysetOrder<Event> orLatest(EventOrder order) {
        return order == null ? EventOrderField.DATE.order : order.field.order.in(order.direction);
    }
}
