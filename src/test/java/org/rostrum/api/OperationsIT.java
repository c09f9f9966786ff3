package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import io.smallrye.jwt.build.Jwt;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.docs.CodeBlock;

/**
 * Walks through docs/operations.md: its commands are run as they are printed there, only the directories are others.
 */
class OperationsIT {

    private static final Path PAGE = Path.of("docs/operations.md");
    private static final String ISSUER = "https://login.example";
    private static final String BODY = "“We will see,” Kremlin spokesman Dmitry Peskov told reporters on Thursday. ";

    @TempDir
    static Path keyDirectory;

    private static KeyPair keys;

    @TempDir
    Path directory;

    private Path program;
    private Path data;
    private Path backups;
    private PackagedServer server;
    private final Map<String, String> settings = new HashMap<>();

    @BeforeAll
    static void makeKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        Files.writeString(
                keyDirectory.resolve("public.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
    }

    @BeforeEach
    void install() throws IOException {
        program = directory.resolve("program");
        data = directory.resolve("data-of-rostrum");
        backups = Files.createDirectory(directory.resolve("backups"));
        copy(PackagedServer.PROGRAM, program);
        settings.putAll(Map.of(
                "ROSTRUM_DATA",
                data.toString(),
                "MP_JWT_VERIFY_ISSUER",
                ISSUER,
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                keyDirectory.resolve("public.pem").toUri().toString()));
    }

    @AfterEach
    void stopServer() throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private void startServer() throws Exception {
        server = PackagedServer.start(directory, program, settings, List.of()).awaitReady();
    }

    /** The blocks of commands below a heading, up to the next heading. */
    private static List<String> commands(String heading) throws IOException {
        List<CodeBlock> blocks = CodeBlock.runBy(OperationsIT.class, PAGE).stream()
                .filter(block -> block.section().equals(heading))
                .toList();
        assertTrue(!blocks.isEmpty(), heading);
        return blocks.stream().map(CodeBlock::text).toList();
    }

    @Test
    void theseTestsRunEveryBlockOfThePage() throws IOException {
        String tests = Files.readString(
                Path.of("src/test/java", OperationsIT.class.getName().replace('.', '/') + ".java"));
        for (String section : CodeBlock.runBy(OperationsIT.class, PAGE).stream()
                .map(CodeBlock::section)
                .toList()) {
            for (int i = 0; i < commands(section).size(); i++) {
                String run = "commands(\"" + section + "\").get(" + i + ")";
                assertTrue(tests.contains(run), run);
            }
        }
    }

    /** Runs the commands of a block; what starts and stops the service is done here. */
    private String run(String block, Map<String, String> variables) throws Exception {
        StringBuilder output = new StringBuilder();
        List<String> script = new ArrayList<>(List.of("set -euo pipefail"));
        for (String line : block.lines().toList()) {
            if (line.equals("systemctl stop rostrum")) {
                output.append(bash(script, variables));
                server.process.destroy();
                assertEquals(143, server.awaitEnd(), server::output);
            } else if (line.equals("systemctl start rostrum")) {
                output.append(bash(script, variables));
                startServer();
            } else {
                script.add(line.replace("/opt/rostrum", program.toString())
                        .replace("/var/lib/rostrum", data.toString())
                        .replace("/var/backups/rostrum", backups.toString()));
            }
        }
        return output + bash(script, variables);
    }

    private static String bash(List<String> script, Map<String, String> variables) throws Exception {
        List<String> commands = List.copyOf(script);
        // What was exported goes on being set.
        script.removeIf(line -> !line.startsWith("set ") && !line.startsWith("export "));
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", String.join("\n", commands)).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(180, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), () -> String.join("\n", commands) + "\n" + output);
        return output;
    }

    /** Puts an article in; its id. */
    private String submit(String words) throws Exception {
        String token = Jwt.upn("it@example.org")
                .issuer(ISSUER)
                .groups(Set.of("contributor"))
                .expiresIn(Duration.ofHours(1))
                .sign(keys.getPrivate());
        JsonPath answer = server.ask(
                token,
                "mutation($a: SubmitArticleInput!) { submitArticle(input: $a) { article { id } } }",
                Map.of(
                        "a",
                        Map.of(
                                "headline",
                                words,
                                "publisher",
                                "The Gazette",
                                "publishedAt",
                                "2025-03-13T20:00:00Z",
                                "body",
                                BODY + words)));
        String id = answer.getString("data.submitArticle.article.id");
        assertNotNull(id, () -> answer.prettify() + server.output());
        return id;
    }

    /** Whether the server has an article, whole: with its statement. */
    private boolean has(String article) throws Exception {
        JsonPath answer = server.ask(
                null,
                "query($id: ID!) { article(id: $id) { headline claims(first: 5) { nodes { text speaker { name } } } } }",
                Map.of("id", article));
        if (answer.get("data.article") == null) {
            return false;
        }
        assertEquals(
                List.of("Dmitry Peskov"), answer.getList("data.article.claims.nodes.speaker.name"), answer::prettify);
        return true;
    }

    @Test
    void onH2() throws Exception {
        startServer();
        String early = submit("early");
        List<String> during = new ArrayList<>();
        AtomicBoolean ends = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try {
                while (!ends.get()) {
                    during.add(submit("during " + during.size()));
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();
        String backup = commands("Backup").get(0);
        String said = run(backup, Map.of());
        ends.set(true);
        writer.join();
        assertTrue(said.contains("The server wrote a backup of " + data.resolve("rostrum.mv.db")), said);
        assertTrue(!during.isEmpty());
        String late = submit("late");
        assertTrue(
                refusal("backup", backups.resolve("monday.zip").toString()).contains("exists already"),
                "no backup is written over");

        run(commands("Backup").get(1), Map.of());
        String afterTheCopy = submit("after the copy");
        assertTrue(
                refusal("restore", backups.resolve("monday.zip").toString()).contains("there is a database at " + data),
                "nor a database");

        String restored = run(commands("Restore").get(0), Map.of());
        assertTrue(
                restored.matches(
                        "(?s).*Restored .*rostrum\\.mv\\.db from .*monday\\.zip: \\d+ articles, \\d+ statements, schema version \\d+.*"),
                restored);
        assertTrue(has(early));
        assertTrue(!has(late) && !has(afterTheCopy), "what was written later is not there");
        int kept = 0;
        for (String id : during) {
            kept += has(id) ? 1 : 0;
        }
        for (int i = 0; i < kept; i++) {
            assertTrue(has(during.get(i)), "what was written in the meantime is there up to one moment");
        }

        run(commands("Restore").get(1), Map.of());
        assertTrue(has(early) && has(late));
        assertTrue(!has(afterTheCopy));
    }

    /** What a command says that does not do what it is asked for. */
    private String refusal(String... command) throws Exception {
        try (PackagedServer refusing = PackagedServer.start(directory, program, settings, List.of(), command)) {
            assertEquals(1, refusing.awaitEnd(), refusing::output);
            assertEquals(1, refusing.output().lines().count(), refusing::output);
            return refusing.output();
        }
    }

    @Test
    void aNewVersionAndTheWayBack() throws Exception {
        Files.createDirectories(data);
        Flyway.configure()
                .dataSource(
                        "jdbc:h2:file:" + data
                                + "/rostrum;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                        "rostrum",
                        "rostrum")
                .locations("classpath:db/migration")
                .target("3")
                .load()
                .migrate();
        startServer();
        assertTrue(
                server.output().contains("to version \"5"),
                "a database of an earlier version is brought to this one's: " + server.output());
        String before = submit("before");
        run(commands("A new version").get(0), Map.of());
        assertTrue(has(before));
        String after = submit("after");
        run(commands("A new version").get(1), Map.of());
        assertTrue(has(before));
        assertTrue(!has(after));
    }

    /**
     * PostgreSQL as it is installed on this machine: the embedded one has no pg_dump, which must be of the server's
     * version.
     */
    private static final class InstalledPostgres implements AutoCloseable {
        final Path programs;
        final int port = PackagedServer.freePort();
        private final Process process;

        InstalledPostgres(Path directory) throws Exception {
            File[] versions =
                    new File("/usr/lib/postgresql").listFiles(version -> new File(version, "bin/pg_dump").canExecute());
            assumeTrue(versions != null && versions.length > 0, "skipped: there is no pg_dump in /usr/lib/postgresql");
            programs = versions[0].toPath().resolve("bin");
            Path cluster = directory.resolve("cluster");
            assumeTrue(
                    start(directory, "initdb", "-D", cluster.toString(), "-U", "postgres", "-A", "trust")
                                    .waitFor()
                            == 0,
                    "skipped: initdb fails here");
            process = start(
                    directory,
                    "postgres",
                    "-D",
                    cluster.toString(),
                    "-p",
                    String.valueOf(port),
                    "-k",
                    "",
                    "-c",
                    "listen_addresses=127.0.0.1");
            execute("create database restored");
        }

        private Process start(Path directory, String... command) throws IOException {
            // PostgreSQL does not run as root; in a user namespace root is nobody in particular.
            List<String> line = new ArrayList<>(
                    "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
            line.add(programs.resolve(command[0]).toString());
            line.addAll(List.of(command).subList(1, command.length));
            return new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve(command[0] + ".log").toFile())
                    .start();
        }

        private void execute(String statement) throws Exception {
            for (int i = 0; ; i++) {
                try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "postgres")) {
                    connection.createStatement().execute(statement);
                    return;
                } catch (SQLException e) {
                    assertTrue(i < 300 && process.isAlive(), () -> "PostgreSQL does not start: " + e);
                    Thread.sleep(100);
                }
            }
        }

        String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void onPostgres() throws Exception {
        try (InstalledPostgres postgres = new InstalledPostgres(directory)) {
            String address = "postgresql://postgres:postgres@127.0.0.1:" + postgres.port + "/";
            Map<String, String> variables = Map.of(
                    "PATH",
                    postgres.programs + ":" + System.getenv("PATH"),
                    "DATABASE",
                    address + "postgres",
                    "RESTORED",
                    address + "restored");
            settings.putAll(Map.of(
                    "ROSTRUM_DB_URL",
                    postgres.url("postgres"),
                    "ROSTRUM_DB_USER",
                    "postgres",
                    "ROSTRUM_DB_PASSWORD",
                    "postgres"));
            startServer();
            String early = submit("early");
            run(commands("Backup of PostgreSQL").get(0), variables);
            String late = submit("late");
            assertTrue(refusal("backup", backups.resolve("x.zip").toString())
                    .contains("see pg_dump in docs/operations.md"));
            run(commands("Restore of PostgreSQL").get(0), variables);
            server.close();
            settings.put("ROSTRUM_DB_URL", postgres.url("restored"));
            startServer();
            assertTrue(has(early));
            assertTrue(!has(late));
            assertTrue(
                    !server.ask(null, "{ search(query: \"Peskov\", first: 5) { nodes { __typename } } }", Map.of())
                            .getList("data.search.nodes")
                            .isEmpty(),
                    "the search index is there too");
            server.close();
        }
    }
}
