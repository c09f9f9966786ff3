package org.rostrum.actor.read;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.rostrum.actor.Affiliation;
import org.rostrum.graph.node.NodeLoader;
import org.rostrum.store.sql.Database;

/** Posts by their ids. */
@Singleton
class AffiliationNodeLoader {

    @Produces
    @Singleton
    NodeLoader affiliations(Database database) {
        return NodeLoader.of(Affiliation.PREFIX, Affiliation.class, database);
    }
}
