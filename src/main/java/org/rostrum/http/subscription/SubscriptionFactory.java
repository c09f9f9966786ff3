package org.rostrum.http.subscription;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.graph.request.Limits;
import org.rostrum.history.ChangeNotifier;
import org.rostrum.http.operation.OperationRunner;
import org.rostrum.http.operation.PreparedOperation;
import org.rostrum.http.operation.RequestTelemetry;
import org.rostrum.http.operation.Transport;

/** Starts subscriptions. */
@ApplicationScoped
public class SubscriptionFactory {

    private final Vertx vertx;
    private final OperationRunner runner;
    private final RequestTelemetry telemetry;
    private final GraphQLErrorMapper errorMapper;
    private final ChangeNotifier notifier;
    private final Limits limits;

    SubscriptionFactory(
            Vertx vertx,
            OperationRunner runner,
            RequestTelemetry telemetry,
            GraphQLErrorMapper errorMapper,
            ChangeNotifier notifier,
            Limits limits) {
        this.vertx = vertx;
        this.runner = runner;
        this.telemetry = telemetry;
        this.errorMapper = errorMapper;
        this.notifier = notifier;
        this.limits = limits;
    }

    /**
     * Starts a subscription; its responses, and its errors, go to the sink. Called on the context of the connection.
     */
    public SubscriptionSession start(Transport transport, PreparedOperation operation, SubscriptionSession.Sink sink) {
        SubscriptionReader reader = new SubscriptionReader(runner, telemetry, limits.nodes(), transport, operation);
        SubscriptionSession session =
                new SubscriptionSession(vertx, reader, errorMapper, limits.slowSubscriber(), sink);
        session.start(notifier);
        return session;
    }
}
