package org.rostrum.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rostrum.faults.FaultReport.Problem;

/**
 * A client that listens to one subscription over graphql-transport-ws for the whole run: whenever its connection ends
 * it resumes behind the last cursor.
 */
final class Subscriber implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;
    private static final long PING_MILLIS = 2_000;
    private static final int MAX_UNANSWERED_PINGS = 3;
    private static final int OPEN_SECONDS = 5;
    private static final String END = "";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int[] ports;
    private final String document;
    private final String field;
    private final FaultReport report;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Set<String> cursors = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "subscriber");
    private volatile String cursor;
    private volatile boolean closed;
    private int attempts;

    /**
     * Starts to listen.
     *
     * @param ports where the servers are; the next is taken when one does not answer
     * @param field the subscription's root field
     * @param subject where the event has the claim's id
     * @param cursor behind which it begins
     */
    Subscriber(int[] ports, int first, String field, String subject, String cursor, FaultReport report) {
        this.ports = ports;
        attempts = first;
        this.field = field;
        this.cursor = cursor;
        this.report = report;
        document = "subscription($after: String) { event: " + field + "(after: $after) { id: " + subject + " } }";
        thread.setDaemon(true);
        thread.start();
    }

    /** The ids of the claims that it heard of. */
    Set<String> heard() {
        return heard;
    }

    private void run() {
        while (!closed) {
            try {
                listen(ports[attempts % ports.length]);
            } catch (InterruptedException e) {
                return;
            } catch (CompletionException | TimeoutException | JsonProcessingException e) {
                // The connection could not be made or ended: that is what this client is for.
            }
            attempts++;
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void listen(int port) throws InterruptedException, TimeoutException, JsonProcessingException {
        Messages messages = new Messages();
        WebSocket socket = open(port, messages);
        try {
            send(socket, Map.of("type", "connection_init"));
            int unanswered = 0;
            while (!closed) {
                String text = messages.queue.poll(PING_MILLIS, TimeUnit.MILLISECONDS);
                if (text == null) {
                    if (unanswered++ == MAX_UNANSWERED_PINGS) {
                        return;
                    }
                    send(socket, Map.of("type", "ping"));
                    continue;
                }
                if (text.equals(END)) {
                    return;
                }
                unanswered = 0;
                JsonNode message = GraphQLClient.JSON.readTree(text);
                switch (message.path("type").asText()) {
                    case "connection_ack" ->
                        send(
                                socket,
                                Map.of(
                                        "id",
                                        "s",
                                        "type",
                                        "subscribe",
                                        "payload",
                                        Map.of("query", document, "variables", Map.of("after", cursor))));
                    case "next" -> event(message.path("payload"));
                    case "ping" -> send(socket, Map.of("type", "pong"));
                    case "error", "complete" -> {
                        return;
                    }
                    default -> {}
                }
            }
        } finally {
            socket.abort();
        }
    }

    private void event(JsonNode payload) {
        if (!payload.path("errors").isEmpty()) {
            report.answered(
                    "event "
                            + payload.path("errors")
                                    .path(0)
                                    .path("extensions")
                                    .path("code")
                                    .asText(),
                    0);
            return;
        }
        String id = payload.path("data").path("event").path("id").asText();
        String place = payload.path("extensions").path("cursor").asText();
        if (!cursors.add(place)) {
            report.problem(Problem.TOLD_WRONGLY, field + " told twice of " + id);
        }
        cursor = place;
        heard.add(id);
    }

    private static WebSocket open(int port, Messages messages) throws InterruptedException, TimeoutException {
        try {
            return HTTP.newWebSocketBuilder()
                    .subprotocols("graphql-transport-ws")
                    .connectTimeout(Duration.ofSeconds(OPEN_SECONDS))
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), messages)
                    .get(OPEN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private static void send(WebSocket socket, Map<String, Object> message) throws JsonProcessingException {
        socket.sendText(GraphQLClient.JSON.writeValueAsString(new LinkedHashMap<>(message)), true)
                .orTimeout(OPEN_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Collects the messages of one connection. */
    private static final class Messages implements WebSocket.Listener {
        private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                queue.add(partial.toString());
                partial.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            queue.add(END);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            queue.add(END);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
