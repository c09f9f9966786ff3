package org.rostrum.http.subscription;

import graphql.GraphQLError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.graph.request.SubscriptionSource;
import org.rostrum.http.operation.OperationRunner;
import org.rostrum.http.operation.PreparedOperation;
import org.rostrum.http.operation.RequestTelemetry;
import org.rostrum.http.operation.ResponseEnvelope;
import org.rostrum.http.operation.Transport;
import org.rostrum.store.DatabaseFailure;

/**
 * Reads the events of one subscription from its {@link SubscriptionSource} and runs the operation for each of them. Its
 * methods block, and are called one after the other, not always by the same thread.
 */
final class SubscriptionReader {

    /** How many events are read, run and held at a time. */
    private static final int BATCH_SIZE = 20;

    private final OperationRunner runner;
    private final RequestTelemetry telemetry;
    private final int maxCost;
    private final Transport transport;
    private final PreparedOperation operation;
    private volatile @Nullable SubscriptionSource source;
    /** Events that were read, and not answered because the database became unavailable. */
    private volatile List<SubscriptionSource.Item> pending = List.of();

    /**
     * The response to one event.
     *
     * @param cursor where to resume after the event
     */
    record Response(JsonBuffer json, String cursor) {}

    /** What came of reading. */
    sealed interface Result {

        /** The responses to the events read, in their order, and whether there may be more events now. */
        record Batch(List<Response> responses, boolean more) implements Result {}

        /**
         * The database became unavailable; the responses that were complete before that. The rest is read again next
         * time.
         */
        record Unavailable(List<Response> responses) implements Result {}
    }

    /** @param maxCost the limit of an operation's cost, in records */
    SubscriptionReader(
            OperationRunner runner,
            RequestTelemetry telemetry,
            int maxCost,
            Transport transport,
            PreparedOperation operation) {
        this.runner = runner;
        this.telemetry = telemetry;
        this.maxCost = maxCost;
        this.transport = transport;
        this.operation = operation;
    }

    /**
     * Opens the subscription's source.
     *
     * @return whether there is one; where not, the subscription ends with these errors
     */
    Opening open() {
        long started = System.nanoTime();
        RequestContext context = runner.newContext(operation.identity());
        EngineResult result = runner.run(operation, context);
        telemetry.recordOperation(transport, RequestTelemetry.NO_STATUS, operation, result, context, started);
        source = result.errors().isEmpty() ? context.subscriptionSource() : null;
        return new Opening(source != null, result.errors());
    }

    /**
     * What came of opening.
     *
     * @param opened whether there are events to read
     * @param errors why not, where something went wrong
     */
    record Opening(boolean opened, List<GraphQLError> errors) {}

    /** Reads the next events and runs the operation for each. */
    Result read() {
        boolean more = true;
        if (pending.isEmpty()) {
            SubscriptionSource opened = Objects.requireNonNull(source, "only an opened subscription is read");
            try {
                pending = runner.callWith(
                        operation.identity(), runner.newContext(operation.identity()), () -> opened.next(BATCH_SIZE));
            } catch (RuntimeException e) {
                if (DatabaseFailure.of(e) == null) {
                    throw e;
                }
                return new Result.Unavailable(List.of());
            }
            more = pending.size() == BATCH_SIZE;
        }
        List<Response> responses = new ArrayList<>();
        for (SubscriptionSource.Item item : pending) {
            RequestContext context = runner.newContext(operation.identity()).forEvent(item.event());
            EngineResult result = runner.run(operation, context);
            if (isUnavailable(result)) {
                pending = pending.subList(responses.size(), pending.size());
                return new Result.Unavailable(responses);
            }
            responses.add(new Response(ResponseEnvelope.encode(result, maxCost, item.cursor()), item.cursor()));
        }
        pending = List.of();
        return new Result.Batch(responses, more);
    }

    private static boolean isUnavailable(EngineResult result) {
        return result.errors().stream()
                .anyMatch(error -> GraphQLErrorMapper.UNAVAILABLE.equals(
                        error.getExtensions().get("code")));
    }
}
