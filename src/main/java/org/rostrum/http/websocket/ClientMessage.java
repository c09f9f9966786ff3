package org.rostrum.http.websocket;

import org.jspecify.annotations.Nullable;
import org.rostrum.http.request.GraphQLRequest;

/**
 * A message of graphql-transport-ws that a client sends
 * (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md).
 */
public sealed interface ClientMessage
        permits ClientMessage.ConnectionInit, ClientMessage.Subscribe, BidirectionalMessage {

    /**
     * Asks for the connection to be acknowledged.
     *
     * @param authorization the parameter {@code Authorization} of the payload; null without one
     */
    record ConnectionInit(@Nullable String authorization) implements ClientMessage {}

    /**
     * Asks for an operation to be run.
     *
     * @param id the operation's id, which the client chooses
     * @param request the operation
     */
    record Subscribe(String id, GraphQLRequest request) implements ClientMessage {}
}
