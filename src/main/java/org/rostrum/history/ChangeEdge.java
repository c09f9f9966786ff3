package org.rostrum.history;

import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.connection.Edge;

/** A change in a list. */
@Description("A change in a list.")
public class ChangeEdge extends Edge<Change> {

    ChangeEdge(Change node, Supplier<String> cursor) {
        super(node, cursor);
    }
}
