package org.rostrum.engine.plan;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.plan.Plan.NonNullPosition;

/**
 * A field's arguments.
 *
 * @param constant the coerced values, where no variable occurs in them; null otherwise
 * @param definitions the arguments that the schema defines
 * @param literals the arguments in the document
 */
record FieldArguments(
        @Nullable Map<String, Object> constant, List<GraphQLArgument> definitions, List<Argument> literals) {

    static final FieldArguments NONE = new FieldArguments(Map.of(), List.of(), List.of());

    /** The arguments that determine how many objects a field returns. */
    private static final Set<String> SIZE_ARGUMENTS = Set.of("first", "last", "ids");

    static FieldArguments of(GraphQLSchema schema, GraphQLFieldDefinition definition, Field field) {
        List<GraphQLArgument> definitions = definition.getArguments();
        if (definitions.isEmpty() || field.getName().startsWith("__")) {
            return NONE;
        }
        if (field.getArguments().stream().anyMatch(argument -> hasVariable(argument.getValue()))) {
            return new FieldArguments(null, definitions, field.getArguments());
        }
        FieldArguments uncoerced = new FieldArguments(null, definitions, field.getArguments());
        return new FieldArguments(
                uncoerced.coerce(schema, CoercedVariables.emptyVariables()), definitions, field.getArguments());
    }

    /** The coerced values for the values of an operation's variables. */
    Map<String, Object> coerce(GraphQLSchema schema, CoercedVariables variables) {
        return ValuesResolver.getArgumentValues(
                schema.getCodeRegistry(),
                definitions,
                literals,
                variables,
                GraphQLContext.getDefault(),
                Locale.ENGLISH);
    }

    /** Whether the number of objects that the field returns does not depend on any variable. */
    boolean isSizeConstant() {
        return constant != null
                || literals.stream()
                        .noneMatch(argument ->
                                SIZE_ARGUMENTS.contains(argument.getName()) && hasVariable(argument.getValue()));
    }

    private static boolean hasVariable(Value<?> value) {
        if (value instanceof ArrayValue list) {
            return list.getValues().stream().anyMatch(FieldArguments::hasVariable);
        }
        if (value instanceof ObjectValue object) {
            return object.getObjectFields().stream().anyMatch(field -> hasVariable(field.getValue()));
        }
        return value instanceof VariableReference;
    }

    /** Adds the positions in a field's arguments where a variable is used and null is not allowed. */
    static void addNonNullPositions(Field field, GraphQLFieldDefinition definition, List<NonNullPosition> positions) {
        for (Argument argument : field.getArguments()) {
            addNonNullPositions(
                    argument.getValue(),
                    definition.getArgument(argument.getName()).getType(),
                    field.getName() + "(" + argument.getName(),
                    positions);
        }
    }

    private static void addNonNullPositions(
            Value<?> value, GraphQLInputType type, String path, List<NonNullPosition> positions) {
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (value instanceof VariableReference variable && type instanceof GraphQLNonNull) {
            positions.add(new NonNullPosition(variable, path + ")", GraphQLTypeUtil.simplePrint(type)));
        } else if (value instanceof ArrayValue list && nullable instanceof GraphQLList items) {
            for (int i = 0; i < list.getValues().size(); i++) {
                addNonNullPositions(
                        list.getValues().get(i),
                        (GraphQLInputType) items.getWrappedType(),
                        path + "[" + i + "]",
                        positions);
            }
        } else if (value instanceof ObjectValue && nullable instanceof GraphQLList items) {
            // A single value in place of a list is coerced to a list of that value.
            addNonNullPositions(value, (GraphQLInputType) items.getWrappedType(), path, positions);
        } else if (value instanceof ObjectValue object && nullable instanceof GraphQLInputObjectType input) {
            object.getObjectFields()
                    .forEach(field -> addNonNullPositions(
                            field.getValue(),
                            input.getField(field.getName()).getType(),
                            path + "." + field.getName(),
                            positions));
        }
    }
}
