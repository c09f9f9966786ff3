package org.rostrum.connection;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.sql.SqlFragment;

/**
 * The list behind a connection: all entities of a type, or those that belong to a parent.
 *
 * @param name identifies the list inside cursors, as {@code Type.field}
 * @param type the entities' class
 * @param alias the alias of the entities' table in filters and orders
 * @param relation how the entities belong to a set of parents
 */
public record ConnectionQuery<E extends BaseEntity>(
        String name, Class<E> type, String alias, Function<Collection<? extends BaseEntity>, ParentRelation> relation) {

    /** All entities of a type. */
    public static <E extends BaseEntity> ConnectionQuery<E> all(
            String name, Class<E> type, String table, String alias) {
        return of(name, type, table, alias, "", null);
    }

    /**
     * The entities of a parent.
     *
     * @param join SQL that joins other tables to the entities' table, or empty
     * @param parent SQL for the parent's key
     */
    public static <E extends BaseEntity> ConnectionQuery<E> of(
            String name, Class<E> type, String table, String alias, String join, @Nullable String parent) {
        ParentRelation relation = new ParentRelation(SqlFragment.of(table + " " + alias + " " + join), parent);
        return new ConnectionQuery<>(name, type, alias, parents -> relation);
    }

    static List<UUID> keys(Collection<? extends BaseEntity> parents) {
        return parents.stream().map(parent -> parent.key).toList();
    }
}
