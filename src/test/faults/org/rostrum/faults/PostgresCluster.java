package org.rostrum.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL that can be stopped, thrown down, frozen and started again over the same data. */
final class PostgresCluster implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;
    private static final int STOP_TRIES = 1_200;

    private final Path directory;
    private final int port;
    private EmbeddedPostgres postgres;

    PostgresCluster(Path directory) throws IOException {
        this.directory = directory;
        port = ServerProcess.freePort();
        start();
    }

    int port() {
        return port;
    }

    /** A connection that no proxy stands before. */
    Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    void start() throws IOException {
        // The embedded distribution answers commits before they are on disk, to make tests fast; a production's default
        // waits for it.
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start();
    }

    /** PostgreSQL's fast stop: sessions are cut off, open transactions rolled back, a checkpoint is written. */
    void stop() throws IOException, InterruptedException {
        end("INT");
    }

    /** PostgreSQL's immediate stop, which is as good as a crash: the next start recovers from the write-ahead log. */
    void stopImmediately() throws IOException, InterruptedException {
        end("QUIT");
    }

    /** Stops all processes where they are; connections stay open and nothing answers. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP", processes());
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT", processes());
    }

    private void end(String signal) throws IOException, InterruptedException {
        signal(signal, List.of(postmaster()));
        for (int i = 0; Files.exists(pidFile()); i++) {
            if (i == STOP_TRIES) {
                throw new IllegalStateException("PostgreSQL did not stop");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        // It is stopped already: this lets go of the directory.
        postgres.close();
    }

    private List<Long> processes() throws IOException {
        List<Long> processes = new ArrayList<>(List.of(postmaster()));
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(postmaster()).orElseThrow().descendants()) {
            children.forEach(child -> processes.add(child.pid()));
        }
        return processes;
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
    }

    private Path pidFile() {
        return directory.resolve("postmaster.pid");
    }

    private static void signal(String signal, List<Long> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(process.toString()));
        // One of them may have ended meanwhile, so the exit code says nothing.
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
