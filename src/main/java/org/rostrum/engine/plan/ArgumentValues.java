package org.rostrum.engine.plan;

import graphql.execution.CoercedVariables;
import graphql.schema.GraphQLSchema;
import java.util.Map;

/** The arguments of a plan's steps in one run: each coerced once. */
public final class ArgumentValues {
  private final GraphQLSchema schema;
  private final CoercedVariables variables;
  private final Map<String, Object>[] values;

  @SuppressWarnings("unchecked")
  public ArgumentValues(GraphQLSchema schema, Plan plan, CoercedVariables variables) {
    this.schema = schema;
    this.variables = variables;
    this.values = new Map[plan.steps()];
  }

  /** A step's arguments, defaults filled in. */
  public Map<String, Object> of(FieldStep step) {
    Plan.Arguments arguments = step.arguments;
    if (arguments.known() != null) {
      return arguments.known();
    }
    if (values[step.number] == null) {
      values[step.number] = Planner.coerced(schema, arguments.defined(), arguments.given(), variables);
    }
    return values[step.number];
  }
}
