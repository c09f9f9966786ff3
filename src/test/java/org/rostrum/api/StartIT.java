package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the packaged server starts, and what it says when it cannot: one line and the exit code 1. */
class StartIT {

    private static final String IN_MEMORY =
            "jdbc:h2:mem:start;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";

    @TempDir
    Path directory;

    /** What a server that cannot start says; everything else in its log has the log's own form. */
    private String refused(Map<String, String> settings) throws Exception {
        try (PackagedServer server = PackagedServer.start(directory, PackagedServer.PROGRAM, settings, List.of())) {
            assertEquals(1, server.awaitEnd(), server::output);
            List<String> lines = server.output()
                    .lines()
                    .filter(line -> !line.matches("\\d{4}-\\d\\d-\\d\\d .*"))
                    .toList();
            assertEquals(1, lines.size(), server::output);
            assertTrue(lines.get(0).startsWith("Rostrum cannot start: "), server::output);
            return lines.get(0).substring("Rostrum cannot start: ".length());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROSTRUM_LIMITS_NODES | 40000 | rostrum.limits.nodes (ROSTRUM_LIMITS_NODES) is \"40000\": it must be a whole number from 1 to 30000",
                "ROSTRUM_DB_URL | jdbc:oracle:thin:@x | rostrum.db.url (ROSTRUM_DB_URL) is \"jdbc:oracle:thin:@x\": it must be a url that begins with jdbc:h2: or",
                "ROSTRUM_DOCUMENTS_MANIFESTS | none.json | rostrum.documents.manifests (ROSTRUM_DOCUMENTS_MANIFESTS) is \"none.json\": it must be files that can be read",
                "ROSTRUM_DATA | /proc/rostrum | the data directory /proc/rostrum cannot be written ("
            })
    void aSettingThatCannotBeUsed(String variable, String value, String line) throws Exception {
        String said = refused(Map.of(variable, value));
        assertTrue(said.startsWith(line), said);
    }

    @Test
    void theDataAreInTheUsersDirectoryAndADatabaseInAnEarlierPlaceIsNotPassedOver() throws Exception {
        Path earlier = Files.createDirectories(directory.resolve("data"));
        Path standard = directory.resolve("share/rostrum");
        Files.createFile(earlier.resolve("rostrum.mv.db"));
        String said = refused(Map.of());
        assertTrue(
                said.startsWith("there is a database in " + earlier + ", where earlier versions kept it, and none in "
                        + standard),
                said);
        assertTrue(
                said.contains("mv '" + earlier + "'/rostrum.* '" + standard + "'")
                        && said.contains("ROSTRUM_DATA='" + earlier + "'"),
                said);
        assertTrue(Files.notExists(standard), "nothing is made or moved");
        try (PackagedServer server = PackagedServer.start(
                        directory,
                        PackagedServer.PROGRAM,
                        Map.of("ROSTRUM_DATA", standard.toString(), "ROSTRUM_GRAFIQL", "true"),
                        List.of())
                .awaitReady()) {
            String log = server.output();
            assertTrue(
                    log.contains("The data are in " + standard + "; rostrum.data (ROSTRUM_DATA) sets another place"),
                    log);
            assertTrue(log.contains("There is another database in " + earlier + ", which is not used"), log);
            assertTrue(
                    log.contains(
                            "The environment variable ROSTRUM_GRAFIQL does nothing, there is no such setting; is ROSTRUM_GRAPHIQL meant?"),
                    log);
            assertTrue(Files.exists(standard.resolve("rostrum.mv.db")));

            String locked = refused(Map.of("ROSTRUM_DATA", standard.toString()));
            assertTrue(
                    locked.startsWith("the database jdbc:h2:file:" + standard
                            + "/rostrum is in use by another process; stop that server, or set rostrum.data"),
                    locked);
            assertEquals(200, server.status("/q/health/ready"));

            server.process.destroy();
            assertEquals(143, server.awaitEnd());
        }
        String password = refused(Map.of("ROSTRUM_DATA", standard.toString(), "ROSTRUM_DB_PASSWORD", "wrong"));
        assertTrue(
                password.startsWith("the database jdbc:h2:file:" + standard
                        + "/rostrum refuses the user or the password; set rostrum.db.user"),
                password);
        try (Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + standard + "/rostrum;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "rostrum", "rostrum")) {
            connection
                    .createStatement()
                    .execute(
                            "insert into flyway_schema_history select installed_rank + 1, '999', 'later', type, 'V999__later.sql', checksum,"
                                    + " installed_by, installed_on, execution_time, true from flyway_schema_history order by installed_rank desc fetch first 1 rows only");
        }
        String newer = refused(Map.of("ROSTRUM_DATA", standard.toString()));
        assertTrue(
                newer.startsWith("the database jdbc:h2:file:" + standard
                        + "/rostrum was made by a newer version of Rostrum, which knows its migration 999"),
                newer);
    }

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            String said = refused(Map.of("ROSTRUM_DB_URL", IN_MEMORY, "QUARKUS_HTTP_PORT", port));
            assertTrue(said.startsWith("it cannot listen on port " + port + " of 127.0.0.1 ("), said);
            assertTrue(
                    said.endsWith(
                            "stop what uses it, or set quarkus.http.port (QUARKUS_HTTP_PORT) or quarkus.http.host (QUARKUS_HTTP_HOST)"),
                    said);
        }
    }

    @Test
    void aPostgresThatIsNotThereOrRefuses() throws Exception {
        int nobody = PackagedServer.freePort();
        String away = refused(Map.of("ROSTRUM_DB_URL", "jdbc:postgresql://127.0.0.1:" + nobody + "/rostrum"));
        assertTrue(
                away.startsWith("the database jdbc:postgresql://127.0.0.1:" + nobody + "/rostrum cannot be reached ("),
                away);
        Path cluster = directory.resolve("cluster");
        EmbeddedPostgres postgres = null;
        try {
            postgres = EmbeddedPostgres.builder().setDataDirectory(cluster).start();
        } catch (IOException | RuntimeException e) {
            assumeTrue(false, "skipped: PostgreSQL could not be started here: " + e);
        }
        try {
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/";
            String none = refused(Map.of("ROSTRUM_DB_URL", url + "none", "ROSTRUM_DB_USER", "postgres"));
            assertTrue(none.startsWith("there is no database " + url + "none; make it, or set rostrum.db.url"), none);
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create role careful login password 'right'");
                Path rules = cluster.resolve("pg_hba.conf");
                Files.writeString(rules, "host all careful 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
                connection.createStatement().execute("select pg_reload_conf()");
            }
            Thread.sleep(1_000);
            String password = refused(Map.of(
                    "ROSTRUM_DB_URL", url + "postgres", "ROSTRUM_DB_USER", "careful", "ROSTRUM_DB_PASSWORD", "wrong"));
            assertTrue(
                    password.startsWith("the database " + url + "postgres refuses the user or the password ("),
                    password);
        } finally {
            postgres.close();
        }
    }

    @Test
    void aCommandThatThereIsNot() throws Exception {
        try (PackagedServer program =
                PackagedServer.start(directory, PackagedServer.PROGRAM, Map.of(), List.of(), "bakcup", "x")) {
            assertEquals(2, program.awaitEnd());
            assertTrue(program.output().startsWith("Rostrum has no command bakcup"), program::output);
        }
    }
}
