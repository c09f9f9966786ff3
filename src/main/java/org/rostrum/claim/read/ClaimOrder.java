package org.rostrum.claim.read;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.claim.Claim;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.connection.OrderDirection;

/** How a list of claims is ordered. */
@Input("ClaimOrder")
@Description("How a list of claims is ordered.")
public class ClaimOrder {

    @NonNull
    @Description("By what.")
    public ClaimOrderField field;

    @DefaultValue("DESC")
    @Description("Which way.")
    public OrderDirection direction = OrderDirection.DESC;

    /** The order; by default the latest said first. */
    public static KeysetOrder<Claim> orLatest(ClaimOrder order) {
        return order == null ? ClaimOrderField.SAID_ON.order : order.field.order.in(order.direction);
    }

    /** The order; by default as printed in the article. */
    public static KeysetOrder<Claim> orAsPrinted(ClaimOrder order) {
        return order == null ? ClaimOrderField.POSITION.order : order.field.order.in(order.direction);
    }

    /** By the time of the last change, the earliest first. */
    static KeysetOrder<Claim> earliestChanged() {
        return ClaimOrderField.UPDATED_AT.order.in(OrderDirection.ASC);
    }

    /** By the date, the earliest said first. */
    public static KeysetOrder<Claim> earliest() {
        return ClaimOrderField.SAID_ON.order.in(OrderDirection.ASC);
    }
}
