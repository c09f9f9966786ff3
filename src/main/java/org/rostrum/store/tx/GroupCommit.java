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
import org.rostrum.graph.error.UnavailableException;
import org.rostrum.store.sql.Database;

/**
 * Forces what was committed on H2 to the disk before it is acknowledged. H2 itself writes committed changes up to half a second later
 * (its WRITE_DELAY), and syncs the file only now and then; PostgreSQL does both before it answers a commit.
 *
 * <p>One force serves all writers who committed before it began: while it runs, the next gather. Why not WRITE_DELAY=0: see
 * {@code docs/decisions/0014-group-commit-on-h2.md}.
 */
@ApplicationScoped
public class GroupCommit {

  private final DataSource source;
  private final boolean postgres;
  private final ReentrantLock forcing = new ReentrantLock();
  /** Counts commits that ask to be forced. */
  private final AtomicLong asked = new AtomicLong();
  /** The commits that were forced: all up to this. Guarded by the lock. */
  private long forced;
  private int mark;
  private volatile Store store;

  GroupCommit(DataSource source, Database database) {
    this.source = source;
    this.postgres = database.isPostgres();
  }

  /** The database that a transaction runs on, as long as it stays open. */
  public interface Store {

    /** Whether it was closed since, as H2 does where it could not write. */
    boolean isClosed();

    /**
     * Writes and syncs all that was committed.
     *
     * @throws MVStoreException, SQLException where that fails; what was committed may then be there or not
     */
    void force() throws SQLException;
  }

  /** To be called inside a transaction that writes: the store that it has to be forced to. */
  Store begin() {
    Store known = store;
    if (known == null || known.isClosed()) {
      known = postgres ? NOTHING_TO_DO : open();
      store = known;
    }
    return known;
  }

  /**
   * Returns when the transaction that this thread committed is on the disk.
   *
   * @throws UnavailableException when that could not be made sure; it may be there all the same
   */
  void force(Store on) {
    if (on == NOTHING_TO_DO) {
      return;
    }
    long ticket = asked.incrementAndGet();
    forcing.lock();
    try {
      if (forced >= ticket) {
        return;
      }
      long upTo = asked.get();
      on.force();
      forced = upTo;
    } catch (MVStoreException | SQLException e) {
      throw new UnavailableException("the change could not be written to the disk; look whether it is there before you send it again", e);
    } finally {
      forcing.unlock();
    }
  }

  private Store open() {
    try (Connection connection = source.getConnection()) {
      Session session = (Session) connection.unwrap(JdbcConnection.class).getSession();
      if (!(session instanceof SessionLocal local)) {
        return new Remote();
      }
      return local.getDatabase().isPersistent() ? new Embedded(local.getDatabase().getStore().getMvStore()) : NOTHING_TO_DO;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PostgreSQL, and a database in memory. */
  private static final Store NOTHING_TO_DO = new Store() {
    @Override
    public boolean isClosed() {
      return false;
    }

    @Override
    public void force() {
      // Nothing is left to do.
    }
  };

  /** A file that this process has open. */
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
     * A commit of the store that finds something to write waits for it, and for all that H2's own thread has begun to write, which it
     * does in order. One that finds nothing does not wait; so there has to be something.
     */
    @Override
    public void force() {
      do {
        mark ^= 1;
        file.setStoreVersion(mark);
      } while (file.commit() < 0);
      file.sync();
    }
  }

  /** A server of H2's. */
  private final class Remote implements Store {

    @Override
    public boolean isClosed() {
      return false;
    }

    @Override
    public void force() throws SQLException {
      try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
        statement.execute("checkpoint sync");
      }
    }
  }
}
