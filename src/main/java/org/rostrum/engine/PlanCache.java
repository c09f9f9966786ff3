package org.rostrum.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.CoercedVariables;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.engine.document.PreparedDocument;
import org.rostrum.engine.plan.Plan;
import org.rostrum.engine.plan.Planner;
import org.rostrum.engine.plan.SchemaWiring;
import org.rostrum.graph.error.ApiError;

/** Compiled plans: one for each operation and each combination of values of the variables in its conditions. */
final class PlanCache {

    /** The size of the cache, in estimated bytes. */
    private static final long CACHE_SIZE = 64_000_000;

    private static final int BYTES_PER_PLAN = 1_000;
    private static final int BYTES_PER_STEP = 1_500;

    private final GraphQLSchema schema;
    private final SchemaWiring wiring;
    private final Cache<Key, Plan> plans = Caffeine.newBuilder()
            .maximumWeight(CACHE_SIZE)
            .<Key, Plan>weigher((key, plan) -> BYTES_PER_PLAN + BYTES_PER_STEP * plan.steps())
            .build();

    private record Key(PreparedDocument document, String operation, List<Object> conditions) {}

    PlanCache(GraphQLSchema schema, SchemaWiring wiring) {
        this.schema = schema;
        this.wiring = wiring;
    }

    /** @throws RequestErrorException when a variable in a condition has no value */
    Plan plan(OperationRequest request, CoercedVariables variables) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        for (String name : request.prepared().conditionVariables(request.operation())) {
            if (variables.get(name) == null) {
                throw new RequestErrorException(List.of(ApiError.of(
                        "BAD_USER_INPUT", "variables." + name + ": @skip and @include need true or false")));
            }
            conditions.put(name, variables.get(name));
        }
        Key key = new Key(request.prepared(), request.operation().getName(), List.copyOf(conditions.values()));
        return plans.get(
                key,
                absent -> Planner.plan(schema, wiring, request.prepared().document(), request.operation(), conditions));
    }
}
