package org.rostrum.engine.plan;

import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rostrum.store.record.FieldSelection;

/**
 * A compiled operation, executable with any values of its variables but those in conditions: selections that
 * {@code @skip} or {@code @include} leave out are not part of it, so each combination of their values has its own plan.
 * Immutable.
 *
 * @param operation the operation
 * @param root the steps of its root fields
 * @param introspection its root fields {@code __schema} and {@code __type}
 * @param steps the number of distinct steps
 * @param nonNullPositions where it uses variables and null is not allowed
 */
public record Plan(
        OperationDefinition operation,
        Selection root,
        List<Field> introspection,
        int steps,
        List<NonNullPosition> nonNullPositions) {

    /**
     * A variable used for an argument, an input object's field or a list item that must not be null.
     *
     * @param path the field and the position in its arguments, such as {@code claims(filter.speaker[0])}
     * @param type the type of the position in GraphQL's notation
     */
    public record NonNullPosition(VariableReference variable, String path, String type) {}

    /** Whether the operation is a query, mutation or subscription. */
    public boolean is(OperationDefinition.Operation kind) {
        return operation.getOperation() == kind;
    }

    /** The steps for the objects at one level of the response. */
    public static final class Selection {
        /** The steps of all object types. */
        public final List<FieldStep> steps;

        private final Map<GraphQLObjectType, int[]> stepsByType;
        /** The same selection, as the methods that fetch the objects see it. */
        public final FieldSelection fields;
        /** The objects' type, where only one is possible; null otherwise. */
        public final @Nullable GraphQLObjectType onlyType;

        private final int @Nullable [] onlyOrder;

        Selection(List<FieldStep> steps, Map<GraphQLObjectType, int[]> stepsByType, FieldSelection fields) {
            this.steps = steps;
            this.stepsByType = stepsByType;
            this.fields = fields;
            this.onlyType =
                    stepsByType.size() == 1 ? stepsByType.keySet().iterator().next() : null;
            this.onlyOrder = onlyType == null ? null : stepsByType.get(onlyType);
        }

        /** The indexes of a type's steps, in the order of the response. */
        @SuppressWarnings(
                "NullAway") // The map has every type that the objects can have; looked up for each object, so not
        // checked.
        public int[] order(GraphQLObjectType type) {
            return onlyOrder != null ? onlyOrder : stepsByType.get(type);
        }

        /** Whether objects of a type have a step. */
        public boolean includes(GraphQLObjectType type, int stepIndex) {
            for (int index : order(type)) {
                if (index == stepIndex) {
                    return true;
                }
            }
            return false;
        }
    }

    /** How a field counts towards the cost of a request, see {@link QueryCostCalculator}. */
    public enum Cost {
        /** The cost of what is selected below it. */
        CHILDREN,
        /** A page of a connection. */
        PAGE,
        /** A list without pages. */
        LIST
    }
}
