package org.rostrum.store.tx;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.UnavailableException;
import org.rostrum.store.sql.Database;

/**
 * Makes commits on H2 durable before they are acknowledged. H2 itself writes committed changes up to half a second
 * later (WRITE_DELAY) and syncs the file only occasionally; PostgreSQL does both before it acknowledges a commit.
 *
 * <p>One sync serves all transactions that committed before it began; the next ones queue up meanwhile. Why not
 * WRITE_DELAY=0: see {@code docs/decisions/0014-group-commit-on-h2.md}.
 */
@ApplicationScoped
public class GroupCommit {

    private final DataSource source;
    private final boolean postgres;
    private final ReentrantLock syncing = new ReentrantLock();
    /** Counts the commits that have to be made durable. */
    private final AtomicLong tickets = new AtomicLong();
    /** All commits up to this ticket are durable. Guarded by the lock. */
    private long durableUpTo;

    private int versionToggle;
    private volatile @Nullable Store store;

    GroupCommit(DataSource source, Database database) {
        this.source = source;
        this.postgres = database.isPostgres();
    }

    /** The storage behind a transaction's connection. */
    public interface Store {

        /** Whether it has been closed, which H2 does after a failed write. */
        boolean isClosed();

        /**
         * Writes and syncs everything that has been committed.
         *
         * @throws SQLException when a remote H2 fails; it is then unknown whether the commits are durable
         * @throws MVStoreException when the file cannot be written; it is then unknown whether the commits are durable
         */
        void force() throws SQLException;
    }

    /** The storage that the current transaction writes to. */
    Store begin() {
        Store known = store;
        if (known == null || known.isClosed()) {
            known = postgres ? ALREADY_DURABLE : open();
            store = known;
        }
        return known;
    }

    /**
     * Waits until the transaction that this thread has committed is durable.
     *
     * @throws UnavailableException when the sync fails; it is then unknown whether the commit is durable
     */
    void force(Store on) {
        if (on == ALREADY_DURABLE) {
            return;
        }
        long ticket = tickets.incrementAndGet();
        syncing.lock();
        try {
            if (durableUpTo >= ticket) {
                return;
            }
            long upTo = tickets.get();
            on.force();
            durableUpTo = upTo;
        } catch (MVStoreException | SQLException e) {
            throw new UnavailableException(
                    "the change could not be written to the disk; look whether it is there before you send it again",
                    e);
        } finally {
            syncing.unlock();
        }
    }

    private Store open() {
        try (Connection connection = source.getConnection()) {
            Session session = connection.unwrap(JdbcConnection.class).getSession();
            if (!(session instanceof SessionLocal local)) {
                return new Remote();
            }
            return local.getDatabase().isPersistent()
                    ? new Embedded(local.getDatabase().getStore().getMvStore())
                    : ALREADY_DURABLE;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PostgreSQL, which syncs on commit, or a database in memory. */
    private static final Store ALREADY_DURABLE = new Store() {
        @Override
        public boolean isClosed() {
            return false;
        }

        @Override
        public void force() {
            // The commit itself was durable, or there is no disk.
        }
    };

    /** A database file that this process has open. */
    private final class Embedded implements Store {
        private final MVStore file;

        Embedded(MVStore file) {
            this.file = file;
        }

        @Override
        public boolean isClosed() {
            return file.isClosed();
        }

        /**
         * The store's commit waits until its changes are written, and with them everything that H2's background thread
         * has begun to write, which happens in order. Without changes it does not wait; setting the store's version
         * makes sure that there is one.
         */
        @Override
        public void force() {
            do {
                versionToggle ^= 1;
                file.setStoreVersion(versionToggle);
            } while (file.commit() < 0);
            file.sync();
        }
    }

    /** An H2 server in another process. */
    private final class Remote implements Store {

        @Override
        public boolean isClosed() {
            return false;
        }

        @Override
        public void force() throws SQLException {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        }
    }
}
