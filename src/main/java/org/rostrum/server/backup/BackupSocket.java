package org.rostrum.server.backup;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rostrum.server.failure.StartupException;
import org.rostrum.store.DatabaseUrl;

/**
 * A Unix domain socket beside an H2 database, for its owner only, through which a running server is asked for a backup:
 * no other process can open the database meanwhile. The request is one line, the absolute path of the backup; so is the
 * response, {@value #DONE} or what went wrong.
 */
@ApplicationScoped
public class BackupSocket {

    private static final Logger LOG = Logger.getLogger(BackupSocket.class);
    private static final String NAME = "rostrum.sock";
    private static final String DONE = "done";

    private final DataSource source;
    private final @Nullable Path database;
    private volatile @Nullable ServerSocketChannel server;

    BackupSocket(DataSource source, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.source = source;
        this.database = DatabaseUrl.h2File(url).orElse(null);
    }

    void onStart(@Observes StartupEvent event) {
        Path file = database;
        if (file == null) {
            return;
        }
        Path socket = file.resolveSibling(NAME);
        ServerSocketChannel channel;
        try {
            // Left by a server that was killed: the lock on the database proves that no other is running.
            Files.deleteIfExists(socket);
            channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server = channel;
            channel.bind(UnixDomainSocketAddress.of(socket));
            if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warnf(
                    "Backups need the server to be stopped: there can be no socket at %s: %s", socket, e.getMessage());
            return;
        }
        Thread listener = new Thread(() -> listen(channel, file), "rostrum-backup");
        listener.setDaemon(true);
        listener.start();
    }

    void onStop(@Observes ShutdownEvent event) throws IOException {
        ServerSocketChannel channel = server;
        if (channel != null && database != null) {
            channel.close();
            Files.deleteIfExists(database.resolveSibling(NAME));
        }
    }

    private void listen(ServerSocketChannel channel, Path file) {
        while (channel.isOpen()) {
            try (SocketChannel client = channel.accept()) {
                handle(client, file);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warnf("A backup was requested by a client that then disconnected: %s", e.getMessage());
            }
        }
    }

    private void handle(SocketChannel client, Path databaseFile) throws IOException {
        String file = readLine(client);
        if (file == null || file.isBlank()) {
            return;
        }
        String response = DONE;
        try (Connection connection = source.getConnection()) {
            H2Backup.write(connection, databaseFile, Path.of(file));
            LOG.infof("Wrote a backup to %s", file);
        } catch (StartupException | SQLException e) {
            response = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            LOG.warnf("No backup: %s", response);
        }
        client.write(ByteBuffer.wrap((response + '\n').getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Requests a backup from the server that has a database open.
     *
     * @param database the database's file
     * @param file the backup's
     * @return whether there is such a server
     * @throws StartupException when the server could not write it
     */
    static boolean request(Path database, Path file) {
        Path socket = database.resolveSibling(NAME);
        if (!Files.exists(socket)) {
            return false;
        }
        Optional<String> response;
        try (SocketChannel server = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.connect(UnixDomainSocketAddress.of(socket));
            server.write(ByteBuffer.wrap((file.toString() + '\n').getBytes(StandardCharsets.UTF_8)));
            response = Optional.ofNullable(readLine(server));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
        String result = response.orElse("the server ended before it was written");
        if (!result.equals(DONE)) {
            throw new StartupException(result);
        }
        return true;
    }

    private static @Nullable String readLine(SocketChannel from) throws IOException {
        return new BufferedReader(Channels.newReader(from, StandardCharsets.UTF_8)).readLine();
    }
}
