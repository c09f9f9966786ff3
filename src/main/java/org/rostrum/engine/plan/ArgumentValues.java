package org.rostrum.engine.plan;

import graphql.execution.CoercedVariables;
import graphql.schema.GraphQLSchema;
import java.util.Map;

/**
 * The coerced arguments of a plan's steps in one execution. Each step's are coerced once, when they are first needed.
 */
public final class ArgumentValues {
    private final GraphQLSchema schema;
    private final CoercedVariables variables;
    private final Map<String, Object>[] values;

    /** @param variables the coerced values of the operation's variables */
    @SuppressWarnings({"rawtypes", "unchecked"}) // an array of a generic type
    public ArgumentValues(GraphQLSchema schema, Plan plan, CoercedVariables variables) {
        this.schema = schema;
        this.variables = variables;
        this.values = new Map[plan.steps()];
    }

    /** A step's arguments by name, with defaults filled in. */
    public Map<String, Object> of(FieldStep step) {
        if (step.arguments.constant() != null) {
            return step.arguments.constant();
        }
        if (values[step.number] == null) {
            values[step.number] = step.arguments.coerce(schema, variables);
        }
        return values[step.number];
    }
}
