package org.rostrum.engine;

import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a request.
 *
 * @param data the data as JSON, which may be {@code null}; null when the operation was not executed
 * @param errors with codes, in the order of the response
 * @param cost the number of records that the operation can return; null when the request failed before that was
 *     computed
 * @param plan the cost of each step, for {@code extensions.plan}; null when it was not requested
 */
public record EngineResult(
        byte @Nullable [] data,
        List<GraphQLError> errors,
        @Nullable Long cost,
        @Nullable List<Map<String, Object>> plan) {

    /** The result of a request that is rejected before its operation is executed. */
    public static EngineResult rejected(List<? extends GraphQLError> errors) {
        return new EngineResult(null, List.copyOf(errors), null, null);
    }

    /** The result of a request that is rejected before its operation is executed. */
    public static EngineResult rejected(GraphQLError error) {
        return rejected(List.of(error));
    }
}
