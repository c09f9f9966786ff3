package org.rostrum.http.websocket;

import graphql.GraphQLError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.error.LimitExceededException;
import org.rostrum.http.request.GraphQLRequest;

/**
 * The server's side of one connection of graphql-transport-ws
 * (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md) as a state machine: each method takes one input and
 * returns what the transport has to do. Once the connection is closed, every input is ignored. Not for use by several
 * threads.
 */
public final class GraphQLWebSocketProtocol {

    /** The subprotocol's name in {@code Sec-WebSocket-Protocol}. */
    public static final String SUBPROTOCOL = "graphql-transport-ws";

    private static final ProtocolAction NONE = new ProtocolAction.None();

    private enum Phase {
        AWAITING_INIT,
        AUTHENTICATING,
        ACKNOWLEDGED,
        CLOSED
    }

    /** An operation that the client started. Its id may be used again for another one after its end. */
    public static final class Operation {
        private final String id;
        private boolean streaming;

        private Operation(String id) {
            this.id = id;
        }
    }

    private final int maxOperations;
    private final Map<String, Operation> operations = new HashMap<>();
    private Phase phase = Phase.AWAITING_INIT;
    private boolean heardSinceHeartbeat = true;
    private boolean shuttingDown;

    /** @param maxOperations how many operations the connection may have at a time */
    public GraphQLWebSocketProtocol(int maxOperations) {
        this.maxOperations = maxOperations;
    }

    /** A message from the client. */
    public ProtocolAction receive(ClientMessage message) {
        heardSinceHeartbeat = true;
        if (phase == Phase.CLOSED) {
            return NONE;
        }
        if (message instanceof ClientMessage.ConnectionInit init) {
            return initialise(init);
        }
        if (message instanceof ClientMessage.Subscribe subscribe) {
            return subscribe(subscribe.id(), subscribe.request());
        }
        if (message instanceof BidirectionalMessage.Complete complete) {
            Operation operation = operations.remove(complete.id());
            return operation == null ? NONE : new ProtocolAction.Cancel(operation);
        }
        return message instanceof BidirectionalMessage.Ping
                ? new ProtocolAction.Send(new BidirectionalMessage.Pong())
                : NONE;
    }

    /** Something from the client that is not a message of the protocol. */
    public ProtocolAction malformed(String reason) {
        return close(CloseReason.badRequest(reason));
    }

    private ProtocolAction initialise(ClientMessage.ConnectionInit init) {
        if (phase != Phase.AWAITING_INIT) {
            return close(CloseReason.tooManyInitialisationRequests());
        }
        phase = Phase.AUTHENTICATING;
        return new ProtocolAction.Authenticate(init.authorization());
    }

    private ProtocolAction subscribe(String id, GraphQLRequest request) {
        if (phase != Phase.ACKNOWLEDGED) {
            return close(CloseReason.unauthorized());
        }
        if (operations.containsKey(id)) {
            return close(CloseReason.subscriberAlreadyExists(id));
        }
        if (operations.size() >= maxOperations) {
            LimitExceededException exceeded = new LimitExceededException(
                    "subscriptions",
                    maxOperations,
                    operations.size() + 1,
                    "the connection has more operations at a time than the limit of " + maxOperations);
            return new ProtocolAction.Send(new ServerMessage.Error(id, List.of(ApiError.of(exceeded, null))));
        }
        Operation operation = new Operation(id);
        operations.put(id, operation);
        return new ProtocolAction.Start(operation, request);
    }

    /** The time for connection_init is over. */
    public ProtocolAction initialisationTimeout() {
        return phase == Phase.AWAITING_INIT ? close(CloseReason.initialisationTimeout()) : NONE;
    }

    /** The client's credentials are accepted. */
    public ProtocolAction authenticated() {
        if (phase != Phase.AUTHENTICATING) {
            return NONE;
        }
        phase = Phase.ACKNOWLEDGED;
        return new ProtocolAction.Send(new ServerMessage.ConnectionAck());
    }

    /** The client's credentials are refused, or cannot be checked at the moment. */
    public ProtocolAction authenticationFailed(ApiError error) {
        CloseReason refused = CloseReason.forbidden(Objects.requireNonNullElse(error.message(), error.code()));
        return close(
                error.code().equals(GraphQLErrorMapper.UNAVAILABLE)
                        ? CloseReason.tryAgainLater(refused.reason())
                        : refused);
    }

    /**
     * The token has expired with which the connection was initialised: it counts no longer, also on a connection that
     * is open.
     */
    public ProtocolAction tokenExpired() {
        return close(CloseReason.forbidden("the token with which the connection was opened has expired"));
    }

    /** Whether the client has not ended an operation yet. */
    public boolean isActive(Operation operation) {
        return operations.get(operation.id) == operation;
    }

    /**
     * An operation turned out to be a subscription, which a shutdown does not wait for.
     *
     * @return whether the client still wants it
     */
    public boolean stream(Operation operation) {
        operation.streaming = true;
        return isActive(operation);
    }

    /** A response of an operation. */
    public ProtocolAction next(Operation operation, JsonBuffer response) {
        return isActive(operation) ? new ProtocolAction.Send(new ServerMessage.Next(operation.id, response)) : NONE;
    }

    /** An operation ended by itself, with errors or without. */
    public ProtocolAction end(Operation operation, List<? extends GraphQLError> errors) {
        if (!isActive(operation)) {
            return NONE;
        }
        operations.remove(operation.id);
        return new ProtocolAction.Send(
                errors.isEmpty()
                        ? new BidirectionalMessage.Complete(operation.id)
                        : new ServerMessage.Error(operation.id, errors));
    }

    /** The client does not read what is sent. */
    public ProtocolAction clientTooSlow() {
        return close(CloseReason.tryAgainLater("What was sent was not read"));
    }

    /** Time for a ping. A client that sent nothing since the previous one is gone, whatever its connection says. */
    public ProtocolAction heartbeat() {
        if (phase == Phase.CLOSED) {
            return NONE;
        }
        if (!heardSinceHeartbeat) {
            closed();
            return new ProtocolAction.Abort();
        }
        heardSinceHeartbeat = false;
        return new ProtocolAction.Send(new BidirectionalMessage.Ping());
    }

    /** The server is about to shut down: it closes the connection as soon as {@link #closeWhenDrained} allows. */
    public ProtocolAction shutDown() {
        shuttingDown = true;
        return closeWhenDrained();
    }

    /**
     * Closes the connection when the server shuts down and no operation but subscriptions is running; they are not
     * waited for.
     */
    public ProtocolAction closeWhenDrained() {
        boolean drained = operations.values().stream().allMatch(operation -> operation.streaming);
        return shuttingDown && drained ? close(CloseReason.goingAway()) : NONE;
    }

    /** The transport is closed. */
    public void closed() {
        phase = Phase.CLOSED;
        operations.clear();
    }

    private ProtocolAction close(CloseReason reason) {
        if (phase == Phase.CLOSED) {
            return NONE;
        }
        closed();
        return new ProtocolAction.Close(reason);
    }
}
