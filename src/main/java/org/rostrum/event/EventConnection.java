package org.rostrum.event;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.connection.Connection;
import org.rostrum.connection.Page;

/** A page of events. */
@Description("A page of events.")
public class EventConnection extends Connection<Event, EventEdge> {

    /** The connection over a page. */
    public EventConnection(Page<Event> page) {
        super(page);
    }

    /** The items with their cursors. */
    @NonNull
    @Description("The items of this page, each with its cursor.")
    public List<@NonNull EventEdge> getEdges() {
        return edges(EventEdge::new);
    }
}
