package org.rostrum.connection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * The order of a list: one column that is never null, ties broken by the key in the same direction, so that an index
 * over (column, id) serves it both ways.
 *
 * @param name   names the order inside cursors
 * @param column the column, with its table's alias
 * @param type   the column's type: Instant, LocalDate, Integer, Double or String
 * @param value  reads the column's value from an item
 */
public record KeysetOrder<E>(String name, String column, Class<?> type, Function<E, Object> value, OrderDirection direction) {

  /** The same order in the given direction; in its own where none is given. */
  public KeysetOrder<E> in(OrderDirection other) {
    return other == null ? this : new KeysetOrder<>(name, column, type, value, other);
  }

  /** Reads back what {@code value.toString()} wrote. */
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
