package org.rostrum.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.rostrum.graph.Asked;
import org.rostrum.graph.Database;
import org.rostrum.graph.NodeSource;

/** Reads links between claims. */
@ApplicationScoped
public class ClaimLinks implements NodeSource {

  private final Database database;

  ClaimLinks(Database database) {
    this.database = database;
  }

  @Override
  public String prefix() {
    return ClaimLink.PREFIX;
  }

  @Override
  public Map<UUID, ClaimLink> byKeys(Collection<UUID> keys, Asked asked) {
    return database.byKeys(ClaimLink.class, keys, asked);
  }

  /** The whole records with these keys; a key that names nothing is left out. */
  public Map<UUID, ClaimLink> byKeys(Collection<UUID> keys) {
    return byKeys(keys, Asked.ALL);
  }
}
