package org.rostrum.http.websocket;

import graphql.GraphQLError;
import java.util.List;
import org.rostrum.engine.json.JsonBuffer;

/**
 * A message of graphql-transport-ws that the server sends
 * (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md).
 */
public sealed interface ServerMessage
        permits ServerMessage.ConnectionAck, ServerMessage.Next, ServerMessage.Error, BidirectionalMessage {

    /** The connection is acknowledged. */
    record ConnectionAck() implements ServerMessage {}

    /**
     * A response of an operation.
     *
     * @param id the operation's id
     * @param response the response as JSON
     */
    record Next(String id, JsonBuffer response) implements ServerMessage {}

    /** An operation ended with errors; there is no Complete after it. */
    record Error(String id, List<? extends GraphQLError> errors) implements ServerMessage {}
}
