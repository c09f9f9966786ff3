package org.rostrum.store.record;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversion of values between Java and JDBC, the same for H2 and PostgreSQL. */
public enum ColumnType {
    UUID_KEY,
    TEXT,
    DAY,
    INSTANT,
    INT,
    LONG,
    DOUBLE,
    YES_OR_NO,
    ENUM;

    /**
     * The conversion for a Java type.
     *
     * @throws IllegalArgumentException when no column can have that type
     */
    public static ColumnType of(Class<?> type) {
        if (type == UUID.class) {
            return UUID_KEY;
        }
        if (type == String.class) {
            return TEXT;
        }
        if (type == LocalDate.class) {
            return DAY;
        }
        if (type == Instant.class) {
            return INSTANT;
        }
        if (type == Integer.class || type == int.class) {
            return INT;
        }
        if (type == Long.class || type == long.class) {
            return LONG;
        }
        if (type == Double.class || type == double.class) {
            return DOUBLE;
        }
        if (type == Boolean.class || type == boolean.class) {
            return YES_OR_NO;
        }
        if (type.isEnum()) {
            return ENUM;
        }
        throw new IllegalArgumentException("No column holds a " + type.getName());
    }

    /**
     * The value at a position, counted from 1; null for SQL's null.
     *
     * @param javaType the enum's class; other types ignore it
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public @Nullable Object read(ResultSet row, int position, @Nullable Class<?> javaType) throws SQLException {
        return switch (this) {
            case UUID_KEY -> row.getObject(position, UUID.class);
            case TEXT -> row.getString(position);
            case DAY -> row.getObject(position, LocalDate.class);
            case INSTANT -> {
                OffsetDateTime time = row.getObject(position, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case INT -> {
                Integer whole = row.getInt(position);
                yield row.wasNull() ? null : whole;
            }
            case YES_OR_NO -> {
                Boolean yes = row.getBoolean(position);
                yield row.wasNull() ? null : yes;
            }
            case LONG -> {
                Long large = row.getLong(position);
                yield row.wasNull() ? null : large;
            }
            case DOUBLE -> {
                Double number = row.getDouble(position);
                yield row.wasNull() ? null : number;
            }
            case ENUM -> {
                String name = row.getString(position);
                yield name == null ? null : Enum.valueOf((Class) javaType, name);
            }
        };
    }

    /** Sets the parameter at a position, counted from 1. */
    public static void set(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(position, text);
        } else if (value instanceof Instant instant) {
            statement.setObject(position, instant.atOffset(ZoneOffset.UTC));
        } else {
            statement.setObject(position, value);
        }
    }
}
