package org.rostrum.graph.input;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an update does to one field of a record. */
public sealed interface FieldUpdate<T> {

    /** Leaves the field as it is. */
    record Keep<T>() implements FieldUpdate<T> {}

    /**
     * Sets the field.
     *
     * @param value the new value; null empties the field
     */
    record Replace<T>(@Nullable T value) implements FieldUpdate<T> {}

    /** The update of a field: its parsed value where the client provided the field, be it as null, else none. */
    static <T> FieldUpdate<T> of(Set<String> provided, String field, Supplier<T> value) {
        return provided.contains(field) ? new Replace<>(value.get()) : new Keep<>();
    }

    /** The field's value after the update. */
    default @Nullable T applyTo(@Nullable T current) {
        return this instanceof Replace<T> replacement ? replacement.value : current;
    }

    /** The value after the update of a field that is never emptied. */
    default T applyToRequired(T current) {
        return Objects.requireNonNull(applyTo(current), "a required field is not replaced by null");
    }

    /** The new value; none where the field is left as it is or emptied. */
    default Optional<T> newValue() {
        return Optional.ofNullable(applyTo(null));
    }

    /** Whether the client provided the field. */
    default boolean isProvided() {
        return this instanceof Replace<T>;
    }
}
