package org.rostrum.history;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.connection.Connection;
import org.rostrum.connection.Page;

/** A page of changes. */
@Description("A page of changes.")
public class ChangeConnection extends Connection<Change, ChangeEdge> {

    /** The connection over a page. */
    public ChangeConnection(Page<Change> page) {
        super(page);
    }

    /** The changes with their cursors. */
    @NonNull
    @Description("The items of this page, each with its cursor.")
    public List<@NonNull ChangeEdge> getEdges() {
        return edges(ChangeEdge::new);
    }
}
