package org.rostrum.actor;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.rostrum.graph.Database;
import org.rostrum.graph.NodeLoader;

/** Posts by their ids. */
@Singleton
class AffiliationNodeLoader {

  @Produces
  @Singleton
  NodeLoader affiliations(Database database) {
    return NodeLoader.of(Affiliation.PREFIX, Affiliation.class, database);
  }
}
