package org.rostrum.graph;

import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.execution.AbortExecutionException;
import java.util.Map;

/**
 * Refuses queries that ask for too many records. A list asks for its page size, and each of its records for what is
 * selected below it.
 */
final class NodeLimit extends MaxQueryComplexityInstrumentation {

  NodeLimit(int most) {
    super(most, NodeLimit::count);
  }

  @Override
  protected AbortExecutionException mkAbortException(int count, int most) {
    return new AbortExecutionException("the request asks for up to " + count + " records, more than the limit of " + most);
  }

  private static int count(FieldComplexityEnvironment field, int below) {
    Map<String, Object> arguments = field.getArguments();
    boolean list = field.getFieldDefinition().getArgument("first") != null;
    if (!list) {
      return below;
    }
    long size = size(arguments);
    return (int) Math.min(Integer.MAX_VALUE, size * (1L + below));
  }

  /** What is out of bounds is refused when the field is resolved; here it counts as the largest page. */
  private static long size(Map<String, Object> arguments) {
    Object size = arguments.get("first") != null ? arguments.get("first") : arguments.get("last");
    if (!(size instanceof Number number)) {
      return PageArgs.DEFAULT;
    }
    return Math.max(1, Math.min(PageArgs.MAX, number.longValue()));
  }
}
