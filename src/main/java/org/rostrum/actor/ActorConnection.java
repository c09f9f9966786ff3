package org.rostrum.actor;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.connection.Connection;
import org.rostrum.connection.Page;

/** A page of actors. */
@Description("A page of actors.")
public class ActorConnection extends Connection<Actor, ActorEdge> {

    /** The connection over a page. */
    public ActorConnection(Page<ActorEntity> page) {
        super(page.map(Actor.class::cast));
    }

    /** The items with their cursors. */
    @NonNull
    @Description("The items of this page, each with its cursor.")
    public List<@NonNull ActorEdge> getEdges() {
        return edges(ActorEdge::new);
    }
}
