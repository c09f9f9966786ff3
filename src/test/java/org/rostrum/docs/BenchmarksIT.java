package org.rostrum.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The benchmarks of docs/performance.md in a smoke size: its commands are run as they are printed there, with fewer
 * rows and less time. That shows that they still work; it measures nothing.
 */
class BenchmarksIT {

    private static final Path PAGE = Path.of("docs/performance.md");
    /** What makes the commands measure, and what takes its place. */
    private static final Map<String, String> SIZES = Map.of(
            "articles=100000",
            "articles=300",
            "check.py 60",
            "check.py 5",
            "--warm 45 --seconds 8",
            "--warm 1 --seconds 1",
            "--writers 8,1 --warm 45 --seconds 20",
            "--writers 2 --warm 1 --seconds 2");

    private static final String LOAD_GENERATOR = "wrk";

    @TempDir
    Path directory;

    @Test
    void everyBenchmarkWorks() throws Exception {
        for (String program : List.of("python3", "psql", "createdb")) {
            assumeTrue(isInstalled(program), () -> "skipped: " + program + " is not installed");
        }
        List<CodeBlock> blocks = CodeBlock.runBy(BenchmarksIT.class, PAGE);
        for (String size : SIZES.keySet()) {
            assertTrue(blocks.stream().anyMatch(block -> block.text().contains(size)), size);
        }
        List<String> skipped = new ArrayList<>();
        EmbeddedPostgres postgres = postgres();
        try (postgres;
                PageWalk walk = new PageWalk(directory, DocumentationIT.freePort(), "")) {
            SIZES.forEach(walk::replace);
            int peer = DocumentationIT.freePort();
            walk.replace("127.0.0.1:4000", "127.0.0.1:" + peer);
            walk.replace("by_hand.py 4000", "by_hand.py " + peer);
            walk.replace("127.0.0.1:5432", "127.0.0.1:" + postgres.getPort());
            walk.replace("PGPORT=5432", "PGPORT=" + postgres.getPort());
            walk.prepare("POSTMASTER=" + postmaster(postgres));
            for (CodeBlock block : blocks) {
                if (block.text().contains("load-")) {
                    walk.prepare("stop_server");
                }
                walk.prepare("SERVER=$(cat \"$TERMINAL/server.pid\" 2>/dev/null || true)");
                if (block.text().contains("run.py") && !isInstalled(LOAD_GENERATOR)) {
                    skipped.add(LOAD_GENERATOR + " is not installed");
                } else {
                    walk.check(block);
                    assertFalse(walk.output().matches("(?s).*\\b(errors|failed) +[1-9].*"), walk::output);
                }
            }
        }
        assumeTrue(skipped.isEmpty(), () -> "skipped: " + skipped);
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException | RuntimeException e) {
            assumeTrue(false, "skipped: PostgreSQL could not be started here: " + e);
            throw new IllegalStateException(e);
        }
    }

    /** PostgreSQL's process: the first line of its lock file. */
    private static String postmaster(EmbeddedPostgres postgres) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show data_directory")) {
            assertTrue(rows.next());
            return Files.readAllLines(Path.of(rows.getString(1), "postmaster.pid"))
                    .get(0);
        }
    }
}
