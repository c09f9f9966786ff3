package org.rostrum.http.websocket;

/**
 * A message of graphql-transport-ws that both the client and the server send
 * (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md).
 */
public sealed interface BidirectionalMessage extends ClientMessage, ServerMessage {

    /** Asks whether the other side is there. */
    record Ping() implements BidirectionalMessage {}

    /** Answers a ping. */
    record Pong() implements BidirectionalMessage {}

    /** The server has no more responses of an operation, or the client wants no more of them. */
    record Complete(String id) implements BidirectionalMessage {}
}
