package org.rostrum.store.record;

import java.lang.invoke.MethodHandle;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A column and the entity's field that it is read into.
 *
 * @param always whether it is read whatever a request selects
 */
public record ColumnMapping(
        String name, String property, ColumnType type, Class<?> javaType, MethodHandle setter, boolean always) {

    /** Sets the field from a row, unless the column is null. Positions are counted from 1. */
    public void read(Object record, ResultSet row, int position) throws SQLException {
        Object value = type.read(row, position, javaType);
        if (value != null) {
            set(record, value);
        }
    }

    private void set(Object record, Object value) {
        try {
            setter.invokeExact(record, value);
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot set " + property, e);
        }
    }
}
