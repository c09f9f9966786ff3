package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.smallrye.jwt.build.Jwt;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server with production's settings: several over one PostgreSQL, without a key, and how it stops. */
class PackagedIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ISSUER = "https://login.example";

    @TempDir
    static Path directory;

    private static KeyPair keys;
    private static EmbeddedPostgres postgres;
    private final List<PackagedServer> servers = new ArrayList<>();

    @BeforeAll
    static void prepare() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        Files.writeString(
                directory.resolve("public.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
    }

    @AfterAll
    static void tidy() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (PackagedServer server : servers) {
            server.close();
        }
    }

    private PackagedServer start(Map<String, String> settings, String... java) throws Exception {
        PackagedServer server = PackagedServer.start(
                directory, PackagedServer.PROGRAM, settings, java.length == 0 ? List.of("-Xmx400m") : List.of(java));
        servers.add(server);
        return server.awaitReady();
    }

    private static String token(String... roles) {
        return Jwt.upn("it@example.org")
                .issuer(ISSUER)
                .groups(Set.of(roles))
                .expiresIn(Duration.ofHours(1))
                .sign(keys.getPrivate());
    }

    private static Map<String, String> onPostgres() {
        if (postgres == null) {
            try {
                postgres = EmbeddedPostgres.builder().start();
            } catch (IOException | RuntimeException e) {
                assumeTrue(false, "skipped: PostgreSQL could not be started here: " + e);
            }
        }
        return Map.of(
                "ROSTRUM_DB_URL",
                postgres.getJdbcUrl("postgres", "postgres"),
                "ROSTRUM_DB_USER",
                "postgres",
                "ROSTRUM_DB_PASSWORD",
                "postgres",
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                directory.resolve("public.pem").toUri().toString(),
                "MP_JWT_VERIFY_ISSUER",
                ISSUER);
    }

    private static String record(PackagedServer server) throws Exception {
        Map<String, Object> article = Map.of(
                "headline",
                "h",
                "publisher",
                "P",
                "publishedAt",
                "2025-01-01T00:00:00Z",
                "body",
                "Some words " + System.nanoTime(),
                "extract",
                false);
        String id = server.ask(
                        token("contributor"),
                        "mutation($a: SubmitArticleInput!) { submitArticle(input: $a) { article { id } } }",
                        Map.of("a", article))
                .getString("data.submitArticle.article.id");
        assertNotNull(id, server::output);
        return server.ask(
                        token("contributor"),
                        "mutation Record($c: RecordClaimInput!) { recordClaim(input: $c) { claim { id } } }",
                        Map.of(
                                "c",
                                Map.of(
                                        "articleId",
                                        id,
                                        "kind",
                                        "DIRECT",
                                        "evidence",
                                        List.of(Map.of("start", 0, "end", 10)))))
                .getString("data.recordClaim.claim.id");
    }

    @Test
    void everyServerOverOneDatabaseAnnouncesEveryWriteAndAStopFinishesWhatRuns() throws Exception {
        PackagedServer one = start(onPostgres());
        PackagedServer other = start(onPostgres());
        try (GraphQLWebSocketClient here = GraphQLWebSocketClient.ready(one.port);
                GraphQLWebSocketClient there = GraphQLWebSocketClient.ready(other.port)) {
            String subscription = "subscription Live { claimRecorded { id recordedBy } }";
            here.subscribe("s", subscription, Map.of());
            there.subscribe("s", subscription, Map.of());
            Thread.sleep(1_000);
            for (PackagedServer writer : List.of(one, other)) {
                String claim = record(writer);
                for (GraphQLWebSocketClient socket : List.of(here, there)) {
                    JsonPath event = socket.expect("next");
                    assertEquals(claim, event.getString("payload.data.claimRecorded.id"));
                    assertEquals("it@example.org", event.getString("payload.data.claimRecorded.recordedBy"));
                }
            }
            checkAccessLog(one);
            try (Connection administrator = postgres.getPostgresDatabase().getConnection()) {
                administrator
                        .createStatement()
                        .execute(
                                "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' or query = ''");
            }
            String late = record(other);
            assertEquals(
                    late,
                    here.expect("next").getString("payload.data.claimRecorded.id"),
                    "also when the connection that listens was lost");
            assertEquals(late, there.expect("next").getString("payload.data.claimRecorded.id"));
            try (Connection blocker = postgres.getPostgresDatabase().getConnection()) {
                blocker.setAutoCommit(false);
                blocker.createStatement().execute("lock table claim in access exclusive mode");
                CompletableFuture<HttpResponse<String>> running =
                        one.send(null, "{ claims(first: 1) { nodes { id } } }", Map.of());
                Thread.sleep(500);
                one.process.destroy();
                assertEquals(1001, here.closeCode());
                assertEquals(503, one.status("/q/health/ready"));
                assertEquals(200, one.status("/q/health/live"));
                Thread.sleep(2_000);
                assertTrue(one.process.isAlive(), "it waits for the request");
                HttpResponse<String> refused =
                        one.send(null, "{ __typename }", Map.of()).get(5, TimeUnit.SECONDS);
                assertEquals(503, refused.statusCode());
                assertEquals("UNAVAILABLE", new JsonPath(refused.body()).getString("errors[0].extensions.code"));
                blocker.rollback();
                assertEquals(200, running.get(10, TimeUnit.SECONDS).statusCode());
                assertTrue(running.get().body().startsWith("{\"data\""), running.get()::body);
            }
            assertTrue(one.process.waitFor(10, TimeUnit.SECONDS), one::output);
            assertTrue(one.output().contains("stopped in"), one::output);
            String claim = record(other);
            assertEquals(claim, there.expect("next").getString("payload.data.claimRecorded.id"));
        }
    }

    private static void checkAccessLog(PackagedServer server) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : server.output()
                .lines()
                .filter(one -> one.contains("[rostrum.access]"))
                .toList()) {
            lines.add(JSON.readTree(line.substring(line.indexOf('{'))));
        }
        JsonNode record = lines.stream()
                .filter(line -> line.get("operation").asText().equals("Record"))
                .findFirst()
                .orElseThrow();
        assertEquals("mutation", record.get("type").asText());
        assertEquals("it@example.org", record.get("caller").asText());
        assertEquals("HTTP", record.get("transport").asText());
        assertEquals(200, record.get("status").asInt());
        assertEquals(0, record.get("cost").asInt());
        assertTrue(record.get("ms").asDouble() > 0);
        assertTrue(record.get("sqlStatements").asInt() > 0);
        assertTrue(record.get("rows").asInt() > 0);
        assertTrue(record.get("error").isNull());
        assertTrue(lines.stream()
                .anyMatch(line -> line.get("operation").asText().equals("Live")
                        && line.get("transport").asText().equals("WEBSOCKET")));
    }

    @Test
    void nothingCanBeWrittenWithoutAKeyAndTheRefusalSaysWhatToSet() throws Exception {
        PackagedServer server = start(Map.of(
                "ROSTRUM_DB_URL",
                "jdbc:h2:mem:it;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"));
        String mutation = "mutation { deleteArticle(input: {articleId: \"x\"}) { deletedArticleId } }";
        for (String token : new String[] {null, token("reviewer")}) {
            HttpResponse<String> refused =
                    server.send(token, mutation, Map.of()).get(20, TimeUnit.SECONDS);
            assertEquals(401, refused.statusCode());
            assertTrue(refused.body().contains("set mp.jwt.verify.publickey.location"), refused::body);
        }
        assertEquals("Query", server.ask(null, "{ __typename }", Map.of()).getString("data.__typename"));
        assertTrue(server.output().contains("Nobody can write"), server::output);
        assertTrue(!server.output().contains("Bearer ey"), "no token is printed in production");
    }

    private static final String SUBMIT =
            "mutation($a: SubmitArticleInput!) { submitArticle(input: $a) { article { id publisher { id } } claims { speaker { id } } "
                    + "userErrors { code message } } }";

    private static Map<String, Object> article(String publisher, String body) {
        return Map.of(
                "a",
                Map.of(
                        "headline",
                        "h",
                        "publisher",
                        publisher,
                        "publishedAt",
                        "2025-03-13T10:00:00Z",
                        "body",
                        body,
                        "extract",
                        true));
    }

    @Test
    void whatTwoServersAreToldAtTheSameTimeIsRecordedOnce() throws Exception {
        List<PackagedServer> both = List.of(start(onPostgres()), start(onPostgres()));
        for (int round = 0; round < 10; round++) {
            String surname = "Q" + Long.toString(System.nanoTime(), 26).replaceAll("[0-9]", "o") + "ev";
            List<CompletableFuture<HttpResponse<String>>> submitted = new ArrayList<>();
            List<CompletableFuture<HttpResponse<String>>> recorded = new ArrayList<>();
            for (PackagedServer server : both) {
                String body = "“The sirens went all night,” said Zoryana " + surname
                        + ", the mayor of Kharkiv, on Monday. This is number " + server.port + ".";
                submitted.add(server.send(token("contributor"), SUBMIT, article("Press of " + surname, body)));
                recorded.add(server.send(
                        token("contributor"),
                        "mutation($n: String!) { recordActor(input: {type: PERSON, name: $n}) { userErrors { code } } }",
                        Map.of("n", "Ada " + surname)));
            }
            List<JsonPath> articles = new ArrayList<>();
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < both.size(); i++) {
                articles.add(
                        new JsonPath(submitted.get(i).get(20, TimeUnit.SECONDS).body()));
                codes.addAll(
                        new JsonPath(recorded.get(i).get(20, TimeUnit.SECONDS).body())
                                .getList("data.recordActor.userErrors.code"));
            }
            for (String once : List.of("article.publisher.id", "claims[0].speaker.id")) {
                String id = articles.get(0).getString("data.submitArticle." + once);
                assertNotNull(id, articles.get(0)::prettify);
                assertEquals(id, articles.get(1).getString("data.submitArticle." + once), once);
            }
            assertEquals(List.of("ALREADY_EXISTS"), codes);
        }
    }

    /** Ordinary paragraphs, no two alike, of so many bytes. */
    private static String longArticle(int number, int bytes) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; body.length() < bytes - 400; i++) {
            body.append("The delegation of district ")
                    .append(i)
                    .append(" met in hall ")
                    .append(number)
                    .append(" on Tuesday and spoke about the ferry. ")
                    .append("\"We will build pier number ")
                    .append(i)
                    .append(" before the winter,\" Foreign Minister Wang Yi told reporters. ")
                    .append("Emmanuel Macron said that the money for it had been found.\n\n");
        }
        return body.toString();
    }

    @Test
    void articlesThatWouldTakeAllMemoryTogetherAreReadOneAfterAnotherOrRefused() throws Exception {
        PackagedServer server = start(onPostgres(), "-Xmx512m", "-Drostrum.limits.deadline=20s");
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sent.add(server.send(token("contributor"), SUBMIT, article("Long Press", longArticle(i, 2 * 1024 * 1024))));
        }
        int read = 0;
        while (!sent.stream().allMatch(CompletableFuture::isDone)) {
            HttpResponse<String> answer = server.send(null, "{ claims(first: 1) { nodes { id } } }", Map.of())
                    .get(5, TimeUnit.SECONDS);
            assertEquals(200, answer.statusCode(), answer::body);
            read++;
            Thread.sleep(50);
        }
        int stored = 0;
        for (CompletableFuture<HttpResponse<String>> one : sent) {
            JsonPath answer = new JsonPath(one.get().body());
            if (one.get().statusCode() == 503) {
                assertEquals("UNAVAILABLE", answer.getString("errors[0].extensions.code"));
                assertTrue(one.get().headers().firstValue("Retry-After").isPresent());
            } else if (answer.get("errors") != null) {
                // It was let in so late that its time was up before it was read: nothing of it is stored either.
                assertEquals("TOO_EXPENSIVE", answer.getString("errors[0].extensions.code"), answer::prettify);
                assertEquals("deadline", answer.getString("errors[0].extensions.limit.name"), answer::prettify);
            } else {
                assertNotNull(answer.getString("data.submitArticle.article.id"), answer::prettify);
                stored++;
            }
        }
        assertTrue(stored > 0 && read > 0, server::output);
        assertEquals(200, server.status("/q/health/ready"));
        assertTrue(!server.output().contains("OutOfMemoryError"), server::output);
    }
}
