package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As {@link RequestDeadlineTest}, where a read can be made to wait: on PostgreSQL. Not part of the run on H2. */
@QuarkusTest
@TestProfile(RequestDeadlineTest.Short.class)
class PostgresRequestDeadlineTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    @Test
    void aReadThatDoesNotEndIsStoppedInTheDatabaseToo() throws Exception {
        articleWithClaims(1);
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table claim in access exclusive mode");
            RequestDeadlineTest.late("{ claims(first: 1) { nodes { id } } }", Map.of());
            try (ResultSet waiting = other.createStatement()
                    .executeQuery(
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%claim%'")) {
                waiting.next();
                assertEquals(0, waiting.getInt(1));
            }
            other.rollback();
        }
        assertNull(send("{ claims(first: 1) { nodes { id } } }", Map.of()).get("errors"));
    }
}
