package org.rostrum.graph;

import graphql.execution.ExecutionStepInfo;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import jakarta.enterprise.inject.Instance;
import java.util.List;

/**
 * Hands {@code nodes} its ids itself: SmallRye GraphQL 2.17.0 serves an argument that is a list of ids rightly as
 * {@code [ID!]!}, but then refuses every value ("Unknown Scalar Type [java.util.List]"). Lists of ids inside input objects
 * are not concerned.
 */
final class ListOfIds extends SimplePerformantInstrumentation {

  private final Instance<NodeApi> nodes;

  ListOfIds(Instance<NodeApi> nodes) {
    this.nodes = nodes;
  }

  @Override
  public DataFetcher<?> instrumentDataFetcher(
      DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
    ExecutionStepInfo field = parameters.getExecutionStepInfo();
    boolean concerned = field.getFieldDefinition().getName().equals("nodes") && field.getObjectType().getName().equals("Query");
    return concerned ? environment -> nodes.get().nodes(environment.<List<String>>getArgument("ids")) : fetcher;
  }
}
