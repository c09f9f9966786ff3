package org.rostrum.graph.node;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.Database;

/** Loads the {@link Node}s of one type. Each type with global ids has one bean of this type. */
public interface NodeLoader {

    /** The prefix of the type's ids, see {@link TypeId}. */
    String prefix();

    /**
     * The nodes with these keys. Unknown keys are left out.
     *
     * @param selection what is selected of the nodes
     */
    Map<UUID, ? extends Node> byKeys(Collection<UUID> keys, FieldSelection selection);

    /** The loader of an entity's nodes. */
    static <E extends BaseEntity & Node> NodeLoader of(String prefix, Class<E> type, Database database) {
        return new NodeLoader() {
            @Override
            public String prefix() {
                return prefix;
            }

            @Override
            public Map<UUID, E> byKeys(Collection<UUID> keys, FieldSelection selection) {
                return database.byKeys(type, keys, selection);
            }
        };
    }
}
