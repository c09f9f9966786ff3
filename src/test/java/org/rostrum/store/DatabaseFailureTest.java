package org.rostrum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.persistence.OptimisticLockException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.transaction.xa.XAException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailureTest {

    @ParameterizedTest
    @CsvSource({
        "08001,AWAY",
        "08006,AWAY",
        "57P01,AWAY",
        "57P03,AWAY",
        "53300,AWAY",
        "53100,AWAY",
        "28P01,AWAY",
        "25006,AWAY",
        "58030,AWAY",
        "40001,BUSY",
        "40P01,BUSY",
        "55P03,BUSY"
    })
    void aStateIsUnderstoodWhereverItStands(String state, DatabaseFailure meaning) {
        SQLException failure = new SQLException("it failed", state);
        assertEquals(meaning, DatabaseFailure.of(failure));
        assertEquals(
                meaning, DatabaseFailure.of(new IllegalStateException(new GenericJDBCException("flush", failure))));
        RuntimeException commit = new RuntimeException("rolled back");
        commit.addSuppressed(failure);
        assertEquals(meaning, DatabaseFailure.of(new IllegalStateException(commit)));
        SQLException batch = new SQLException("a batch failed");
        batch.setNextException(failure);
        assertEquals(meaning, DatabaseFailure.of(batch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "57014", "22001", "42601"})
    void whatTimeDoesNotHealIsNoneOfIt(String state) {
        assertNull(DatabaseFailure.of(new SQLException("it failed", state)));
    }

    @Test
    void failuresWithoutAStateAreKnownByTheirKind() {
        assertEquals(DatabaseFailure.AWAY, DatabaseFailure.of(new SQLTransientConnectionException()));
        assertEquals(DatabaseFailure.AWAY, DatabaseFailure.of(new SQLException("Sorry, acquisition timeout!")));
        assertEquals(DatabaseFailure.AWAY, DatabaseFailure.of(new XAException(XAException.XAER_RMFAIL)));
        assertEquals(DatabaseFailure.BUSY, DatabaseFailure.of(new OptimisticLockException()));
        assertNull(DatabaseFailure.of(new SQLException("something else")));
        assertNull(DatabaseFailure.of(new IllegalStateException()));
        assertNull(DatabaseFailure.of(null));
    }

    @Test
    void aFailureThatIsItsOwnCauseEnds() {
        RuntimeException one = new RuntimeException();
        RuntimeException other = new RuntimeException(one);
        one.initCause(other);
        assertNull(DatabaseFailure.of(one));
    }

    private static SQLException failing(Connection connection, String sql) {
        try {
            connection.createStatement().execute(sql);
            throw new AssertionError(sql + " did not fail");
        } catch (SQLException e) {
            return e;
        }
    }

    @Test
    void h2sOwnFailuresAreUnderstood(@TempDir Path directory) throws SQLException {
        String url = "jdbc:h2:file:" + directory.resolve("h2") + ";LOCK_TIMEOUT=50";
        try (Connection one = DriverManager.getConnection(url);
                Connection other = DriverManager.getConnection(url)) {
            one.createStatement().execute("create table t(a int primary key, b int)");
            one.createStatement().execute("insert into t values(1, 1)");
            one.setAutoCommit(false);
            one.createStatement().execute("update t set b = 2");
            assertEquals(DatabaseFailure.BUSY, DatabaseFailure.of(failing(other, "update t set b = 3")));
            one.commit();
            assertNull(DatabaseFailure.of(failing(other, "insert into t values(1, 1)")));
            assertNull(DatabaseFailure.of(failing(other, "select * from nothing")));
            other.createStatement().execute("shutdown immediately");
            assertEquals(DatabaseFailure.AWAY, DatabaseFailure.of(failing(one, "select * from t")));
        }
    }
}
