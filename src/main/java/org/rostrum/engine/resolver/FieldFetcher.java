package org.rostrum.engine.resolver;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.ToOneAssociation;

/** How a field's values are obtained. */
public sealed interface FieldFetcher {

    /** Stands for a value that was not read together with its object. */
    Object UNREAD = new Object();

    /** Reads a field from the object itself. */
    non-sealed interface PropertyFetcher extends FieldFetcher {

        /** The class that declares the field. */
        Class<?> owner();

        /** The field's value. Whatever it throws becomes the field's error. */
        @Nullable
        Object get(Object object) throws Throwable;
    }

    /** Calls a method that takes a list of objects and returns a value for each. */
    non-sealed interface BatchFetcher extends FieldFetcher {

        /** The objects' class. */
        Class<?> owner();

        /** How SQL finds the value; null where the field is no to-one association. */
        @Nullable
        ToOneAssociation association();

        /**
         * The value that was read together with the object, or for an association the target's key, a
         * {@link java.util.UUID}; {@link FieldFetcher#UNREAD} where neither was.
         */
        @Nullable
        Object readAhead(Object object);

        /**
         * The field's values, in the objects' order; a {@link FailedFetch} in place of a value that could not be
         * obtained. Whatever it throws becomes the field's error for each object.
         *
         * @param arguments as coerced by GraphQL
         * @param selection what is selected below the field
         */
        List<?> fetch(List<?> objects, Map<String, Object> arguments, FieldSelection selection) throws Throwable;
    }

    /** Calls the method of a root field. */
    non-sealed interface RootFetcher extends FieldFetcher {

        /**
         * The field's value. Whatever it throws becomes the field's error.
         *
         * @param arguments as coerced by GraphQL
         * @param selection what is selected below the field
         */
        @Nullable
        Object fetch(Map<String, Object> arguments, FieldSelection selection) throws Throwable;
    }

    /** Takes the place of a value that could not be obtained. */
    record FailedFetch(Throwable cause) {}
}
