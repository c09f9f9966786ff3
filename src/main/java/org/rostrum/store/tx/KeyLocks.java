package org.rostrum.store.tx;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.TreeSet;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/**
 * Locks on the keys of records that a transaction is about to create, held until it ends, across all servers on the
 * same database. A transaction that creates a record unless it exists locks the record's key first; a concurrent one
 * waits and then finds the record.
 *
 * <p>Keys are mapped to the rows of a table by their hash (lock striping), so two different keys occasionally share a
 * lock. Deadlocks cannot occur: all keys of a stage are locked at once and in order, and stages are locked in order.
 */
@ApplicationScoped
public class KeyLocks {

    /** The number of the table's rows for each stage. */
    private static final int SLOTS = 8_192;

    private final Database database;

    KeyLocks(Database database) {
        this.database = database;
    }

    /** Stages of locking: a transaction locks the keys of each stage at most once, in this order. */
    public enum Stage {
        /** Names of actors and articles. */
        NAMES,
        /** Existing actors: locked while they change, shared while their claims are recorded. */
        ACTORS,
        /** Events, and reports of the same utterance. */
        CONTENT
    }

    /**
     * Locks keys exclusively until the current transaction ends. Waits for transactions that hold any of them.
     *
     * @param keys any texts that identify the records
     */
    public void lock(Stage stage, Collection<String> keys) {
        lock(stage, keys, "for update");
    }

    /**
     * Locks keys so that several transactions can share them, but none can {@linkplain #lock lock} them exclusively. H2
     * has no shared row locks; there the locks are exclusive.
     */
    public void share(Stage stage, Collection<String> keys) {
        lock(stage, keys, database.isPostgres() ? "for share" : "for update");
    }

    private void lock(Stage stage, Collection<String> keys, String rowLock) {
        TreeSet<Long> slots = new TreeSet<>();
        keys.forEach(key -> slots.add(slot(stage, key)));
        if (!slots.isEmpty()) {
            database.rows(
                    SqlFragment.of("select k.slot from key_lock k where")
                            .then(SqlFragment.in("k.slot", slots))
                            .then("order by k.slot " + rowLock),
                    row -> row.number("slot"));
        }
    }

    private static long slot(Stage stage, String key) {
        int hash = key.hashCode();
        return (long) stage.ordinal() * SLOTS + Math.floorMod(hash ^ hash >>> 16, SLOTS);
    }
}
