package org.rostrum.graph;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;

/** What every request needs: loaders of its own, and errors with a code. */
final class RequestInstrumentation extends SimplePerformantInstrumentation {

  private final ErrorCodes errors;

  RequestInstrumentation(ErrorCodes errors) {
    this.errors = errors;
  }

  @Override
  public ExecutionInput instrumentExecutionInput(
      ExecutionInput input, InstrumentationExecutionParameters parameters, InstrumentationState state) {
    return input.transform(builder -> builder.dataLoaderRegistry(new DataLoaderRegistry()));
  }

  @Override
  public CompletableFuture<ExecutionResult> instrumentExecutionResult(
      ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
    if (result.getErrors().isEmpty()) {
      return CompletableFuture.completedFuture(result);
    }
    List<GraphQLError> coded = errors.coded(result.getErrors());
    return CompletableFuture.completedFuture(result.transform(builder -> builder.errors(coded)));
  }
}
