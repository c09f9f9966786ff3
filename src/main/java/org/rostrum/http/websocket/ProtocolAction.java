package org.rostrum.http.websocket;

import org.jspecify.annotations.Nullable;
import org.rostrum.http.request.GraphQLRequest;

/** What the transport has to do after an input to {@link GraphQLWebSocketProtocol}. */
public sealed interface ProtocolAction {

    /** Nothing. */
    record None() implements ProtocolAction {}

    /** Send a message. */
    record Send(ServerMessage message) implements ProtocolAction {}

    /**
     * Check the client's credentials, then report {@link GraphQLWebSocketProtocol#authenticated} or
     * {@link GraphQLWebSocketProtocol#authenticationFailed}.
     *
     * @param authorization what an Authorization header would hold; null for a client without credentials
     */
    record Authenticate(@Nullable String authorization) implements ProtocolAction {}

    /** Run an operation and report its responses and its end. */
    record Start(GraphQLWebSocketProtocol.Operation operation, GraphQLRequest request) implements ProtocolAction {}

    /** Stop an operation: the client wants no more of it. */
    record Cancel(GraphQLWebSocketProtocol.Operation operation) implements ProtocolAction {}

    /** Close the connection with a close frame. */
    record Close(CloseReason reason) implements ProtocolAction {}

    /** Close the connection without a closing handshake: there is nobody to shake hands with. */
    record Abort() implements ProtocolAction {}
}
