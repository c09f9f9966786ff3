package org.rostrum.claim;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.rostrum.graph.Asked;
import org.rostrum.graph.Database;
import org.rostrum.graph.NodeSource;

/** What hangs on claims by its ids. */
@Singleton
class ClaimNodes {

  @Produces
  @Singleton
  NodeSource evidence(Database database) {
    return NodeSource.of(Evidence.PREFIX, Evidence.class, database);
  }

  @Produces
  @Singleton
  NodeSource candidates(Database database) {
    return NodeSource.of(ClaimCandidate.PREFIX, ClaimCandidate.class, database);
  }

  @Produces
  @Singleton
  NodeSource attributions(Claims claims) {
    return new NodeSource() {
      @Override
      public String prefix() {
        return Attribution.PREFIX;
      }

      @Override
      public Map<UUID, Attribution> byKeys(Collection<UUID> keys, Asked asked) {
        return claims.attributions(keys);
      }
    };
  }
}
