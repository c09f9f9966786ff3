package org.rostrum.actor;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.connection.Connection;
import org.rostrum.connection.Page;

/** A page of posts. */
@Description("A page of posts.")
public class AffiliationConnection extends Connection<Affiliation, AffiliationEdge> {

    /** The connection over a page. */
    public AffiliationConnection(Page<Affiliation> page) {
        super(page);
    }

    /** The items with their cursors. */
    @NonNull
    @Description("The items of this page, each with its cursor.")
    public List<@NonNull AffiliationEdge> getEdges() {
        return edges(AffiliationEdge::new);
    }
}
