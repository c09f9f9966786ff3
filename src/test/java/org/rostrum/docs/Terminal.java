package org.rostrum.docs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A bash session in a directory of its own that looks like the project's: what a reader of a page has in front of them.
 * Variables that one block of commands sets are there for the next. {@code ./mvnw} is a stand-in that notes its
 * arguments, a server that is started runs beside the session ({@code src/test/resources/docs}).
 */
public final class Terminal implements AutoCloseable {

    private static final String END = "end-of-block";
    /** For a machine on which much else runs. */
    private static final long PATIENCE_SECONDS = 600;

    private final Path directory;
    private final Path errors;
    private final Process bash;
    private final Writer commands;
    private final BufferedReader output;
    private int blocks;

    /**
     * Opens a session.
     *
     * @param directory an empty directory
     * @param variables environment variables of the session; SERVER_PORT is the port of the servers that it starts
     */
    public Terminal(Path directory, Map<String, String> variables) throws IOException {
        this.directory = directory.toRealPath();
        errors = directory.resolve("errors.txt");
        layOut();
        ProcessBuilder builder = new ProcessBuilder("bash", "--noprofile", "--norc")
                .directory(this.directory.toFile())
                .redirectError(errors.toFile());
        Map<String, String> environment = builder.environment();
        // Settings of this test run are not the reader's.
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("ROSTRUM_") || name.startsWith("QUARKUS_") || name.startsWith("MP_JWT_"));
        environment.putAll(Map.of(
                "TERMINAL",
                this.directory.toString(),
                "HOME",
                this.directory.resolve("home").toString(),
                "XDG_DATA_HOME",
                this.directory.resolve("home/share").toString(),
                "MAVEN_CALLS",
                mavenCalls().toString(),
                "PATH",
                System.getProperty("java.home") + "/bin:" + System.getenv("PATH")));
        environment.putAll(variables);
        bash = builder.start();
        commands = bash.outputWriter(StandardCharsets.UTF_8);
        output = new BufferedReader(new InputStreamReader(bash.getInputStream(), StandardCharsets.UTF_8));
        commands.write(". " + resource("terminal.sh") + "\n");
    }

    private static Path resource(String name) {
        return Path.of("src/test/resources/docs", name).toAbsolutePath();
    }

    /** What is written into is a copy, so that no command changes the project. */
    private void layOut() throws IOException {
        for (String made : List.of("home", "opt", "etc", "var/lib", "var/backups/rostrum")) {
            Files.createDirectories(directory.resolve(made));
        }
        Files.createSymbolicLink(directory.resolve("target"), Path.of("target").toAbsolutePath());
        for (String copied : List.of("src/benchmark", "src/main/resources/extraction")) {
            try (Stream<Path> files = Files.walk(Path.of(copied))) {
                for (Path file : files.toList()) {
                    Files.createDirectories(directory.resolve(file).getParent());
                    Files.copy(file, directory.resolve(file));
                }
            }
        }
        Files.copy(resource("mvnw"), directory.resolve("mvnw"));
        directory.resolve("mvnw").toFile().setExecutable(true);
        Files.createFile(mavenCalls());
    }

    /** Where the session began. */
    public Path directory() {
        return directory;
    }

    private Path mavenCalls() {
        return directory.resolve("maven-calls.txt");
    }

    /** Runs commands, and gives what they print. */
    public String run(String block) throws IOException {
        Path script = directory.resolve("block-" + ++blocks + ".sh");
        Files.writeString(script, block + "\n");
        commands.write(". " + script + " < /dev/null\necho; echo " + END + "\n");
        commands.flush();
        Thread watchdog = new Thread(this::killLater);
        watchdog.setDaemon(true);
        watchdog.start();
        try {
            StringBuilder printed = new StringBuilder();
            for (String line = output.readLine(); !END.equals(line); line = output.readLine()) {
                if (line == null) {
                    throw new AssertionError(
                            "the commands failed:\n" + block + "\n" + printed + Files.readString(errors));
                }
                printed.append(line).append('\n');
            }
            return printed.toString().strip();
        } finally {
            watchdog.interrupt();
        }
    }

    private void killLater() {
        try {
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        bash.descendants().forEach(ProcessHandle::destroyForcibly);
        bash.destroyForcibly();
    }

    /** The arguments of all calls of {@code ./mvnw} so far. */
    List<List<String>> mavenArguments() throws IOException {
        return Files.readAllLines(mavenCalls()).stream()
                .map(line -> List.of(line.split("\t")))
                .toList();
    }

    /** What the stream that was opened last has sent so far. */
    String stream() throws IOException {
        return Files.readString(directory.resolve("stream.txt"));
    }

    /** Ends the session, and the server and the stream that it started. */
    @Override
    public void close() throws IOException {
        for (String name : List.of("server.pid", "stream.pid")) {
            Path file = directory.resolve(name);
            if (Files.exists(file)) {
                ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).ifPresent(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
            }
        }
        kill();
        bash.onExit().join();
        Files.delete(directory.resolve("target"));
    }
}
