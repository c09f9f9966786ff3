package org.rostrum.engine;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLSchema;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.document.PreparedDocument;
import org.rostrum.engine.document.ServedSchema;
import org.rostrum.engine.execution.ExecutionTrace;
import org.rostrum.engine.execution.ObjectBatch;
import org.rostrum.engine.execution.PlanExecutor;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.engine.plan.ArgumentValues;
import org.rostrum.engine.plan.Plan;
import org.rostrum.engine.plan.QueryCostCalculator;
import org.rostrum.engine.plan.SchemaWiring;
import org.rostrum.engine.response.ResponseWriter;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.error.LimitExceededException;
import org.rostrum.graph.request.Limits;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.store.sql.Database;

/** Prepares documents and executes their operations. */
@ApplicationScoped
public class Engine {

    /** The initial size of a thread's response buffer, in bytes. */
    private static final int BUFFER_SIZE = 16_000;
    /** A response buffer that has grown beyond this many bytes is not kept for the next request. */
    private static final int MAX_KEPT_BUFFER_SIZE = 1_000_000;

    private final Limits limits;
    private final GraphQLErrorMapper errors;
    private final GraphQLSchema schema;
    private final SchemaWiring wiring;
    private final Database database;
    private final DocumentPreparer documents;
    private final PlanCache plans;
    private final IntrospectionExecutor introspection;
    private final ThreadLocal<JsonBuffer> buffers = ThreadLocal.withInitial(() -> new JsonBuffer(BUFFER_SIZE));

    @Inject
    Engine(
            GraphQLSchema platformSchema,
            Schema model,
            @Any Instance<Object> beans,
            Database database,
            Limits limits,
            GraphQLErrorMapper errors,
            @ConfigProperty(name = "rostrum.introspection") boolean introspection) {
        this(
                ServedSchema.of(platformSchema),
                schema -> new SchemaWiring(
                        schema, model, type -> beans.select(type).get()),
                database,
                limits,
                errors,
                introspection);
    }

    /** @param wire maps the fields of the schema to their fetchers */
    Engine(
            GraphQLSchema schema,
            Function<GraphQLSchema, SchemaWiring> wire,
            Database database,
            Limits limits,
            GraphQLErrorMapper errors,
            boolean introspection) {
        this.limits = limits;
        this.errors = errors;
        this.schema = schema;
        this.database = database;
        this.wiring = wire.apply(schema);
        this.documents = new DocumentPreparer(schema, limits, errors);
        this.plans = new PlanCache(schema, wiring);
        this.introspection = new IntrospectionExecutor(schema, introspection);
    }

    /** Creates the engine, so that a broken schema stops the start instead of failing the first request. */
    void onStart(@Observes StartupEvent start) {
        prepare("{ __typename }");
    }

    /** The schema that is served. */
    GraphQLSchema schema() {
        return schema;
    }

    /** The schema that is served, in GraphQL's schema definition language. */
    public String schemaText() {
        return ServedSchema.printed(schema);
    }

    SchemaWiring wiring() {
        return wiring;
    }

    /** Parses and validates a document within the limits, or returns the cached result. Errors are in the result. */
    public PreparedDocument prepare(String text) {
        return documents.prepare(text);
    }

    /**
     * Executes an operation on this thread, within the limits of the current {@link RequestContext}. Errors that the
     * client can cause are in the result.
     */
    public EngineResult execute(OperationRequest request) {
        Long cost = null;
        try {
            CoercedVariables variables = ValuesResolver.coerceVariableValues(
                    schema,
                    request.operation().getVariableDefinitions(),
                    RawVariables.of(request.variables()),
                    GraphQLContext.getDefault(),
                    Locale.ENGLISH);
            Plan plan = plans.plan(request, variables);
            checkNonNullPositions(plan, variables);
            ArgumentValues arguments = new ArgumentValues(schema, plan, variables);
            cost = QueryCostCalculator.cost(plan, arguments);
            QueryCostCalculator.check(cost, limits.nodes());
            long checkedCost = cost;
            return plan.is(Operation.MUTATION)
                    ? execute(request, plan, arguments, checkedCost)
                    : database.withSharedConnection(() -> execute(request, plan, arguments, checkedCost));
        } catch (LimitExceededException e) {
            return new EngineResult(null, List.of(ApiError.of(e, null)), cost, null);
        } catch (RequestErrorException e) {
            return new EngineResult(null, errors.withCodes(e.errors()), cost, null);
        } catch (GraphQLException e) {
            if (e instanceof GraphQLError error) {
                return new EngineResult(null, errors.withCodes(List.of(error)), cost, null);
            }
            throw e;
        }
    }

