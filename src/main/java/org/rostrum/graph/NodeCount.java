package org.rostrum.graph;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import java.util.Map;

/**
 * Counts the records that a query asks for at most. A list asks for its page size, and each of its records for what is
 * selected below it.
 */
final class NodeCount implements FieldComplexityCalculator {

  @Override
  public int calculate(FieldComplexityEnvironment field, int below) {
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
    if (!(size instanceof Integer number)) {
      return PageArgs.DEFAULT;
    }
    return Math.max(1, Math.min(PageArgs.MAX, number));
  }
}
