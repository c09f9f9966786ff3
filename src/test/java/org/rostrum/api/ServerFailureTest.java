package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.store.tx.TransactionRunner;

/** What a client hears when the server itself fails, or its database does, and what the log says then. */
@QuarkusTest
@TestProfile(ServerFailureTest.Apart.class)
class ServerFailureTest extends ApiTest {

    private static final Path DIRECTORY =
            Path.of("target", "fault-" + ProcessHandle.current().pid());

    /** A database of its own, to be damaged, and a log in a file. */
    public static class Apart implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:h2:file:./" + DIRECTORY
                            + "/database;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                    "quarkus.log.file.enabled",
                    "true",
                    "quarkus.log.file.path",
                    DIRECTORY + "/server.log");
        }
    }

    private static final String READ = "{ claims(first: 1) { nodes { id } } }";
    private static final String WRITE =
            "mutation($input: RecordActorInput!) { recordActor(input: $input) { actor { id } } }";

    @Inject
    AgroalDataSource database;

    @Inject
    Event<TransactionRunner.Durable> changed;

    private static String log() throws Exception {
        return Files.readString(DIRECTORY.resolve("server.log"));
    }

    private static Response post(String accept, String document, Map<String, Object> variables) {
        return given().auth()
                .oauth2(token("reviewer"))
                .contentType(ContentType.JSON)
                .header("Accept", accept)
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql");
    }

    @Test
    void anIncidentsNumberIsInTheAnswerAndInTheLog() throws Exception {
        JsonPath answer;
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("alter table affiliation rename to gone");
            answer = send(
                    "{ actors(first: 3, filter: {text: \"Peskov\"}) { nodes { name affiliations { title } } } }",
                    Map.of());
            connection.createStatement().execute("alter table gone rename to affiliation");
        }
        assertEquals("INTERNAL", answer.getString("errors[0].extensions.code"), answer::prettify);
        String incident = answer.getString("errors[0].extensions.incident");
        assertNotNull(incident);
        assertTrue(answer.getString("errors[0].message").endsWith(incident));
        assertFalse(answer.prettify().toLowerCase().contains("affiliation\" not found"), answer::prettify);
        assertFalse(answer.prettify().contains("xception"), answer::prettify);
        String log = log();
        assertTrue(log.contains("Incident " + incident), log);
        assertTrue(log.contains("org.rostrum.store.sql.Database"), "with a trace");
    }

    /** H2 closes all other connections and opens none while one has the database to itself. */
    @Test
    void whileTheDatabaseIsAwayClientsAreToldToComeAgainAndTheFirstRequestAfterwardsIsAnswered() throws Exception {
        Map<String, Object> person = Map.of("input", Map.of("type", "PERSON", "name", unique("Ann")));
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port);
                Connection exclusive = database.getConnection()) {
            exclusive.createStatement().execute("set exclusive 2");
            for (String accept : List.of("application/json", "application/graphql-response+json")) {
                for (String document :
                        List.of(READ, WRITE, "{ claim(id: \"claim_01h455vb4pex5vsknk084sn02q\") { id } }")) {
                    post(accept, document, person)
                            .then()
                            .statusCode(503)
                            .header("Retry-After", "2")
                            .header("Cache-Control", "no-store")
                            .body("errors.size()", is(1))
                            .body("errors[0].extensions.code", is("UNAVAILABLE"))
                            .body(
                                    "errors[0].message",
                                    is("the database cannot be reached at the moment; try again later"));
                }
            }
            given().header("GraphQL-Require-Preflight", "1")
                    .queryParam("query", READ)
                    .get("/graphql")
                    .then()
                    .statusCode(503);
            given().contentType(ContentType.JSON)
                    .body(Map.of("query", "{ __typename }"))
                    .post("/graphql")
                    .then()
                    .statusCode(200);
            socket.subscribe("q", READ, Map.of());
            assertEquals("UNAVAILABLE", socket.expect("next").getString("payload.errors[0].extensions.code"));
            socket.expect("complete");
            // What is there already needs not be asked for; the subscription waits for what comes.
            socket.subscribe("s", "subscription { claimRecorded { id } }", Map.of());
            assertNull(socket.next(500));
            exclusive.createStatement().execute("set exclusive false");
            String claim = articleWithClaims(1).get(1);
            assertEquals(claim, socket.expect("next").getString("payload.data.claimRecorded.id"));
        }
        assertNull(send(READ, Map.of()).get("errors"));
        assertNull(send(WRITE, person).get("errors"));
    }

    @Test
    void aDatabaseThatWasClosedUnderneathIsOpenedAgain() throws Exception {
        String body = "Some words " + unique("kept");
        String article = store(body);
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("shutdown immediately");
        }
        for (int i = 0; i < 40; i++) {
            Response answer =
                    post("application/json", "query($id: ID!) { article(id: $id) { body } }", Map.of("id", article));
            if (answer.statusCode() == 200) {
                assertEquals(body, answer.jsonPath().getString("data.article.body"), answer::asString);
                return;
            }
            assertEquals("UNAVAILABLE", answer.jsonPath().getString("errors[0].extensions.code"), answer::asString);
            Thread.sleep(250);
        }
        throw new AssertionError("it did not come back");
    }

    @Test
    void aWriteThatGetsNoLockIsToldToComeAgain() throws Exception {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("update change_clock set last_change = last_change");
            post("application/json", WRITE, Map.of("input", Map.of("type", "PERSON", "name", unique("Bea"))))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("errors[0].extensions.code", is("UNAVAILABLE"))
                    .body("errors[0].message", is("others were writing the same records at the same time; try again"));
            other.rollback();
        }
    }

    /** A subscription waits for the database, and misses nothing. */
    @Test
    void aSubscriptionOutlivesTheDatabasesAbsence() throws Exception {
        String first = articleWithClaims(1).get(0);
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("s", "subscription { claimRecorded { id } }", Map.of());
            Thread.sleep(1_000);
            try (Connection exclusive = database.getConnection()) {
                exclusive.createStatement().execute("set exclusive 2");
                // It is woken, as by a commit, and finds nobody to ask.
                changed.fire(new TransactionRunner.Durable(null));
                Thread.sleep(1_500);
                exclusive.createStatement().execute("set exclusive false");
            }
            String claim = record(claim(first, 0, 4));
            assertEquals(claim, socket.expect("next").getString("payload.data.claimRecorded.id"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028", "\u0085"})
    void whatClientsSendForgesNoLineOfTheLog(String end) throws Exception {
        String secret = "s3cret" + System.nanoTime();
        String forged = "2026-01-01 00:00:00,000 ERROR [forged] (main) all is lost";
        String text = "Words." + end + forged + end + secret + " ".repeat(3_000) + unique("end");
        for (int round = 0; round < 5; round++) {
            Map<String, Object> article = article(text + round);
            List<CompletableFuture<Response>> sent = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                sent.add(CompletableFuture.supplyAsync(() -> post(
                        "application/json",
                        "mutation($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } } }",
                        Map.of("input", article))));
            }
            assertEquals(
                    1,
                    sent.stream()
                            .map(one -> one.join().jsonPath().getString("data.submitArticle.article.id"))
                            .filter(Objects::nonNull)
                            .distinct()
                            .count());
        }
        given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + secret)
                .header("X-Other", forged)
                .body(Map.of("query", "query Q { __typename } # " + text, "operationName", forged))
                .post("/graphql")
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body("{\"query\": \"" + forged + "\u0001\"")
                .post("/graphql")
                .then()
                .statusCode(400);
        String log = log();
        assertTrue(log.lines().noneMatch(line -> line.startsWith(forged)), log);
        assertFalse(log.contains(secret), log);
    }
}