    /**
     * Rejects null for a variable in a position where null is not allowed. Validation lets a nullable variable stand
     * there when it has a default, which an explicit null overrides (GraphQL specification, September 2025, section
     * 5.8.5).
     */
    private static void checkNonNullPositions(Plan plan, CoercedVariables variables) {
        Map<String, GraphQLError> errors = new LinkedHashMap<>();
        for (Plan.NonNullPosition position : plan.nonNullPositions()) {
            String name = position.variable().getName();
            if (variables.containsKey(name) && variables.get(name) == null) {
                errors.putIfAbsent(
                        name,
                        new ApiError(
                                "BAD_USER_INPUT",
                                "variables." + name + ": must not be null for " + position.path() + ", which is "
                                        + position.type(),
                                List.of(position.variable().getSourceLocation()),
                                null,
                                Map.of()));
            }
        }
        if (!errors.isEmpty()) {
            throw new RequestErrorException(List.copyOf(errors.values()));
        }
    }

    private EngineResult execute(OperationRequest request, Plan plan, ArgumentValues arguments, long cost) {
        RequestContext context = RequestContext.current();
        ExecutionTrace trace = request.explained() ? new ExecutionTrace(context) : null;
        PlanExecutor executor = new PlanExecutor(wiring, database, arguments, context, trace);
        List<GraphQLError> fieldErrors = new ArrayList<>();
        if (plan.is(Operation.SUBSCRIPTION) && context.event() == null) {
            executor.subscribe(plan, fieldErrors);
            return result(JsonBuffer.ascii("null"), fieldErrors, cost, trace);
        }
        Map<String, Object> introspected = introspection.execute(request, plan);
        JsonBuffer json = buffers.get();
        json.truncate(0);
        try {
            byte[] data = data(
                    plan,
                    executor,
                    new ResponseWriter(
                            wiring,
                            introspected,
                            json,
                            fieldErrors,
                            limits.answer().asLongValue()),
                    json);
            return result(data, fieldErrors, cost, trace);
        } finally {
            if (json.capacity() > MAX_KEPT_BUFFER_SIZE) {
                buffers.remove();
            }
        }
    }

    /**
     * Root fields of a mutation are executed one after the other, and none after one whose null propagates to the whole
     * response.
     */
    private byte[] data(Plan plan, PlanExecutor executor, ResponseWriter writer, JsonBuffer json) {
        ObjectBatch root = PlanExecutor.root(plan);
        boolean serial = plan.is(Operation.MUTATION);
        int[] order = root.selection.order(root.typeOf(plan, wiring));
        if (!serial) {
            executor.run(root, order);
        }
        boolean complete = true;
        json.raw('{');
        for (int index : order) {
            if (serial) {
                executor.run(root, index);
            }
            if (json.length() > 1) {
                json.raw(',');
            }
            complete &= writer.rootField(root, index);
            if (serial && !complete) {
                break;
            }
        }
        json.raw('}');
        return complete ? json.toBytes() : JsonBuffer.ascii("null");
    }

    private EngineResult result(
            byte[] data, List<GraphQLError> fieldErrors, long cost, @Nullable ExecutionTrace trace) {
        return new EngineResult(
                data,
                fieldErrors.isEmpty() ? List.of() : errors.withCodes(fieldErrors),
                cost,
                trace == null ? null : trace.toList());
    }
}
