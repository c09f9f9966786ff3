package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How bodies of requests come in: compressed or not, and never more of them at a time than there is memory for. */
@QuarkusTest
@TestProfile(RequestBodiesTest.Little.class)
class RequestBodiesTest extends ApiTest {

    private static final int LARGEST = 300_000;

    /** Room for three of the largest bodies; large ones may fill three quarters of it. */
    public static class Little implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rostrum.limits.body", String.valueOf(LARGEST), "rostrum.limits.bodies", "1000000");
        }
    }

    private static byte[] request(int length) {
        String start = "{\"query\": \"{ __typename }\", \"variables\": {\"a\": \"";
        return (start + "é".repeat((length - start.length() - 3) / 2) + "\"}}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static ValidatableResponse post(String encoding, byte[] body) {
        return given().header("Content-Type", "application/json")
                .header("Content-Encoding", encoding)
                .body(body)
                .post("/graphql")
                .then();
    }

    @Test
    void aCompressedBodyIsRead() throws IOException {
        post("gzip", gzip(request(100))).statusCode(200).body("data.__typename", is("Query"));
        post("GZIP", gzip(request(LARGEST - 1_000))).statusCode(200).body("data.__typename", is("Query"));
        post("identity", request(100)).statusCode(200);
    }

    @Test
    void aBombIsCutOffAtTheLimit() throws IOException {
        byte[] bomb = gzip(request(100 * 1024 * 1024));
        assertTrue(bomb.length < LARGEST, "it is " + bomb.length + " bytes long");
        long start = System.nanoTime();
        post("gzip", bomb)
                .statusCode(413)
                .body("errors[0].extensions.code", is("TOO_EXPENSIVE"))
                .body("errors[0].extensions.limit.name", is("body"))
                .body("errors[0].extensions.limit.max", is(LARGEST));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5);
        post("gzip", gzip(request(LARGEST + 10_000))).statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "deflate", "gzip, gzip", "gzip, br", "compress", "nonsense"})
    void otherCodingsAreRefused(String encoding) {
        post(encoding, request(100))
                .statusCode(415)
                .header("Accept-Encoding", "gzip")
                .body("errors[0].message", startsWith("Content-Encoding must be gzip"));
    }

    @Test
    void whatIsNotWhatItSaysIsTheClientsMistake() throws IOException {
        post("gzip", request(100)).statusCode(400).body("errors[0].message", is("the body is not gzip"));
        byte[] whole = gzip(request(200_000));
        post("gzip", Arrays.copyOf(whole, whole.length / 2))
                .statusCode(400)
                .body("errors[0].message", is("the body is not gzip"));
        post("gzip", gzip("é".getBytes(StandardCharsets.ISO_8859_1)))
                .statusCode(400)
                .body("errors[0].message", is("the body is not UTF-8"));
        post("gzip", gzip("{".getBytes(StandardCharsets.UTF_8)))
                .statusCode(400)
                .body("errors[0].message", startsWith("the body is not JSON"));
        byte[] broken = request(200_000);
        broken[150_000] = (byte) 0xff;
        post("identity", broken).statusCode(400).body("errors[0].message", is("the body is not UTF-8"));
        post("gzip", new byte[0]).statusCode(400).body("errors[0].message", startsWith("the body is empty"));
    }

    private static Socket begun(String length) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(30_000);
        OutputStream out = socket.getOutputStream();
        out.write(("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    /** The head of the answer and the beginning of its body. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[4_096];
        while (!answer.toString().contains("\r\n\r\n{")) {
            int count = socket.getInputStream().read(buffer);
            if (count < 0) {
                break;
            }
            answer.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        return answer.toString();
    }

    @Test
    void beyondTheRoomForBodiesNoneIsReadUntilThereIsRoomAgain() throws Exception {
        String large = "Content-Length: " + LARGEST;
        try (Socket one = begun(large);
                Socket two = begun(large)) {
            Thread.sleep(500);
            try (Socket three = begun(large)) {
                String refused = answer(three);
                assertTrue(refused.startsWith("HTTP/1.1 503"), refused);
                assertTrue(refused.contains("Retry-After: 2\r\n") || refused.contains("retry-after: 2\r\n"), refused);
                assertTrue(refused.contains("\"code\":\"UNAVAILABLE\""), refused);
            }
            // One that does not say how long it is, is counted as it comes.
            try (Socket chunked = begun("Transfer-Encoding: chunked")) {
                byte[] chunk = new byte[50_000];
                Arrays.fill(chunk, (byte) ' ');
                for (int i = 0; i < 5; i++) {
                    chunked.getOutputStream().write("c350\r\n".getBytes(StandardCharsets.US_ASCII));
                    chunked.getOutputStream().write(chunk);
                    chunked.getOutputStream().write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                assertTrue(answer(chunked).startsWith("HTTP/1.1 503"));
            }
            // What is small has room of its own.
            ask("{ __typename }");
            // The first of them goes on and is answered.
            one.getOutputStream().write(request(LARGEST));
            one.getOutputStream()
                    .write(" ".repeat(LARGEST - request(LARGEST).length).getBytes(StandardCharsets.US_ASCII));
            assertTrue(answer(one).startsWith("HTTP/1.1 200"));
        }
        Thread.sleep(500);
        for (int i = 0; i < 10; i++) {
            post("identity", request(LARGEST - 1_000)).statusCode(200);
            post("gzip", gzip(request(LARGEST - 1_000))).statusCode(200);
        }
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedForForEver() throws Exception {
        try (Socket slow = begun("Content-Length: 200")) {
            slow.getOutputStream().write('{');
            String refused = answer(slow);
            assertTrue(refused.startsWith("HTTP/1.1 408"), refused);
        }
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOnOrNotTo() throws Exception {
        try (Socket socket = begun("Content-Length: 100\r\nExpect: 100-continue")) {
            byte[] buffer = new byte[100];
            int count = socket.getInputStream().read(buffer);
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", new String(buffer, 0, count, StandardCharsets.US_ASCII));
        }
        try (Socket socket = begun("Content-Length: " + (LARGEST + 1) + "\r\nExpect: 100-continue")) {
            assertTrue(answer(socket).startsWith("HTTP/1.1 413"));
        }
    }
}
