package org.rostrum.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;

/** Sends documents, and tells in one word what became of each. */
final class GraphQLClient {

    static final ObjectMapper JSON = new ObjectMapper();
    /** The code of an answer without errors. */
    static final String OK = "OK";
    /** The request ran into the server's deadline. */
    static final String DEADLINE = "DEADLINE";
    /** No connection could be made. */
    static final String UNREACHABLE = "UNREACHABLE";
    /** The connection ended before the answer did. */
    static final String CUT = "CUT";
    /** No answer came within {@link #PATIENCE}. */
    static final String SILENCE = "SILENCE";
    /** Two and a half times the server's deadline. */
    static final Duration PATIENCE = Duration.ofSeconds(25);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String token;

    GraphQLClient(String token) {
        this.token = token;
    }

    /**
     * What came back.
     *
     * @param code {@link #OK}, the code of the first error, or what else happened
     * @param data the answer's data; null where there are none
     * @param errors the answer's errors as text; null where there are none
     * @param millis how long it took
     */
    record Answer(String code, JsonNode data, String errors, long millis) {

        boolean ok() {
            return code.equals(OK);
        }
    }

    Answer ask(int port, String document, Map<String, Object> variables) throws InterruptedException {
        long start = System.nanoTime();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/graphql-response+json")
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            JSON.writeValueAsString(Map.of("query", document, "variables", variables))))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer(response, millisSince(start));
        } catch (ConnectException e) {
            return new Answer(UNREACHABLE, null, e.toString(), millisSince(start));
        } catch (HttpTimeoutException e) {
            return new Answer(SILENCE, null, e.toString(), millisSince(start));
        } catch (IOException e) {
            return new Answer(CUT, null, e.toString(), millisSince(start));
        }
    }

    private static Answer answer(HttpResponse<String> response, long millis) {
        JsonNode body;
        try {
            body = JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            return new Answer("HTTP " + response.statusCode(), null, response.body(), millis);
        }
        JsonNode errors = body.path("errors");
        if (errors.isEmpty() && response.statusCode() == 200) {
            return new Answer(OK, body.get("data"), null, millis);
        }
        JsonNode extensions = errors.path(0).path("extensions");
        String code = extensions.path("limit").path("name").asText().equals("deadline")
                ? DEADLINE
                : extensions.path("code").asText("HTTP " + response.statusCode());
        return new Answer(code, null, errors.toString(), millis);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
