package org.rostrum.connection;

import org.rostrum.store.sql.SqlFragment;

/**
 * How records belong to parents.
 *
 * @param from   what to select from: the table under its alias and whatever ties it to its parents
 * @param parent the expression for the parent's key; null for a list without parents
 */
public record ParentRelation(SqlFragment from, String parent) {}
