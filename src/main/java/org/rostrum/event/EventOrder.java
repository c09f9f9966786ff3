package org.rostrum.event;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.graph.Order;
import org.rostrum.graph.OrderDirection;

/** How a list of events is ordered. */
@Input("EventOrder")
@Description("How a list of events is ordered.")
public class EventOrder {

  @NonNull
  @Description("By what.")
  public Field field;

  @DefaultValue("DESC")
  @Description("Which way.")
  public OrderDirection direction = OrderDirection.DESC;

  /** What events can be ordered by. */
  @org.eclipse.microprofile.graphql.Enum("EventOrderField")
  @Description("What events can be ordered by.")
  public enum Field {
    @Description("When it happened or began; what has no date counts as earliest.")
    DATE(new Order<>("DATE", "e.date_order", LocalDate.class, e -> e.dateOrder, OrderDirection.DESC)),
    @Description("When the event was recorded.")
    RECORDED_AT(new Order<>("RECORDED_AT", "e.recorded_at", Instant.class, e -> e.recordedAt, OrderDirection.DESC)),
    @Description("When the event last changed.")
    UPDATED_AT(new Order<>("UPDATED_AT", "e.updated_at", Instant.class, e -> e.updatedAt, OrderDirection.DESC));

    private final Order<Event> order;

    Field(Order<Event> order) {
      this.order = order;
    }
  }

  /** The order, the latest first where none is given. */
  static Order<Event> orLatest(EventOrder order) {
    return order == null ? Field.DATE.order : order.field.order.in(order.direction);
  }
}
