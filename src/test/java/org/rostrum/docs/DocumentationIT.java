package org.rostrum.docs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sections of the documentation that use the packaged program: their commands are run as they are printed, on the
 * built program.
 */
class DocumentationIT {

    private static final String POSTGRES = "127.0.0.1:5432/rostrum";

    @TempDir
    Path directory;

    static List<String> pages() throws IOException {
        return blocks(CodeBlock.all())
                .map(block -> block.page().toString())
                .distinct()
                .toList();
    }

    private static Stream<CodeBlock> blocks(List<CodeBlock> all) {
        return all.stream()
                .filter(block -> block.notRun() == null && block.runBy() == null && CodeBlock.needsPackage(block, all));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockDoesWhatThePageSays(String page) throws Exception {
        List<CodeBlock> blocks = blocks(CodeBlock.of(Path.of(page))).toList();
        EmbeddedPostgres postgres =
                blocks.stream().anyMatch(block -> block.text().contains(POSTGRES)) ? postgres() : null;
        try (PageWalk walk = new PageWalk(directory, freePort(), "")) {
            if (postgres != null) {
                walk.replace(POSTGRES, "127.0.0.1:" + postgres.getPort() + "/rostrum");
            }
            for (CodeBlock block : blocks) {
                walk.check(block);
            }
            assumeTrue(walk.skipped().isEmpty(), () -> "skipped: " + walk.skipped());
        } finally {
            if (postgres != null) {
                postgres.close();
            }
        }
    }

    /** A port that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** PostgreSQL with an empty database and a user who may create tables in it, as the page asks for. */
    private static EmbeddedPostgres postgres() throws Exception {
        EmbeddedPostgres postgres = null;
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException | RuntimeException e) {
            assumeTrue(false, "skipped: PostgreSQL could not be started here: " + e);
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role rostrum login password 'secret'");
            statement.execute("create database rostrum owner rostrum");
        }
        return postgres;
    }
}
