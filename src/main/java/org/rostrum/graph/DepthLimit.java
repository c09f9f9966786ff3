package org.rostrum.graph;

import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AbortExecutionException;

/** Refuses queries whose fields are nested too deep. */
final class DepthLimit extends MaxQueryDepthInstrumentation {

  DepthLimit(int deepest) {
    super(deepest);
  }

  @Override
  protected AbortExecutionException mkAbortException(int depth, int maxDepth) {
    return new AbortExecutionException("the request is " + depth + " fields deep, deeper than the limit of " + maxDepth);
  }
}
