package org.rostrum.store.record;

import org.jspecify.annotations.Nullable;

/**
 * A field of a selection.
 *
 * @param name the field's name
 * @param owner the class that declares it: the objects' class, or one above it
 * @param isProperty whether it is read from the object itself rather than by a batch method
 * @param association how SQL finds the linked entity; null where the field is no to-one association
 * @param selection what is selected below the field; null for a leaf
 */
public record SelectedField(
        String name,
        Class<?> owner,
        boolean isProperty,
        @Nullable ToOneAssociation association,
        @Nullable FieldSelection selection) {}
