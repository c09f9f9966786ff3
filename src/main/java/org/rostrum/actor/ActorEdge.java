package org.rostrum.actor;

import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.connection.Edge;

/** An actor in a list. */
@Description("An actor in a list.")
public class ActorEdge extends Edge<Actor> {

    ActorEdge(Actor node, Supplier<String> cursor) {
        super(node, cursor);
    }
}
