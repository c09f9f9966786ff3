package org.rostrum.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged program in a process of its own: the server, or a command. */
final class PackagedServer implements AutoCloseable {

    /** Where the build leaves it. */
    static final Path PROGRAM = Path.of("target/quarkus-app").toAbsolutePath();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final long PATIENCE_SECONDS = 180;

    final int port;
    final Process process;
    private final Path log;

    private PackagedServer(int port, Process process, Path log) {
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it, without waiting for anything.
     *
     * @param directory where it is started; its log is there
     * @param program the directory of the program
     * @param settings environment variables; XDG_DATA_HOME is a directory inside of the first unless it is among them
     * @param java options of the virtual machine
     * @param command a command and its arguments, or nothing
     */
    static PackagedServer start(
            Path directory, Path program, Map<String, String> settings, List<String> java, String... command)
            throws IOException {
        int port = freePort();
        List<String> line = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1"));
        line.addAll(java);
        line.addAll(List.of("-jar", program.resolve("quarkus-run.jar").toString()));
        line.addAll(List.of(command));
        Path log = Files.createTempFile(directory, "server", ".log");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("XDG_DATA_HOME", directory.resolve("share").toString());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        return new PackagedServer(port, builder.start(), log);
    }

    /** A port that nobody listens on. */
    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Waits until it is ready. */
    PackagedServer awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            if (status("/q/health/ready") == 200) {
                return this;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it is not ready:\n" + output());
    }

    /** Waits until it has ended, and gives its exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end:\n" + output());
        }
        return process.exitValue();
    }

    /** Everything that it wrote so far. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A page's status; -1 where nobody answers. */
    int status(String path) throws InterruptedException {
        try {
            return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return -1;
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /**
     * Sends a document, without waiting for the answer.
     *
     * @param token a bearer token, or null
     */
    CompletableFuture<HttpResponse<String>> send(String token, String document, Map<String, ?> variables)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", document, "variables", variables))));
        return CLIENT.sendAsync(
                (token == null ? request : request.header("Authorization", "Bearer " + token)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The answer to a document. */
    JsonPath ask(String token, String document, Map<String, ?> variables) throws Exception {
        return new JsonPath(send(token, document, variables)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .body());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
