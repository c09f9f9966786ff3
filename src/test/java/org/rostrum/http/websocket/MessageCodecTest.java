package org.rostrum.http.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.graph.error.ApiError;
import org.rostrum.http.request.GraphQLRequest;
import org.rostrum.http.request.RequestRejectedException;

class MessageCodecTest {

    @Test
    void clientMessagesAreDecoded() {
        assertEquals(new ClientMessage.ConnectionInit(null), MessageCodec.decode("{\"type\": \"connection_init\"}"));
        assertEquals(
                new ClientMessage.ConnectionInit("Bearer x"),
                MessageCodec.decode("{\"type\": \"connection_init\", \"payload\": {\"authorization\": \"Bearer x\"}}"));
        assertEquals(
                new ClientMessage.ConnectionInit("Bearer x"),
                MessageCodec.decode("{\"type\": \"connection_init\", \"payload\": {\"Authorization\": \"Bearer x\"}}"));
        assertEquals(
                new BidirectionalMessage.Ping(), MessageCodec.decode("{\"type\": \"ping\", \"payload\": {\"a\": 1}}"));
        assertEquals(new BidirectionalMessage.Pong(), MessageCodec.decode("{\"type\": \"pong\"}"));
        assertEquals(
                new BidirectionalMessage.Complete("a"), MessageCodec.decode("{\"type\": \"complete\", \"id\": \"a\"}"));
        assertEquals(
                new ClientMessage.Subscribe(
                        "a", GraphQLRequest.of(Map.of("query", "{ x }", "variables", Map.of("n", 1)))),
                MessageCodec.decode(
                        "{\"type\": \"subscribe\", \"id\": \"a\", \"payload\": {\"query\": \"{ x }\", \"variables\": {\"n\": 1}}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "5",
                "{}",
                "{\"type\": 5}",
                "{\"type\": \"other\"}",
                "{\"type\": \"complete\"}",
                "{\"type\": \"complete\", \"id\": 7}",
                "{\"type\": \"subscribe\", \"id\": \"\", \"payload\": {\"query\": \"{ x }\"}}",
                "{\"type\": \"subscribe\", \"id\": \"a\"}",
                "{\"type\": \"subscribe\", \"id\": \"a\", \"payload\": {\"query\": 7}}"
            })
    void whatIsNotOfTheProtocolIsRejected(String text) {
        assertThrows(RequestRejectedException.class, () -> MessageCodec.decode(text));
    }

    @Test
    void idsAreBounded() {
        assertEquals(
                new BidirectionalMessage.Complete("x".repeat(200)),
                MessageCodec.decode("{\"type\": \"complete\", \"id\": \"" + "x".repeat(200) + "\"}"));
        assertThrows(
                RequestRejectedException.class,
                () -> MessageCodec.decode("{\"type\": \"complete\", \"id\": \"" + "x".repeat(201) + "\"}"));
    }

    @Test
    void serverMessagesAreEncoded() {
        assertEquals(
                "{\"type\":\"connection_ack\"}",
                MessageCodec.encode(new ServerMessage.ConnectionAck()).toString());
        assertEquals(
                "{\"type\":\"ping\"}",
                MessageCodec.encode(new BidirectionalMessage.Ping()).toString());
        assertEquals(
                "{\"type\":\"pong\"}",
                MessageCodec.encode(new BidirectionalMessage.Pong()).toString());
        assertEquals(
                "{\"id\":\"a\\\"b\",\"type\":\"complete\"}",
                MessageCodec.encode(new BidirectionalMessage.Complete("a\"b")).toString());
        JsonBuffer response = new JsonBuffer(16).value(Map.of("data", "é"));
        assertEquals(
                "{\"id\":\"a\",\"type\":\"next\",\"payload\":{\"data\":\"é\"}}",
                MessageCodec.encode(new ServerMessage.Next("a", response)).toString());
        String error = MessageCodec.encode(new ServerMessage.Error("a", List.of(ApiError.of("INTERNAL", "it failed"))))
                .toString();
        assertTrue(error.startsWith("{\"id\":\"a\",\"type\":\"error\",\"payload\":[{\"message\":\"it failed\""), error);
    }

    @Test
    void reasonsFitIntoACloseFrame() {
        assertEquals("x".repeat(123), CloseReason.badRequest("x".repeat(124)).reason());
        assertEquals("é".repeat(61), CloseReason.badRequest("é".repeat(100)).reason(), "counted in bytes");
        assertEquals("😀".repeat(30), CloseReason.badRequest("😀".repeat(31)).reason(), "no half of a surrogate pair");
    }
}
