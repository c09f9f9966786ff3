package org.rostrum.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.store.record.ColumnType;

/**
 * The current row of a statement's result, read by column names. Valid only while a {@link RowMapper} or a
 * {@link RowConsumer} is called with it; the next row reuses the instance.
 *
 * <p>Each method names the type it expects, because H2 and PostgreSQL report different types for the same expression.
 * All of them throw {@link SQLException} when the result has no column with that name or its value cannot be read as
 * that type.
 */
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** A key, or null. */
    public UUID uuid(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    /** A text, or null. */
    public String text(String column) throws SQLException {
        return result.getString(column);
    }

    /** A date, or null. */
    public LocalDate day(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    /** A point in time, or null. */
    public @Nullable Instant instant(String column) throws SQLException {
        return (Instant) ColumnType.INSTANT.read(result, result.findColumn(column), Instant.class);
    }

    /** A whole number such as a count; 0 for SQL's null. */
    public long number(String column) throws SQLException {
        return result.getLong(column);
    }

    /** A floating-point number, or null. */
    public @Nullable Double decimal(String column) throws SQLException {
        return (Double) ColumnType.DOUBLE.read(result, result.findColumn(column), Double.class);
    }

    /** A truth value; false for SQL's null. */
    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    /** A constant that is stored by its name, or null. */
    public <E extends Enum<E>> @Nullable E constant(String column, Class<E> type) throws SQLException {
        String name = result.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
