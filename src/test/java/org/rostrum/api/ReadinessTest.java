package org.rostrum.api;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rostrum.graph.error.UnavailableException;
import org.rostrum.store.DiskSpace;

/** What the server says of its health while its database is away, busy, or on a full disk. */
@QuarkusTest
@TestProfile(ReadinessTest.OnFullDisk.class)
class ReadinessTest extends ApiTest {

    private static final String ANSWERS = "The database answers";
    private static final String ROOM = "The database's disk has room";

    /** A database in a file, on a disk that has less free than is to be left. */
    public static class OnFullDisk implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path directory = Files.createTempDirectory("rostrum-readiness");
                return Map.of(
                        "quarkus.datasource.jdbc.url",
                        "jdbc:h2:file:" + directory
                                + "/rostrum;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                        "quarkus.datasource.jdbc.max-size",
                        "3",
                        "rostrum.db.reserve",
                        "1000000G");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Inject
    AgroalDataSource database;

    @Inject
    DiskSpace space;

    private static ValidatableResponse check(String name, String status) {
        return get("/q/health/ready")
                .then()
                .body("checks.find { it.name == \"" + name + "\" }.status", equalTo(status));
    }

    @Test
    void aFullDiskIsToldAndWritesAreRefusedWhileReadsGoOn() {
        check(ROOM, "DOWN")
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body("checks.find { it.name == \"" + ROOM + "\" }.data.freeBytes", greaterThan(0L))
                .body("checks.find { it.name == \"" + ROOM + "\" }.data", hasEntry("reserveBytes", 1_000_000L << 30));
        check(ANSWERS, "UP");
        get("/q/health/live").then().statusCode(200);
        String message =
                assertThrows(UnavailableException.class, space::checkWritable).getMessage();
        assertTrue(
                message.matches(
                        "the disk of the database is nearly full: \\d+ bytes are free, and nothing is written when it is less than 1073741824000000"
                                + " \\(rostrum\\.db\\.reserve\\)"),
                message);
        assertTrue(send("{ actors(first: 1) { nodes { name } } }", Map.of())
                        .getList("data.actors.nodes")
                        .size()
                == 1);
    }

    @Test
    void aDatabaseThatCannotAnswerIsToldAndSoIsItsReturn() throws SQLException {
        check(ANSWERS, "UP");
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("alter table reference_file rename to away");
            try {
                check(ANSWERS, "DOWN")
                        .statusCode(503)
                        .body(
                                "checks.find { it.name == \"" + ANSWERS + "\" }.data.problem",
                                startsWith("it failed, with the SQL state "));
                get("/q/health/live").then().statusCode(200);
            } finally {
                connection.createStatement().execute("alter table away rename to reference_file");
            }
        }
        check(ANSWERS, "UP");
    }

    @Test
    void aPoolWithoutAFreeConnectionIsToldInTime() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                taken.add(database.getConnection());
            }
            long started = System.nanoTime();
            check(ANSWERS, "DOWN")
                    .statusCode(503)
                    .body(
                            "checks.find { it.name == \"" + ANSWERS + "\" }.data.problem",
                            equalTo("no answer within 2 seconds"));
            assertTrue(System.nanoTime() - started < 10_000_000_000L, "it does not wait for as long as requests may");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        check(ANSWERS, "UP");
    }
}
