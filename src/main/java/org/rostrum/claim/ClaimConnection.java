package org.rostrum.claim;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.connection.Connection;
import org.rostrum.connection.Page;

/** A page of claims. */
@Description("A page of claims.")
public class ClaimConnection extends Connection<Claim, ClaimEdge> {

    /** The connection over a page. */
    public ClaimConnection(Page<Claim> page) {
        super(page);
    }

    /** The items with their cursors. */
    @NonNull
    @Description("The items of this page, each with its cursor.")
    public List<@NonNull ClaimEdge> getEdges() {
        return edges(ClaimEdge::new);
    }
}
