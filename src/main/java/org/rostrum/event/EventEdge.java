package org.rostrum.event;

import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.connection.Edge;

/** An event in a list. */
@Description("An event in a list.")
public class EventEdge extends Edge<Event> {

    EventEdge(Event node, Supplier<String> cursor) {
        super(node, cursor);
    }
}
