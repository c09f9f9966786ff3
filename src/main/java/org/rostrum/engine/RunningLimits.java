package org.rostrum.engine;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import org.rostrum.graph.Work;

/**
 * Stops an operation when its time is up, or it fetches too much: every field that is left gets nothing at once, and the engine
 * comes to its end. Exceptions would cost far more than that where many fields are left, and one outside of a fetcher would
 * leave the engine waiting for loaders that nobody sets off any more. Statements that run have a timeout of their own.
 */
final class RunningLimits extends SimplePerformantInstrumentation {

  @Override
  public DataFetcher<?> instrumentDataFetcher(
      DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
    if (parameters.isTrivialDataFetcher()) {
      return fetcher;
    }
    return environment -> {
      if (Work.current().mayFetch()) {
        return fetcher.get(environment);
      }
      return GraphQLTypeUtil.unwrapNonNull(environment.getFieldType()) instanceof GraphQLList ? List.of() : null;
    };
  }
}
