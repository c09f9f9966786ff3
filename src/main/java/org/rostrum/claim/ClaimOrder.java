package org.rostrum.claim;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.graph.Order;
import org.rostrum.graph.OrderDirection;

/** How a list of claims is ordered. */
@Input("ClaimOrder")
@Description("How a list of claims is ordered.")
public class ClaimOrder {

  @NonNull
  @Description("By what.")
  public Field field;

  @DefaultValue("DESC")
  @Description("Which way.")
  public OrderDirection direction = OrderDirection.DESC;

  /** What claims can be ordered by. */
  @org.eclipse.microprofile.graphql.Enum("ClaimOrderField")
  @Description("What claims can be ordered by.")
  public enum Field {
    @Description("When it was said; what has no date counts as earliest.")
    SAID_ON(new Order<>("SAID_ON", "c.said_order", LocalDate.class, c -> c.saidOrder, OrderDirection.DESC)),
    @Description("When the claim was recorded.")
    RECORDED_AT(new Order<>("RECORDED_AT", "c.recorded_at", Instant.class, c -> c.recordedAt, OrderDirection.DESC)),
    @Description("When the claim last changed.")
    UPDATED_AT(new Order<>("UPDATED_AT", "c.updated_at", Instant.class, c -> c.updatedAt, OrderDirection.DESC)),
    @Description("How sure the reading is.")
    CONFIDENCE(new Order<>("CONFIDENCE", "c.confidence", Double.class, c -> c.confidence, OrderDirection.DESC)),
    @Description("Where the evidence begins in the article.")
    POSITION(new Order<>("POSITION", "c.position_in_body", Integer.class, c -> c.position, OrderDirection.ASC));

    private final Order<Claim> order;

    Field(Order<Claim> order) {
      this.order = order;
    }
  }

  /** The order, the latest said first where none is given. */
  public static Order<Claim> orLatest(ClaimOrder order) {
    return order == null ? Field.SAID_ON.order : order.field.order.in(order.direction);
  }

  /** The order, as in the article where none is given. */
  static Order<Claim> orAsPrinted(ClaimOrder order) {
    return order == null ? Field.POSITION.order : order.field.order.in(order.direction);
  }

  /** The earliest changed first. */
  static Order<Claim> earliestChanged() {
    return Field.UPDATED_AT.order.in(OrderDirection.ASC);
  }

  /** The earliest said first. */
  static Order<Claim> earliest() {
    return Field.SAID_ON.order.in(OrderDirection.ASC);
  }
}
