package org.rostrum.http.operation;

import jakarta.enterprise.context.ApplicationScoped;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.graph.request.Limits;
import org.rostrum.graph.request.RequestContext;

/**
 * Runs queries and mutations that arrive over a streaming transport, where their only response is a message like
 * others.
 */
@ApplicationScoped
public class SingleResponseRunner {

    private final OperationRunner runner;
    private final RequestTelemetry telemetry;
    private final Limits limits;

    SingleResponseRunner(OperationRunner runner, RequestTelemetry telemetry, Limits limits) {
        this.runner = runner;
        this.telemetry = telemetry;
        this.limits = limits;
    }

    /** Runs an operation on this thread and encodes its response. */
    public JsonBuffer run(Transport transport, PreparedOperation operation) {
        long started = System.nanoTime();
        RequestContext context = runner.newContext(operation.identity());
        EngineResult result = runner.run(operation, context);
        telemetry.recordOperation(transport, RequestTelemetry.NO_STATUS, operation, result, context, started);
        return ResponseEnvelope.encode(result, limits.nodes());
    }
}
