package org.rostrum.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rostrum.graph.Asked;
import org.rostrum.graph.Database;
import org.rostrum.graph.NodeSource;

/** Changes by their ids. */
@ApplicationScoped
class ChangeNodes implements NodeSource {

  private final Database database;

  ChangeNodes(Database database) {
    this.database = database;
  }

  @Override
  public String prefix() {
    return Change.PREFIX;
  }

  @Override
  public Map<UUID, Change> byKeys(Collection<UUID> keys, Asked asked) {
    Map<UUID, Change> changes = new HashMap<>();
    database.byKeys(ChangeEntry.class, keys, Asked.ALL).forEach((key, entry) -> changes.put(key, Change.of(entry)));
    return changes;
  }
}
