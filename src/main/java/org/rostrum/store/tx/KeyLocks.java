package org.rostrum.store.tx;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.TreeSet;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/**
 * Locks keys of what a transaction is about to create, until its end and on all servers over the same database. Whoever looks for a
 * thing, does not find it and creates it, locks the thing's key first; another who wants the same waits, and then finds it.
 *
 * <p>Keys share the rows of a table by their hash (lock striping), so two different keys now and then wait for each other. No two
 * transactions wait for each other in a circle: all keys of a stage are locked at once, in order, and stages follow each other.
 */
@ApplicationScoped
public class KeyLocks {

  /** How many rows the table has for each stage. */
  private static final int SLOTS = 8_192;

  private final Database database;

  KeyLocks(Database database) {
    this.database = database;
  }

  /** What is locked when: a transaction locks keys of each stage once, in this order. */
  public enum Stage {
    /** Names of actors and articles. */
    NAMES,
    /** Actors that are known: locked while they change, shared by those who record what they said. */
    ACTORS,
    /** What articles tell: events and reports of one utterance. */
    CONTENT
  }

  /**
   * Locks keys until the running transaction ends. Waits for others that hold one of them.
   *
   * @param keys any texts; equal things have equal keys
   */
  public void lock(Stage stage, Collection<String> keys) {
    lock(stage, keys, "for update");
  }

  /**
   * As {@link #lock}, for those who need only that nobody locks the keys: any number of them go on beside each other. H2 has no such locks;
   * there they wait for each other.
   */
  public void share(Stage stage, Collection<String> keys) {
    lock(stage, keys, database.isPostgres() ? "for share" : "for update");
  }

  private void lock(Stage stage, Collection<String> keys, String how) {
    TreeSet<Long> slots = new TreeSet<>();
    keys.forEach(key -> slots.add(slot(stage, key)));
    if (!slots.isEmpty()) {
      database.rows(SqlFragment.of("select k.slot from key_lock k where").then(SqlFragment.in("k.slot", slots)).then("order by k.slot " + how), row -> row.number("slot"));
    }
  }

  private static long slot(Stage stage, String key) {
    int hash = key.hashCode();
    return (long) stage.ordinal() * SLOTS + Math.floorMod(hash ^ hash >>> 16, SLOTS);
  }
}
