package org.rostrum.graph;

import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;

/** Our own pieces of the GraphQL engine. Looked up by {@link GraphQLSetup}, which is no bean: hence not to be removed. */
@ApplicationScoped
@Unremovable
public class Instrumentations {

  private final Limits limits;
  private final ErrorCodes errors;
  private final Instance<NodeApi> nodes;

  Instrumentations(Limits limits, ErrorCodes errors, @Any Instance<NodeApi> nodes) {
    this.limits = limits;
    this.errors = errors;
    this.nodes = nodes;
  }

  /** All of them, in the order in which they see a request. */
  Instrumentation all() {
    return new ChainedInstrumentation(List.of(
        new RequestInstrumentation(errors),
        new StrictScalars(),
        new ListOfIds(nodes),
        new DepthLimit(limits.depth()),
        new NodeLimit(limits.nodes())));
  }
}
