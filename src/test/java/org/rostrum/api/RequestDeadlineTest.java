package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rostrum.graph.error.LimitExceededException;
import org.rostrum.graph.request.Limits;
import org.rostrum.graph.request.RequestContext;

/** A request that takes too long is stopped, and what it does in the database with it. */
@QuarkusTest
@TestProfile(RequestDeadlineTest.Short.class)
class RequestDeadlineTest extends ApiTest {

    private static final int DEADLINE = 1_500;

    /** A server with little time. */
    public static class Short implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rostrum.limits.deadline", DEADLINE + "ms");
        }
    }

    @Inject
    AgroalDataSource database;

    @Inject
    Limits limits;

    static void late(String document, Map<String, Object> variables) {
        long start = System.nanoTime();
        JsonPath answer = send(document, variables);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertEquals("TOO_EXPENSIVE", answer.getString("errors[0].extensions.code"), answer::prettify);
        assertEquals("deadline", answer.getString("errors[0].extensions.limit.name"));
        assertEquals(DEADLINE, answer.getInt("errors[0].extensions.limit.max"));
        assertEquals(
                "the request was stopped: it took longer than the limit of " + DEADLINE + " milliseconds",
                answer.getString("errors[0].message"));
        assertTrue(millis < DEADLINE + 3_000, millis + " ms");
    }

    @Test
    void aWriteThatWaitsForAnotherIsStoppedAndLeavesNothing() throws Exception {
        String body = "A body " + unique("late");
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("update change_clock set last_change = last_change");
            late(
                    "mutation($input: SubmitArticleInput!) { submitArticle(input: $input) { article { id } } }",
                    Map.of("input", article(body)));
            other.rollback();
        }
        assertEquals(
                false, change("submitArticle", "alreadyKnown", article(body)).getBoolean("alreadyKnown"));
    }

    @Test
    void aReadThatWaitsForAConnectionIsLateToo() throws Exception {
        List<Connection> all = new ArrayList<>();
        try {
            int most = database.getConfiguration().connectionPoolConfiguration().maxSize();
            for (int i = 0; i < most; i++) {
                all.add(database.getConnection());
            }
            late("{ claims(first: 1) { nodes { id } } }", Map.of());
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        ask("{ claims(first: 1) { nodes { id } } }");
    }

    @Test
    void workThatIsLateRunsNoStatement() throws Exception {
        RequestContext work = RequestContext.start(limits, "tester");
        Thread.sleep(DEADLINE + 50);
        assertTrue(work.isExpired());
        assertEquals(Duration.ZERO, work.remainingTime());
        assertThrows(LimitExceededException.class, () -> work.countFetches(1));
        assertEquals(
                Map.of("name", "deadline", "max", (long) DEADLINE),
                work.stopReason().limit());
    }

    @Test
    void aQuickRequestIsNotDisturbed() {
        given().get("/q/health/ready").then().statusCode(200);
        ask("{ actors(first: 100) { nodes { name country { name } } } }");
    }
}
