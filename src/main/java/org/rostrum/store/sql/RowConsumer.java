package org.rostrum.store.sql;

import java.sql.SQLException;

/** Takes the rows of a result one by one, to collect them into something other than a list. */
@FunctionalInterface
public interface RowConsumer {

    /**
     * Takes the next row. Runs no statement of its own: the result is still open.
     *
     * @param row must not be kept: the next row reuses it
     */
    void accept(Row row) throws SQLException;
}
