package org.rostrum.event.read;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.connection.OrderDirection;
import org.rostrum.event.Event;

/** What events can be ordered by. */
@org.eclipse.microprofile.graphql.Enum("EventOrderField")
@Description("What events can be ordered by.")
public enum EventOrderField {
    @Description("When it happened or began; what has no date counts as earliest.")
    DATE(new KeysetOrder<>("DATE", "e.date_order", LocalDate.class, e -> e.dateOrder, OrderDirection.DESC)),
    @Description("When the event was recorded.")
    RECORDED_AT(
            new KeysetOrder<>("RECORDED_AT", "e.recorded_at", Instant.class, e -> e.recordedAt, OrderDirection.DESC)),
    @Description("When the event last changed.")
    UPDATED_AT(new KeysetOrder<>("UPDATED_AT", "e.updated_at", Instant.class, e -> e.updatedAt, OrderDirection.DESC));

    final KeysetOrder<Event> order;

    EventOrderField(KeysetOrder<Event> order) {
        this.order = order;
    }
}
