package org.rostrum.claim.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.rostrum.claim.ClaimLink;
import org.rostrum.graph.node.NodeLoader;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.Database;

/** Reads links between claims. */
@ApplicationScoped
public class ClaimLinkRepository implements NodeLoader {

    private final Database database;

    ClaimLinkRepository(Database database) {
        this.database = database;
    }

    @Override
    public String prefix() {
        return ClaimLink.PREFIX;
    }

    @Override
    public Map<UUID, ClaimLink> byKeys(Collection<UUID> keys, FieldSelection selection) {
        return database.byKeys(ClaimLink.class, keys, selection);
    }

    /** The whole records with these keys; a key that names nothing is left out. */
    public Map<UUID, ClaimLink> byKeys(Collection<UUID> keys) {
        return byKeys(keys, FieldSelection.ALL);
    }
}
