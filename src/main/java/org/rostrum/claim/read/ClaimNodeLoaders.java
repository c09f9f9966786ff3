package org.rostrum.claim.read;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.rostrum.claim.Attribution;
import org.rostrum.claim.AttributionCandidate;
import org.rostrum.claim.Evidence;
import org.rostrum.graph.node.NodeLoader;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.Database;

/** Loads the parts of claims that have global ids of their own. */
@Singleton
class ClaimNodeLoaders {

    @Produces
    @Singleton
    NodeLoader evidence(Database database) {
        return NodeLoader.of(Evidence.PREFIX, Evidence.class, database);
    }

    @Produces
    @Singleton
    NodeLoader candidates(Database database) {
        return NodeLoader.of(AttributionCandidate.PREFIX, AttributionCandidate.class, database);
    }

    @Produces
    @Singleton
    NodeLoader attributions(ClaimRepository claims) {
        return new NodeLoader() {
            @Override
            public String prefix() {
                return Attribution.PREFIX;
            }

            @Override
            public Map<UUID, Attribution> byKeys(Collection<UUID> keys, FieldSelection selection) {
                return claims.attributions(keys);
            }
        };
    }
}
