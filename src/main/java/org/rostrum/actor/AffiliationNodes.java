package org.rostrum.actor;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.rostrum.graph.Database;
import org.rostrum.graph.NodeSource;

/** Posts by their ids. */
@Singleton
class AffiliationNodes {

  @Produces
  @Singleton
  NodeSource affiliations(Database database) {
    return NodeSource.of(Affiliation.PREFIX, Affiliation.class, database);
  }
}
