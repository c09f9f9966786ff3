package org.rostrum.graph.node;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.Database;

/** A kind of {@link Node}: each room offers one bean for each kind of record that has global ids. */
public interface NodeLoader {

  /** The prefix of the kind's ids. */
  String prefix();

  /** The records with these keys, with what is asked of them; a key that names nothing is left out. */
  Map<UUID, ? extends Node> byKeys(Collection<UUID> keys, FieldSelection asked);

  /** The kind of a table's records, read as they are. */
  static <E extends BaseEntity & Node> NodeLoader of(String prefix, Class<E> type, Database database) {
    return new NodeLoader() {
      @Override
      public String prefix() {
        return prefix;
      }

      @Override
      public Map<UUID, E> byKeys(Collection<UUID> keys, FieldSelection asked) {
        return database.byKeys(type, keys, asked);
      }
    };
  }
}
