/**
 * Reading with SQL: statements, rows, and entities for a selection. Other rooms pass SQL in as
 * {@link org.rostrum.store.sql.SqlFragment}; nothing here writes or names a table.
 */
@NullMarked
package org.rostrum.store.sql;

import org.jspecify.annotations.NullMarked;
