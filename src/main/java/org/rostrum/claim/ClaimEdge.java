package org.rostrum.claim;

import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.connection.Edge;

/** A claim in a list. */
@Description("A claim in a list.")
public class ClaimEdge extends Edge<Claim> {

    ClaimEdge(Claim node, Supplier<String> cursor) {
        super(node, cursor);
    }
}
