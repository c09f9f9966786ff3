package org.rostrum.http.websocket;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.http.operation.ResponseEnvelope;
import org.rostrum.http.request.GraphQLRequest;
import org.rostrum.http.request.RequestRejectedException;

/** Reads and writes the messages of graphql-transport-ws as JSON. */
public final class MessageCodec {

    private static final int MAX_ID_LENGTH = 200;
    /** Initial capacity in bytes of a message, its response aside. */
    private static final int CAPACITY = 128;

    private MessageCodec() {}

    /**
     * Reads a client's message.
     *
     * @throws RequestRejectedException when it is not a message of the protocol
     */
    public static ClientMessage decode(String text) {
        if (!(GraphQLRequest.json("the message", text) instanceof Map<?, ?> message)
                || !(message.get("type") instanceof String type)) {
            throw RequestRejectedException.malformed("Invalid message received");
        }
        return switch (type) {
            case "connection_init" -> new ClientMessage.ConnectionInit(authorization(message.get("payload")));
            case "ping" -> new BidirectionalMessage.Ping();
            case "pong" -> new BidirectionalMessage.Pong();
            case "subscribe" -> new ClientMessage.Subscribe(id(message), GraphQLRequest.of(message.get("payload")));
            case "complete" -> new BidirectionalMessage.Complete(id(message));
            default -> throw RequestRejectedException.malformed("Invalid message received: its type is not known");
        };
    }

    private static String id(Map<?, ?> message) {
        if (message.get("id") instanceof String id && !id.isEmpty() && id.length() <= MAX_ID_LENGTH) {
            return id;
        }
        throw RequestRejectedException.malformed(
                "Invalid message received: it needs an id of 1 to " + MAX_ID_LENGTH + " characters");
    }

    private static @Nullable String authorization(@Nullable Object payload) {
        if (!(payload instanceof Map<?, ?> parameters)) {
            return null;
        }
        Object header = parameters.containsKey("Authorization")
                ? parameters.get("Authorization")
                : parameters.get("authorization");
        return header instanceof String text ? text : null;
    }

    /** Writes a server's message. */
    public static JsonBuffer encode(ServerMessage message) {
        if (message instanceof ServerMessage.Next next) {
            JsonBuffer json =
                    start("next", next.id(), CAPACITY + next.response().length());
            return json.raw(',').string("payload").raw(':').raw(next.response()).raw('}');
        }
        if (message instanceof ServerMessage.Error error) {
            JsonBuffer json = start("error", error.id(), CAPACITY)
                    .raw(',')
                    .string("payload")
                    .raw(':');
            ResponseEnvelope.errors(json, error.errors());
            return json.raw('}');
        }
        if (message instanceof BidirectionalMessage.Complete complete) {
            return start("complete", complete.id(), CAPACITY).raw('}');
        }
        String type = message instanceof ServerMessage.ConnectionAck
                ? "connection_ack"
                : message instanceof BidirectionalMessage.Ping ? "ping" : "pong";
        return new JsonBuffer(CAPACITY).value(Map.of("type", type));
    }

    private static JsonBuffer start(String type, String id, int capacity) {
        return new JsonBuffer(capacity)
                .raw('{')
                .string("id")
                .raw(':')
                .string(id)
                .raw(',')
                .string("type")
                .raw(':')
                .string(type);
    }
}
