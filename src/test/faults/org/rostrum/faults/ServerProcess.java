package org.rostrum.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The packaged server as a process, on a port that it keeps over restarts. A process that ends though nobody stopped it
 * is started again, as a supervisor such as systemd does, and counted.
 */
final class ServerProcess implements AutoCloseable {

    private static final Path PACKAGE = Path.of("target/quarkus-app").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(3);
    private static final int STOP_SECONDS = 60;
    private static final long PAUSE_MILLIS = 100;
    private static final long RESTART_PAUSE_MILLIS = 1_000;

    /** How often the process ended of itself. */
    final AtomicInteger endings = new AtomicInteger();

    final int port;
    private final Map<String, String> settings;
    private final Path log;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Thread supervisor = new Thread(this::supervise, "supervisor");
    private Process process;
    private boolean wanted;
    private volatile boolean closed;

    ServerProcess(Map<String, String> settings, Path log) throws IOException {
        port = freePort();
        this.settings = new LinkedHashMap<>(settings);
        this.log = log;
        supervisor.setDaemon(true);
        supervisor.start();
        // Also when the harness is interrupted no server stays.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Whether the server has been built. */
    static boolean isPackaged() {
        return PACKAGE.resolve("quarkus-run.jar").toFile().exists();
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Starts the process; {@link #awaitReady} waits for it. */
    synchronized void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:SharedArchiveFile=app-cds.jsa",
                        "-jar",
                        "quarkus-run.jar")
                .directory(PACKAGE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        process = builder.start();
        wanted = true;
    }

    /** Waits until the server says that it is ready. */
    void awaitReady() throws InterruptedException {
        long until = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the server did not become ready; its log: " + log);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    boolean isReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(15))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGKILL: the process has no chance to write anything. */
    synchronized void kill() throws InterruptedException {
        wanted = false;
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and waits for the end. */
    synchronized void stop() throws InterruptedException {
        wanted = false;
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not stop in " + STOP_SECONDS + " seconds; its log: " + log);
        }
    }

    private void supervise() {
        try {
            while (!closed) {
                Thread.sleep(PAUSE_MILLIS);
                if (hasEnded()) {
                    endings.incrementAndGet();
                    Thread.sleep(RESTART_PAUSE_MILLIS);
                    startAgain();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized boolean hasEnded() {
        return wanted && !process.isAlive();
    }

    private synchronized void startAgain() throws IOException {
        if (wanted && !closed) {
            start();
        }
    }

    @Override
    public void close() {
        closed = true;
        supervisor.interrupt();
        synchronized (this) {
            wanted = false;
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }
}
