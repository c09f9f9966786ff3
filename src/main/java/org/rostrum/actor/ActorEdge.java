package org.rostrum.actor;

import org.eclipse.microprofile.graphql.Description;
import org.rostrum.graph.Edge;

/** An actor in a list. */
@Description("An actor in a list.")
public class ActorEdge extends Edge<Actor> {

  ActorEdge(Actor node, String cursor) {
    super(node, cursor);
  }
}
