package org.rostrum.server.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a failed start says: one line, made of what the database and Flyway really throw. */
class StartupFailureTest {

    private static final String MODE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    @TempDir
    Path directory;

    private String url() {
        return "jdbc:h2:file:" + directory + "/rostrum" + MODE;
    }

    private String place() {
        return "the database jdbc:h2:file:" + directory + "/rostrum ";
    }

    private static Optional<String> line(Throwable failure, String url) {
        return StartupFailure.line(
                failure,
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(Map.of("rostrum.db.url", url), "test", 100))
                        .build());
    }

    private String failing(String url, String user, String target) {
        Throwable failure = assertThrows(RuntimeException.class, () -> migrate(url, user, target));
        String line = line(new RuntimeException("Failed to start quarkus", failure), url)
                .orElseThrow(() -> new AssertionError(failure));
        assertTrue(!line.contains("\n"), line);
        return line;
    }

    private static void migrate(String url, String user, String target) {
        Flyway.configure()
                .dataSource(url, user, user)
                .locations("classpath:db/migration")
                .ignoreMigrationPatterns(new String[0])
                .target(target)
                .load()
                .migrate();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "rostrum", "rostrum")) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    @Test
    void aNewerSchema() throws SQLException {
        migrate(url(), "rostrum", "latest");
        execute(
                "insert into flyway_schema_history select installed_rank + 1, '999', 'later', type, 'V999__later.sql', checksum, installed_by, installed_on,"
                        + " execution_time, true from flyway_schema_history order by installed_rank desc fetch first 1 rows only");
        assertEquals(
                place()
                        + "was made by a newer version of Rostrum, which knows its migration 999; start that version, or restore a backup of this one's",
                failing(url(), "rostrum", "latest"));
    }

    @Test
    void aSchemaOfAnotherBuild() throws SQLException {
        migrate(url(), "rostrum", "latest");
        execute("update flyway_schema_history set checksum = 1 where version = '2'");
        assertEquals(
                place() + "was made by another build of Rostrum: migration 2 is not the one that it has run",
                failing(url(), "rostrum", "latest"));
    }

    @Test
    void aMigrationThatFails() throws SQLException {
        migrate(url(), "rostrum", "1");
        execute("drop table claim cascade");
        String line = failing(url(), "rostrum", "latest");
        assertTrue(
                line.startsWith("migration V")
                        && line.contains(place() + "failed: ")
                        && line.contains("\"claim\" not found"),
                line);
    }

    @Test
    void aDatabaseOfSomethingElse() throws SQLException {
        execute("create table cats (name varchar)");
        assertEquals(
                place() + "has tables that are not Rostrum's; set rostrum.db.url (ROSTRUM_DB_URL) to an empty database",
                failing(url(), "rostrum", "latest"));
    }

    @Test
    void aWrongPassword() throws SQLException {
        execute("select 1");
        assertEquals(
                place()
                        + "refuses the user or the password; set rostrum.db.user (ROSTRUM_DB_USER) and rostrum.db.password (ROSTRUM_DB_PASSWORD) to what it"
                        + " was made with",
                failing(url(), "other", "latest"));
    }

    @Test
    void aDamagedFile() throws IOException {
        Files.writeString(directory.resolve("rostrum.mv.db"), "no database ".repeat(10_000));
        String line = failing(url(), "rostrum", "latest");
        assertTrue(line.startsWith(place()) && (line.contains("damaged") || line.contains("cannot be opened")), line);
    }

    @Test
    void aDatabaseThatIsNotThere() {
        String url = "jdbc:postgresql://127.0.0.1:1/rostrum?password=secret";
        String line = failing(url, "rostrum", "latest");
        assertTrue(
                line.startsWith(
                        "the database jdbc:postgresql://127.0.0.1:1/rostrum cannot be reached (Connection to 127.0.0.1:1 refused"),
                line);
        assertTrue(!line.contains("secret"), line);
    }

    @Test
    void whatIsNotKnownKeepsItsTrace() {
        assertEquals(Optional.empty(), line(new IllegalStateException("The program is wrong"), url()));
        assertEquals(Optional.empty(), line(new NullPointerException(), url()));
    }
}
