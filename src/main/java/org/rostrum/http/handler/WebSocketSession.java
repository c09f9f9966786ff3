package org.rostrum.http.handler;

import graphql.GraphQLError;
import graphql.language.OperationDefinition;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.graph.error.ApiError;
import org.rostrum.http.auth.BearerTokenAuthenticator;
import org.rostrum.http.operation.PreparedOperation;
import org.rostrum.http.operation.Transport;
import org.rostrum.http.request.GraphQLRequest;
import org.rostrum.http.request.RequestRejectedException;
import org.rostrum.http.subscription.SubscriptionSession;
import org.rostrum.http.websocket.ClientMessage;
import org.rostrum.http.websocket.GraphQLWebSocketProtocol;
import org.rostrum.http.websocket.GraphQLWebSocketProtocol.Operation;
import org.rostrum.http.websocket.MessageCodec;
import org.rostrum.http.websocket.ProtocolAction;
import org.rostrum.http.websocket.ServerMessage;

/**
 * One websocket of a client: feeds what happens to its {@link GraphQLWebSocketProtocol} and performs what that returns.
 * All methods run on the socket's context.
 */
final class WebSocketSession {

    private static final long INIT_TIMEOUT_MILLIS = 10_000;
    private static final long PING_MILLIS = 20_000;
    /** How long a client that does not read may take to receive the close frame. */
    private static final long CLOSE_TIMEOUT_MILLIS = 1_000;

    private static final long DRAIN_POLL_MILLIS = 50;

    private final GraphQLWebSocketHandler services;
    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final GraphQLWebSocketProtocol protocol;
    private final Context context;
    private final Runnable closer;
    private final Map<Operation, SubscriptionSession> subscriptions = new HashMap<>();
    private @Nullable SecurityIdentity identity;
    private boolean paused;
    private long initTimer;
    private long pingTimer;
    private @Nullable ExpiryTimer expiryTimer;

    WebSocketSession(GraphQLWebSocketHandler services, ServerWebSocket socket, GraphQLWebSocketProtocol protocol) {
        this.services = services;
        this.vertx = services.vertx;
        this.socket = socket;
        this.protocol = protocol;
        this.context = vertx.getOrCreateContext();
        this.closer = () -> context.runOnContext(ignored -> perform(protocol.shutDown()));
    }

    void start() {
        services.shutdown.register(closer);
        initTimer = vertx.setTimer(INIT_TIMEOUT_MILLIS, late -> perform(protocol.initialisationTimeout()));
        pingTimer = vertx.setPeriodic(PING_MILLIS, tick -> ping());
        socket.textMessageHandler(this::receive);
        socket.binaryMessageHandler(ignored -> perform(protocol.malformed("Messages must be text")));
        socket.exceptionHandler(ignored -> abort());
        socket.closeHandler(ignored -> closed());
    }

    private void ping() {
        ProtocolAction action = protocol.heartbeat();
        boolean unsendable = action instanceof ProtocolAction.Send && socket.writeQueueFull();
        if (!unsendable) {
            perform(action);
        }
    }

    private void receive(String text) {
        try {
            ClientMessage message = MessageCodec.decode(text);
            boolean expired =
                    message instanceof ClientMessage.Subscribe && BearerTokenAuthenticator.millisLeft(identity) <= 0;
            perform(expired ? protocol.tokenExpired() : protocol.receive(message));
        } catch (RequestRejectedException e) {
            perform(protocol.malformed(
                    Objects.requireNonNullElse(e.error().message(), e.error().code())));
        }
    }

    private void perform(ProtocolAction action) {
        if (action instanceof ProtocolAction.Send send) {
            send(send.message());
        } else if (action instanceof ProtocolAction.Authenticate authenticate) {
            authenticate(authenticate.authorization());
        } else if (action instanceof ProtocolAction.Start start) {
            run(start.operation(), start.request());
        } else if (action instanceof ProtocolAction.Cancel cancel) {
            cancel(cancel.operation());
        } else if (action instanceof ProtocolAction.Close close) {
            GraphQLWebSocketHandler.close(socket, close.reason());
        } else if (action instanceof ProtocolAction.Abort) {
            abort();
        }
    }

    private void send(ServerMessage message) {
        if (socket.isClosed()) {
            return;
        }
        // As a String, which Vert.x encodes again: its public API takes the bytes of binary frames only
        // (WebSocketFrame.binaryFrame).
        socket.writeTextMessage(MessageCodec.encode(message).toString());
        // A client that sends requests without reading the responses waits until it has read them.
        if (!paused && socket.writeQueueFull()) {
            paused = true;
            socket.pause();
            socket.drainHandler(ignored -> {
                paused = false;
                socket.resume();
            });
        }
    }

