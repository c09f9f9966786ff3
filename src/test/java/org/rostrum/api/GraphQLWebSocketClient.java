package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A websocket of a test that speaks graphql-transport-ws by hand. */
final class GraphQLWebSocketClient implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 15;

    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private volatile boolean reading = true;

    private GraphQLWebSocketClient(int port, String protocol, Map<String, String> headers) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        headers.forEach(builder::header);
        socket = (protocol == null ? builder : builder.subprotocols(protocol))
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), this)
                .join();
    }

    /** Opens a websocket without saying anything yet. */
    static GraphQLWebSocketClient open(int port) {
        return new GraphQLWebSocketClient(port, "graphql-transport-ws", Map.of());
    }

    static GraphQLWebSocketClient open(int port, String protocol, Map<String, String> headers) {
        return new GraphQLWebSocketClient(port, protocol, headers);
    }

    /** Opens a websocket and is let in. */
    static GraphQLWebSocketClient ready(int port) {
        GraphQLWebSocketClient socket = open(port);
        socket.send("connection_init", null, null);
        socket.expect("connection_ack");
        return socket;
    }

    void send(String type, String id, Object payload) {
        Map<String, Object> message = new LinkedHashMap<>(Map.of("type", type));
        if (id != null) {
            message.put("id", id);
        }
        if (payload != null) {
            message.put("payload", payload);
        }
        try {
            raw(JSON.writeValueAsString(message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void raw(String text) {
        socket.sendText(text, true).join();
    }

    void subscribe(String id, String document, Map<String, Object> variables) {
        send("subscribe", id, Map.of("query", document, "variables", variables));
    }

    /** The next message but pings, which must be of a type. */
    JsonPath expect(String type) {
        JsonPath message = next(PATIENCE_SECONDS * 1_000L);
        assertNotNull(message, "no message, expected " + type);
        assertEquals(type, message.getString("type"), message::prettify);
        return message;
    }

    /** The next message but pings; null when there is none in time. */
    JsonPath next(long millis) {
        try {
            String text = messages.poll(millis, TimeUnit.MILLISECONDS);
            JsonPath message = text == null ? null : new JsonPath(text);
            return message != null && "ping".equals(message.getString("type")) ? next(millis) : message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** The code that the server closes with. */
    int closeCode() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** From now on nothing is read. */
    void stopReading() {
        reading = false;
    }

    void readOn() {
        reading = true;
        socket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            messages.add(partial.toString());
            partial.setLength(0);
        }
        if (reading) {
            webSocket.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(-1);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
