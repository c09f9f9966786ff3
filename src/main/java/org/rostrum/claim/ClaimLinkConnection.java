package org.rostrum.claim;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.connection.Connection;
import org.rostrum.connection.Page;

/** A page of links between claims. */
@Description("A page of links between claims.")
public class ClaimLinkConnection extends Connection<ClaimLink, ClaimLinkEdge> {

    /** The connection over a page. */
    public ClaimLinkConnection(Page<ClaimLink> page) {
        super(page);
    }

    /** The items with their cursors. */
    @NonNull
    @Description("The items of this page, each with its cursor.")
    public List<@NonNull ClaimLinkEdge> getEdges() {
        return edges(ClaimLinkEdge::new);
    }
}
