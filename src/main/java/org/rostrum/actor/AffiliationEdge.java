package org.rostrum.actor;

import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.connection.Edge;

/** A post in a list. */
@Description("A post in a list.")
public class AffiliationEdge extends Edge<Affiliation> {

    AffiliationEdge(Affiliation node, Supplier<String> cursor) {
        super(node, cursor);
    }
}
