package org.rostrum.claim.write;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a review does to one field of a claim. */
public sealed interface Correction<T> {

    /** Leaves the field as it is. */
    record Keep<T>() implements Correction<T> {}

    /**
     * Replaces the field's value.
     *
     * @param value the corrected value; null empties the field
     */
    record Replace<T>(@Nullable T value) implements Correction<T> {}

    /** The value after the review of a field that is never emptied. */
    default T applyToRequired(T current) {
        return Objects.requireNonNull(applyTo(current), "a required field is not replaced by null");
    }

    /** The field's value after the review. */
    default @Nullable T applyTo(@Nullable T current) {
        return this instanceof Replace<T> replacement ? replacement.value : current;
    }
}
