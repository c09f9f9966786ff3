package org.rostrum.graph.node;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** An object with a global id, as defined by the Relay global object identification specification. */
@Description("Anything that can be fetched again by its id, with the `node` query.")
public interface Node {

    /** The global id: a {@link TypeId} as text. */
    @Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    String getId();
}
