package org.rostrum.http.handler;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.graph.request.Limits;
import org.rostrum.http.auth.BearerTokenAuthenticator;
import org.rostrum.http.negotiation.CsrfGuard;
import org.rostrum.http.operation.OperationRunner;
import org.rostrum.http.operation.SingleResponseRunner;
import org.rostrum.http.request.HttpStatus;
import org.rostrum.http.shutdown.GracefulShutdown;
import org.rostrum.http.subscription.SubscriptionFactory;
import org.rostrum.http.websocket.CloseReason;
import org.rostrum.http.websocket.GraphQLWebSocketProtocol;

/** GraphQL over WebSocket: upgrades requests and starts a {@link WebSocketSession} for each connection. */
@ApplicationScoped
public class GraphQLWebSocketHandler {

    final Vertx vertx;
    final SubscriptionFactory subscriptions;
    final SingleResponseRunner singleResponses;
    final GracefulShutdown shutdown;
    final OperationRunner runner;
    final BearerTokenAuthenticator authenticator;
    final GraphQLErrorMapper errorMapper;
    private final CsrfGuard csrf;
    private final Limits limits;

    GraphQLWebSocketHandler(
            Vertx vertx,
            SubscriptionFactory subscriptions,
            SingleResponseRunner singleResponses,
            GracefulShutdown shutdown,
            OperationRunner runner,
            BearerTokenAuthenticator authenticator,
            GraphQLErrorMapper errorMapper,
            CsrfGuard csrf,
            Limits limits) {
        this.vertx = vertx;
        this.subscriptions = subscriptions;
        this.singleResponses = singleResponses;
        this.shutdown = shutdown;
        this.runner = runner;
        this.authenticator = authenticator;
        this.errorMapper = errorMapper;
        this.csrf = csrf;
        this.limits = limits;
    }

    /** Upgrades a request to a websocket, unless a page of another origin sent it. */
    void open(RoutingContext request) {
        if (!csrf.allowsWebSocket(request.request())) {
            request.response().setStatusCode(HttpStatus.FORBIDDEN).end();
            return;
        }
        request.request().toWebSocket().onSuccess(this::start);
    }

    private void start(ServerWebSocket socket) {
        if (!GraphQLWebSocketProtocol.SUBPROTOCOL.equals(socket.subProtocol())) {
            close(socket, CloseReason.subprotocolNotAcceptable());
        } else if (shutdown.isStopping()) {
            close(socket, CloseReason.goingAway());
        } else {
            new WebSocketSession(this, socket, new GraphQLWebSocketProtocol(limits.subscriptions())).start();
        }
    }

    static void close(ServerWebSocket socket, CloseReason reason) {
        if (!socket.isClosed()) {
            socket.close((short) reason.code(), reason.reason());
        }
    }
}
