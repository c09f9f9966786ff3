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
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.rostrum.store.sql.Database;
import org.rostrum.store.tx.TransactionRunner;

/**
 * Wakes its listeners when a change was committed: by this server, or, on PostgreSQL, by any server on the same
 * database. A notification carries nothing: listeners read the changes from the database, so a lost notification loses
 * no change.
 */
@ApplicationScoped
public class ChangeNotifier {

    /** The channel of PostgreSQL's LISTEN and NOTIFY. */
    public static final String CHANNEL = "rostrum_change";

    private static final Logger LOG = Logger.getLogger(ChangeNotifier.class);
    /** How long one wait for notifications lasts before the connection is checked. */
    private static final int WAIT_MILLIS = 10_000;

    private static final int VALIDATION_SECONDS = 5;
    private static final long RECONNECT_MILLIS = 1_000;

    private final Database database;
    private final String url;
    private final String user;
    private final String password;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile @Nullable Thread listener;

    ChangeNotifier(
            Database database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.database = database;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * Calls a listener whenever a change was committed.
     *
     * @param callback must not block; any thread may call it
     * @return ends the calls when it is closed
     */
    public AutoCloseable listen(Runnable callback) {
        // Equal callbacks must stay separate registrations.
        Runnable own = () -> callback.run();
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** On PostgreSQL the database itself notifies all servers. */
    void onDurable(@Observes TransactionRunner.Durable change) {
        if (!database.isPostgres()) {
            wake();
        }
    }

    void onStart(@Observes StartupEvent start) {
        if (database.isPostgres()) {
            running = true;
            listener = new Thread(this::receive, "rostrum-change-notifier");
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

    private void receive() {
        while (running) {
            try (Connection connection = DriverManager.getConnection(url, user, password)) {
                receive(connection);
            } catch (SQLException e) {
                if (running) {
                    LOG.warnf("Lost the connection for change notifications, reconnecting: %s", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void receive(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        // Changes may have been committed while there was no connection.
        wake();
        while (running) {
            if (postgres.getNotifications(WAIT_MILLIS).length > 0) {
                wake();
            } else if (!connection.isValid(VALIDATION_SECONDS)) {
                // Nothing else would notice that the connection is dead.
                throw new SQLException("no answer within " + VALIDATION_SECONDS + " seconds");
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RECONNECT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
