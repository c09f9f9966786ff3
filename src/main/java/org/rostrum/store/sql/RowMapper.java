package org.rostrum.store.sql;

import java.sql.SQLException;

/** Turns one row of a result into a value. */
@FunctionalInterface
public interface RowMapper<T> {

    /**
     * The value that a row stands for.
     *
     * @param row must not be kept: the next row reuses it
     */
    T map(Row row) throws SQLException;
}
