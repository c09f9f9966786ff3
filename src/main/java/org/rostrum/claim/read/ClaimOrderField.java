package org.rostrum.claim.read;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.claim.Claim;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.connection.OrderDirection;

/** What claims can be ordered by. */
@org.eclipse.microprofile.graphql.Enum("ClaimOrderField")
@Description("What claims can be ordered by.")
public enum ClaimOrderField {
    @Description("When it was said; what has no date counts as earliest.")
    SAID_ON(new KeysetOrder<>("SAID_ON", "c.said_order", LocalDate.class, c -> c.saidOrder, OrderDirection.DESC)),
    @Description("When the claim was recorded.")
    RECORDED_AT(
            new KeysetOrder<>("RECORDED_AT", "c.recorded_at", Instant.class, c -> c.recordedAt, OrderDirection.DESC)),
    @Description("When the claim last changed.")
    UPDATED_AT(new KeysetOrder<>("UPDATED_AT", "c.updated_at", Instant.class, c -> c.updatedAt, OrderDirection.DESC)),
    @Description("How sure the reading is.")
    CONFIDENCE(new KeysetOrder<>("CONFIDENCE", "c.confidence", Double.class, c -> c.confidence, OrderDirection.DESC)),
    @Description("Where the evidence begins in the article.")
    POSITION(new KeysetOrder<>("POSITION", "c.position_in_body", Integer.class, c -> c.position, OrderDirection.ASC));

    final KeysetOrder<Claim> order;

    ClaimOrderField(KeysetOrder<Claim> order) {
        this.order = order;
    }
}
