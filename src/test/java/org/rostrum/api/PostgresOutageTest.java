package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.rostrum.TestDatabase;

/** As {@link ServerFailureTest}, with a PostgreSQL that is stopped, started and hurt. Not part of the run on H2. */
@QuarkusTest
@TestProfile(PostgresOutageTest.Apart.class)
class PostgresOutageTest extends ApiTest {

    private static final Path DATA =
            Path.of("target", "outage-" + ProcessHandle.current().pid()).toAbsolutePath();
    private static final String READ = "{ claims(first: 1) { nodes { id } } }";
    private static final String WRITE =
            "mutation($input: RecordActorInput!) { recordActor(input: $input) { actor { id } } }";
    private static EmbeddedPostgres postgres;

    /** A PostgreSQL of its own, unless there is none. */
    public static class Apart implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return System.getProperty(TestDatabase.UNAVAILABLE) != null
                    ? List.of()
                    : List.of(new TestResourceEntry(Cluster.class));
        }
    }

    /** Starts it once, when the tests run: a profile is also asked when they are looked for. */
    public static class Cluster implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            PostgresOutageTest.start(0);
            // Not rostrum.db.url: that is set for all tests of this run.
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "quarkus.datasource.username",
                    "postgres",
                    "quarkus.datasource.password",
                    "postgres");
        }

        @Override
        public void stop() {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void start(int port) {
        try {
            EmbeddedPostgres.Builder builder =
                    EmbeddedPostgres.builder().setDataDirectory(DATA).setCleanDataDirectory(false);
            postgres = (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Inject
    AgroalDataSource database;

    private static Response post(String document) {
        return given().auth()
                .oauth2(token("reviewer"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "query",
                        document,
                        "variables",
                        Map.of("input", Map.of("type", "PERSON", "name", unique("Cid")))))
                .post("/graphql");
    }

    private static void unavailable(String document) {
        post(document)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("errors[0].extensions.code", is("UNAVAILABLE"));
    }

    private static void answered(String document) {
        Response answer = post(document);
        assertEquals(200, answer.statusCode(), answer::asString);
        assertNull(answer.jsonPath().get("errors"), answer::asString);
    }

    /** Several connections in the pool, each of which the server will close. */
    private void fillThePool() {
        List<CompletableFuture<Void>> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            requests.add(CompletableFuture.runAsync(() -> answered(
                    "{ claims(first: 50) { totalCount nodes { id } } actors(first: 100) { nodes { name } } }")));
        }
        requests.forEach(CompletableFuture::join);
    }

    @Test
    void aRestartIsToldAsSuchAndTheFirstRequestAfterItIsAnswered() throws Exception {
        fillThePool();
        String article = articleWithClaims(1).get(0);
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("s", "subscription { claimRecorded { id } }", Map.of());
            Thread.sleep(1_000);
            int port = postgres.getPort();
            postgres.close();
            for (int i = 0; i < 3; i++) {
                unavailable(READ);
                unavailable(WRITE);
            }
            socket.subscribe("q", READ, Map.of());
            assertEquals("UNAVAILABLE", socket.expect("next").getString("payload.errors[0].extensions.code"));
            socket.expect("complete");
            start(port);
            answered(READ);
            answered(WRITE);
            fillThePool();
            String claim = record(claim(article, 0, 4));
            assertEquals(
                    claim,
                    socket.expect("next").getString("payload.data.claimRecorded.id"),
                    "the subscription goes on");
        }
    }

    @Test
    void connectionsThatAreClosedInThePoolAreNotGivenOut() throws Exception {
        fillThePool();
        try (Connection administrator = postgres.getPostgresDatabase().getConnection()) {
            administrator
                    .createStatement()
                    .execute(
                            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = 'postgres'");
        }
        Thread.sleep(700);
        for (int i = 0; i < 10; i++) {
            answered(READ);
            answered(WRITE);
        }
    }

    @Test
    void aConnectionThatIsClosedInTheMiddleOfARequestIsUnavailable() throws Exception {
        try (Connection administrator = postgres.getPostgresDatabase().getConnection();
                Connection blocker = postgres.getPostgresDatabase().getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table claim in access exclusive mode");
            CompletableFuture<Response> running = CompletableFuture.supplyAsync(() -> post(READ));
            assertTrue(terminated(administrator, "wait_event_type = 'Lock'"));
            Response answer = running.join();
            assertEquals(503, answer.statusCode(), answer::asString);
            blocker.rollback();
        }
        answered(READ);
    }

    private static boolean terminated(Connection administrator, String which) throws Exception {
        for (int i = 0; i < 100; i++) {
            try (ResultSet found = administrator
                    .createStatement()
                    .executeQuery("select pg_terminate_backend(pid) from pg_stat_activity where " + which)) {
                if (found.next()) {
                    return true;
                }
            }
            Thread.sleep(50);
        }
        return false;
    }

    /** What became of the change then, only the database knows: it must not be made again. */
    @Test
    void aCommitThatFailsBecauseTheDatabaseWentAwayIsUnavailableAndNotRepeated() throws Exception {
        try (Connection administrator = postgres.getPostgresDatabase().getConnection()) {
            administrator.createStatement().execute("create sequence tries");
            administrator.createStatement().execute("""
          create function go_away() returns trigger language plpgsql as $$
          begin perform nextval('tries'); perform pg_terminate_backend(pg_backend_pid()); return null; end $$""");
            administrator
                    .createStatement()
                    .execute(
                            "create constraint trigger go_away after insert on actor deferrable initially deferred for each row execute function go_away()");
            try {
                unavailable(WRITE);
                try (ResultSet tries = administrator.createStatement().executeQuery("select last_value from tries")) {
                    tries.next();
                    assertEquals(1, tries.getInt(1));
                }
            } finally {
                administrator.createStatement().execute("drop trigger go_away on actor");
                administrator.createStatement().execute("drop function go_away");
                administrator.createStatement().execute("drop sequence tries");
            }
        }
        Thread.sleep(700);
        answered(WRITE);
    }
}
