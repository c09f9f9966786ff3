package org.rostrum.history;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.rostrum.store.sql.Database;
import org.rostrum.store.tx.TransactionRunner;

/**
 * Wakes whoever waits for changes when one was committed: here, or, on PostgreSQL, by any server over the same database. It
 * only says that there is something to read; what it is, and whether one was missed, is found in the database.
 */
@ApplicationScoped
public class ChangeNotifier {

  /** The channel of PostgreSQL's LISTEN and NOTIFY. */
  public static final String CHANNEL = "rostrum_change";

  private static final Logger LOG = Logger.getLogger(ChangeNotifier.class);
  private static final int WAIT_MILLIS = 10_000;
  private static final int ANSWER_SECONDS = 5;
  private static final long PAUSE_MILLIS = 1_000;

  private final Database database;
  private final String url;
  private final String user;
  private final String password;
  private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean running;
  private volatile Thread listener;

  ChangeNotifier(Database database, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.database = database;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Calls back, by any thread and quickly, whenever something was committed; until it is closed. */
  public AutoCloseable listen(Runnable callback) {
    // Two callers may hand over equal callbacks.
    Runnable own = () -> callback.run();
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  /** PostgreSQL tells of it itself, to all servers. */
  void onDurable(@Observes TransactionRunner.Durable change) {
    if (!database.isPostgres()) {
      wake();
    }
  }

  void onStart(@Observes StartupEvent start) {
    if (database.isPostgres()) {
      running = true;
      listener = new Thread(this::hear, "rostrum-announcements");
      listener.setDaemon(true);
      listener.start();
    }
  }

  void onStop(@Observes ShutdownEvent stop) {
    running = false;
    if (listener != null) {
      listener.interrupt();
    }
  }

  private void wake() {
    listeners.forEach(Runnable::run);
  }

  private void hear() {
    while (running) {
      try (Connection connection = DriverManager.getConnection(url, user, password)) {
        hear(connection);
      } catch (SQLException e) {
        if (running) {
          LOG.warnf("The connection that hears of changes was lost and is opened again: %s", e.getMessage());
          pause();
        }
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
    }
    PGConnection postgres = connection.unwrap(PGConnection.class);
    // What was committed while nobody listened.
    wake();
    while (running) {
      if (postgres.getNotifications(WAIT_MILLIS).length > 0) {
        wake();
      } else {
        // Nothing else would notice that the connection is dead.
        if (!connection.isValid(ANSWER_SECONDS)) {
          throw new SQLException("it does not answer");
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
