package org.rostrum.claim;

import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.connection.Edge;

/** A link between two claims in a list. */
@Description("A link between two claims in a list.")
public class ClaimLinkEdge extends Edge<ClaimLink> {

    ClaimLinkEdge(ClaimLink node, Supplier<String> cursor) {
        super(node, cursor);
    }
}