    private void authenticate(@Nullable String authorization) {
        vertx.cancelTimer(initTimer);
        onWorker(
                () -> services.authenticator.identify(authorization),
                known -> {
                    identity = known;
                    perform(protocol.authenticated());
                    if (!socket.isClosed()) {
                        expiryTimer = ExpiryTimer.start(vertx, known, () -> perform(protocol.tokenExpired()));
                    }
                },
                error -> perform(protocol.authenticationFailed(error)));
    }

    /** What a worker thread made of an operation. */
    private sealed interface Outcome {

        /** A query or mutation and its only response. */
        record Response(JsonBuffer json) implements Outcome {}

        /** A subscription, which is yet to be started. */
        record Subscription(PreparedOperation operation) implements Outcome {}

        /** An operation that cannot be run. */
        record Unexecutable(List<GraphQLError> errors) implements Outcome {}
    }

    private void run(Operation operation, GraphQLRequest request) {
        services.shutdown.begin();
        onWorker(
                () -> {
                    try {
                        return outcome(request);
                    } finally {
                        services.shutdown.end();
                    }
                },
                outcome -> {
                    if (outcome instanceof Outcome.Unexecutable unexecutable) {
                        perform(protocol.end(operation, unexecutable.errors()));
                    } else if (outcome instanceof Outcome.Response response) {
                        perform(protocol.next(operation, response.json()));
                        perform(protocol.end(operation, List.of()));
                    } else if (outcome instanceof Outcome.Subscription subscription && protocol.stream(operation)) {
                        subscriptions.put(
                                operation,
                                services.subscriptions.start(
                                        Transport.WEBSOCKET, subscription.operation(), new OperationSink(operation)));
                    }
                },
                error -> perform(protocol.end(operation, List.of(error))));
    }

    private Outcome outcome(GraphQLRequest request) {
        PreparedOperation prepared = services.runner.prepare(request, identity, false);
        if (prepared instanceof PreparedOperation.RequestError rejected) {
            return new Outcome.Unexecutable(rejected.result().errors());
        }
        return prepared.is(OperationDefinition.Operation.SUBSCRIPTION)
                ? new Outcome.Subscription(prepared)
                : new Outcome.Response(services.singleResponses.run(Transport.WEBSOCKET, prepared));
    }

    private void cancel(Operation operation) {
        SubscriptionSession subscription = subscriptions.remove(operation);
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private void abort() {
        if (!socket.isClosed()) {
            socket.close();
        }
    }

    private void closed() {
        protocol.closed();
        vertx.cancelTimer(initTimer);
        vertx.cancelTimer(pingTimer);
        if (expiryTimer != null) {
            expiryTimer.cancel();
        }
        services.shutdown.unregister(closer);
        subscriptions.values().forEach(SubscriptionSession::cancel);
        subscriptions.clear();
    }

    /** Calls something on a worker thread, then handles its result, or its error, on the socket's context. */
    private <T> void onWorker(Callable<T> task, Consumer<T> handler, Consumer<ApiError> errorHandler) {
        VertxContext.createNewDuplicatedContext(context)
                .executeBlocking(task, false)
                .onComplete(done -> context.runOnContext(ignored -> {
                    if (done.succeeded()) {
                        handler.accept(done.result());
                    } else {
                        errorHandler.accept(
                                done.cause() instanceof RequestRejectedException rejected
                                        ? rejected.error()
                                        : services.errorMapper.of(done.cause()));
                    }
                    perform(protocol.closeWhenDrained());
                }));
    }

    /** Where the responses of one subscription go. */
    private final class OperationSink implements SubscriptionSession.Sink {
        private final Operation operation;

        OperationSink(Operation operation) {
            this.operation = operation;
        }

        @Override
        public boolean isFull() {
            return !socket.isClosed() && socket.writeQueueFull();
        }

        /** The socket's subscriptions share its queue, and its only drain handler is taken: so each polls. */
        @Override
        public void onDrain(Runnable callback) {
            vertx.setPeriodic(DRAIN_POLL_MILLIS, timer -> {
                if (socket.isClosed() || !protocol.isActive(operation)) {
                    vertx.cancelTimer(timer);
                } else if (!isFull()) {
                    vertx.cancelTimer(timer);
                    callback.run();
                }
            });
        }

        @Override
        public void next(JsonBuffer response, String cursor) {
            perform(protocol.next(operation, response));
        }

        @Override
        public void end(List<GraphQLError> errors) {
            boolean unread = isFull();
            perform(protocol.end(operation, errors));
            subscriptions.remove(operation);
            if (unread) {
                perform(protocol.clientTooSlow());
                // The close frame is queued behind what the client does not read.
                vertx.setTimer(CLOSE_TIMEOUT_MILLIS, late -> abort());
            }
        }
    }
}
