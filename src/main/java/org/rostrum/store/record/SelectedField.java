package org.rostrum.store.record;

/**
 * A field that is asked for.
 *
 * @param field  the field's name
 * @param source whose field it is: the things' class, or one above it
 * @param own    whether it is read from the thing itself rather than by a method for sets of them
 * @param join   how a linked record can be read with its parents; null where it cannot
 * @param below  what is asked of what the field gives; null for a leaf
 */
public record SelectedField(String field, Class<?> source, boolean own, ToOneAssociation join, FieldSelection below) {}
