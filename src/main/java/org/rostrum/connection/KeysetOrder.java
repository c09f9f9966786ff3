package org.rostrum.connection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * The order of a list: one column that is never null, ties broken by the key in the same direction, so that an index on
 * (column, id) serves it in both directions.
 *
 * @param name identifies the order inside cursors
 * @param column the column, with its table's alias
 * @param type the column's type: Instant, LocalDate, Integer, Double or String
 * @param value the column's value in an item
 */
public record KeysetOrder<E>(
        String name, String column, Class<?> type, Function<E, Object> value, OrderDirection direction) {

    /** The same order in another direction; null leaves it as it is. */
    public KeysetOrder<E> in(OrderDirection other) {
        return other == null ? this : new KeysetOrder<>(name, column, type, value, other);
    }

    /** The inverse of {@code toString()} on a value of the column. */
    Object parse(String text) {
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == Double.class) {
            return Double.valueOf(text);
        }
        return text;
    }
}
