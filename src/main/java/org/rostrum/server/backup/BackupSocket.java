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
import org.rostrum.server.failure.StartupException;
import org.rostrum.store.DatabaseUrl;

/**
 * Where a running server is asked for a backup of its H2 database, which no other process can open meanwhile: a socket in
 * the file system beside the database, for the server's own user. One line in, the absolute path of the backup; one line
 * out, {@value #DONE} or what went wrong.
 */
@ApplicationScoped
public class BackupSocket {

  private static final Logger LOG = Logger.getLogger(BackupSocket.class);
  private static final String NAME = "rostrum.sock";
  private static final String DONE = "done";

  private final DataSource source;
  private final Path database;
  private volatile ServerSocketChannel server;

  BackupSocket(DataSource source, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
    this.source = source;
    this.database = DatabaseUrl.h2File(url).orElse(null);
  }

  void onStart(@Observes StartupEvent start) {
    if (database == null) {
      return;
    }
    Path socket = database.resolveSibling(NAME);
    try {
      // Of a server that was killed: the lock of the database says that there is no other.
      Files.deleteIfExists(socket);
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warnf("Backups need the server to be stopped: there can be no socket at %s: %s", socket, e.getMessage());
      return;
    }
    Thread listener = new Thread(this::listen, "rostrum-backup");
    listener.setDaemon(true);
    listener.start();
  }

  void onStop(@Observes ShutdownEvent stop) throws IOException {
    if (server != null) {
      server.close();
      Files.deleteIfExists(database.resolveSibling(NAME));
    }
  }

  private void listen() {
    while (server.isOpen()) {
      try (SocketChannel asker = server.accept()) {
        answer(asker);
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        LOG.warnf("A backup was asked for and then not waited for: %s", e.getMessage());
      }
    }
  }

  private void answer(SocketChannel asker) throws IOException {
    String file = line(asker);
    if (file == null || file.isBlank()) {
      return;
    }
    String answer = DONE;
    try (Connection connection = source.getConnection()) {
      H2Backup.write(connection, database, Path.of(file));
      LOG.infof("Wrote a backup to %s", file);
    } catch (StartupException | SQLException e) {
      answer = e.getMessage().replaceAll("\\s+", " ");
      LOG.warnf("No backup: %s", answer);
    }
    asker.write(ByteBuffer.wrap((answer + '\n').getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Asks the server that has a database open for a backup.
   *
   * @param database the database's file
   * @param file     the backup's
   * @return whether there is such a server
   * @throws StartupException when it could not do it
   */
  static boolean ask(Path database, Path file) {
    Path socket = database.resolveSibling(NAME);
    if (!Files.exists(socket)) {
      return false;
    }
    Optional<String> answer;
    try (SocketChannel server = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.connect(UnixDomainSocketAddress.of(socket));
      server.write(ByteBuffer.wrap((file.toString() + '\n').getBytes(StandardCharsets.UTF_8)));
      answer = Optional.ofNullable(line(server));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
    String said = answer.orElse("the server ended before it was written");
    if (!said.equals(DONE)) {
      throw new StartupException(said);
    }
    return true;
  }

  private static String line(SocketChannel from) throws IOException {
    return new BufferedReader(Channels.newReader(from, StandardCharsets.UTF_8)).readLine();
  }
}
