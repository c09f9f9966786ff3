package org.rostrum.connection;

import org.jspecify.annotations.Nullable;
import org.rostrum.store.sql.SqlFragment;

/**
 * How the entities of a list belong to their parents.
 *
 * @param from the FROM clause: the entities' table with its alias, and the joins that lead to the parents
 * @param parent SQL for the parent's key; null for a list without parents
 */
public record ParentRelation(SqlFragment from, @Nullable String parent) {}
