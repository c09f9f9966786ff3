package org.rostrum.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rostrum.graph.node.NodeLoader;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.Database;

/** Loads changes by their global ids. */
@ApplicationScoped
class ChangeNodes implements NodeLoader {

    private final Database database;

    ChangeNodes(Database database) {
        this.database = database;
    }

    @Override
    public String prefix() {
        return Change.PREFIX;
    }

    @Override
    public Map<UUID, Change> byKeys(Collection<UUID> keys, FieldSelection selection) {
        Map<UUID, Change> changes = new HashMap<>();
        database.byKeys(ChangeEntry.class, keys, FieldSelection.ALL)
                .forEach((key, entry) -> changes.put(key, Change.of(entry)));
        return changes;
    }
}
