package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** No request makes the server fail, or work for longer than it may. */
@QuarkusTest
@TestProfile(FuzzTest.Apart.class)
class FuzzTest extends ApiTest {

    /** A database of its own: mutations that are made at random change whatever is there. */
    public static class Apart implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:h2:mem:fuzz;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        }
    }

    /** In each build; a longer run is by hand, with {@code -Drostrum.fuzz.requests=100000}. */
    private static final int REQUESTS = Integer.getInteger("rostrum.fuzz.requests", 2_000);

    private static final int SUBSCRIPTIONS = 250;
    private static final int SENDERS = 4;
    /** The server's deadline and some time for the machine that runs server and test. */
    private static final Duration LONGEST = Duration.ofSeconds(13);

    private static final long SEED = 20_250_313;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> BODIES = List.of(
            "{\"query\": \"{ claims(first: 3, filter: {text: \\\"a\\\"}) { totalCount nodes { id text speaker { name country { alpha3 } } } } }\"}",
            "{\"query\": \"query A($f: ClaimFilter, $n: Int) { claims(first: $n, filter: $f) { nodes { id } } }\", \"operationName\": \"A\", \"variables\": {\"f\": {\"kind\": [\"DIRECT\"], \"saidOn\": {\"from\": \"2025-01-01\"}, \"minConfidence\": 0.5}, \"n\": 5}}",
            "{\"query\": \"mutation { reviewClaim(input: {claimId: \\\"claim_01h455vb4pex5vsknk084sn02q\\\", review: CONFIRMED}) { claim { id } userErrors { code path } } }\"}",
            "{\"query\": \"query($i: SubmitArticleInput!) { __typename } mutation M($i: SubmitArticleInput!) { submitArticle(input: $i) { article { id } userErrors { message } } }\", \"operationName\": \"M\", \"variables\": {\"i\": {\"headline\": \"h\", \"publisher\": \"p\", \"publishedAt\": \"2025-01-01T00:00:00Z\", \"body\": \"b 🏃 \\u2028\"}}}",
            "{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38\"}}}",
            "{\"documentId\": \"sha256:ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38\", \"variables\": null}",
            "{\"query\": \"subscription($s: ID = \\\"a\\\", $b: Boolean = true) { ...F } fragment F on Subscription { claimRecorded(filter: {speaker: [$s]}) { id text @skip(if: $b) } }\", \"variables\": {\"s\": \"b\"}}",
            "{\"query\": \"query($s: ID = \\\"a\\\", $o: ClaimOrderField = SAID_ON) { claims(filter: {speaker: [$s]}, orderBy: {field: $o}) { totalCount } }\", \"variables\": {\"s\": \"b\", \"o\": \"SAID_ON\"}}",
            "{\"query\": \"{ __schema { types { name fields { name } } } }\", \"extensions\": {}}");
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            ",",
            ":",
            "null",
            "true",
            "1e3000000",
            "-0",
            "9999999999999999999999",
            "\\ud800",
            "\\u0000",
            "{}",
            "[]",
            "[[[[[[[[",
            "$a",
            "@skip",
            "...",
            "\u0000",
            "\ufeff",
            "🏃",
            "#",
            "\"\"\"",
            "(",
            ")",
            "!",
            "fragment a on Query { ...a }",
            "\\n",
            "é");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void tenThousandMutatedBodies() throws Exception {
        send(i -> {
            Random random = new Random(SEED + i);
            byte[] body = BODIES.get(random.nextInt(BODIES.size())).getBytes(StandardCharsets.UTF_8);
            for (int change = 1 + random.nextInt(4); change > 0; change--) {
                body = mutated(body, random);
            }
            return body;
        });
    }

    private static byte[] mutated(byte[] body, Random random) {
        int at = body.length == 0 ? 0 : random.nextInt(body.length);
        return switch (random.nextInt(6)) {
            case 0 -> joined(body, at, new byte[] {(byte) random.nextInt(256)}, at);
            case 1 -> joined(body, at, new byte[0], Math.min(body.length, at + 1 + random.nextInt(10)));
            case 2 -> joined(body, at, new byte[0], body.length);
            case 3 ->
                joined(
                        body,
                        at,
                        TOKENS.get(random.nextInt(TOKENS.size()))
                                .repeat(1 + random.nextInt(30))
                                .getBytes(StandardCharsets.UTF_8),
                        at);
            case 4 -> joined(body, at, new byte[] {(byte) random.nextInt(256)}, Math.min(body.length, at + 1));
            default -> retyped(body, random);
        };
    }

    /** A value of another type somewhere in the JSON. */
    private static byte[] retyped(byte[] body, Random random) {
        String value = List.of("5", "null", "[]", "{}", "\"x\"", "true", "1e400", "[[1]]", "{\"a\":{\"a\":[null]}}")
                .get(random.nextInt(9));
        String text = new String(body, StandardCharsets.UTF_8);
        int colon = text.indexOf(": ", text.isEmpty() ? 0 : random.nextInt(text.length()));
        int end = colon < 0 ? -1 : text.indexOf(',', colon);
        return colon < 0
                ? body
                : (text.substring(0, colon + 2) + value + (end < 0 ? "}" : text.substring(end)))
                        .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] body, int until, byte[] between, int from) {
        byte[] joined = new byte[until + between.length + body.length - from];
        System.arraycopy(body, 0, joined, 0, until);
        System.arraycopy(between, 0, joined, until, between.length);
        System.arraycopy(body, from, joined, until + between.length, body.length - from);
        return joined;
    }

    @Test
    void tenThousandRandomDocuments() throws Exception {
        List<String> ids = new ArrayList<>(articleWithClaims(5, "speaker", person(unique("Fuzzy Person"))));
        ids.addAll(ask("{ actors(first: 20) { nodes { id } } }").getList("actors.nodes.id"));
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser()
                .parse(given().get("/graphql/schema.graphql")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()));
        RandomDocuments documents = new RandomDocuments(schema, ids, SEED);
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            RandomDocuments.Made made = i % 10 == 0 ? documents.mutation() : documents.query();
            assertEquals(
                    List.of(),
                    new Validator()
                            .validateDocument(
                                    schema, Parser.parse(made.document().replace("🏃", "x")), Locale.ENGLISH),
                    made::document);
            bodies.add(JSON.writeValueAsBytes(Map.of("query", made.document(), "variables", made.variables())));
        }
        Map<Integer, Long> statuses = send(bodies::get);
        assertEquals(Map.of(200, (long) REQUESTS), statuses);
    }

    /**
     * Subscriptions, many of which break the rules of their root: told so over HTTP, and over a websocket, where the
     * others are opened.
     */
    @Test
    void hundredsOfRandomSubscriptions() throws Exception {
        List<String> ids = articleWithClaims(2, "speaker", person(unique("Fuzzy Listener")));
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser()
                .parse(given().get("/graphql/schema.graphql")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()));
        RandomDocuments documents = new RandomDocuments(schema, ids, SEED + 1);
        int refused = 0;
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            for (int i = 0; i < SUBSCRIPTIONS; i++) {
                RandomDocuments.Made made = documents.subscription();
                String answer = given().contentType("application/json")
                        .body(Map.of("query", made.document(), "variables", made.variables()))
                        .post("/graphql")
                        .then()
                        .statusCode(lessThan(500))
                        .extract()
                        .asString();
                assertTrue(
                        answer.startsWith("{\"errors\":[{\"message\"") && !answer.contains("\"INTERNAL\""),
                        () -> made + " → " + answer);
                socket.subscribe("s" + i, made.document(), made.variables());
                socket.send("complete", "s" + i, null);
                socket.subscribe("end", "{ __typename }", Map.of());
                JsonPath message = socket.next(LONGEST.toMillis());
                while (message != null
                        && !(message.getString("id").equals("end")
                                && message.getString("type").equals("complete"))) {
                    JsonPath told = message;
                    assertFalse(message.prettify().contains("INTERNAL"), () -> made + " → " + told.prettify());
                    refused += message.getString("id").startsWith("s")
                                    && message.getString("type").equals("error")
                            ? 1
                            : 0;
                    message = socket.next(LONGEST.toMillis());
                }
                assertNotNull(message, made::document);
            }
        }
        assertTrue(refused > SUBSCRIPTIONS / 10 && refused < SUBSCRIPTIONS * 9 / 10, refused + " refused");
    }

    /** Sends bodies, several at a time; gives how many answers had which status. */
    private Map<Integer, Long> send(IntFunction<byte[]> bodies) throws Exception {
        String token = token("reviewer");
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        Map<Integer, Long> statuses = new java.util.concurrent.ConcurrentHashMap<>();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        for (int i = 0; i < REQUESTS; i++) {
            int number = i;
            senders.submit(() -> {
                byte[] body = bodies.apply(number);
                try {
                    HttpResponse<String> answer = client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/graphql"))
                                    .timeout(LONGEST)
                                    .header("Content-Type", "application/json")
                                    .header("Authorization", "Bearer " + token)
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    statuses.merge(answer.statusCode(), 1L, Long::sum);
                    boolean explained = answer.body().startsWith("{\"data\"")
                            || answer.body().startsWith("{\"errors\":[{\"message\"");
                    if (answer.statusCode() >= 500 || answer.body().contains("\"INTERNAL\"") || !explained) {
                        wrong.add(answer.statusCode() + " " + new String(body, StandardCharsets.UTF_8) + " → "
                                + answer.body());
                    }
                } catch (Exception e) {
                    wrong.add(e + " " + new String(body, StandardCharsets.UTF_8));
                }
            });
        }
        senders.shutdown();
        assertTrue(senders.awaitTermination(10, TimeUnit.MINUTES));
        assertTrue(
                wrong.isEmpty(),
                () -> wrong.size() + " wrong, the first: "
                        + wrong.stream().limit(3).toList());
        given().get("/q/health/ready").then().statusCode(200);
        ask("{ claims(first: 1) { nodes { id } } }");
        return statuses;
    }
}
