package org.rostrum.history;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a change did to one field. */
@Description("What a change did to one field.")
public record FieldChange(
        @Description("The field.") @NonNull String field,

        @Description("Its value before, as text; null for none.") @Nullable
        String before,

        @Description("Its value after, as text; null for none.") @Nullable
        String after) {

    /** A list that got a new item. */
    public static FieldChange added(String field, String item) {
        return new FieldChange(field, null, item);
    }

    /** A list that lost an item. */
    public static FieldChange removed(String field, String item) {
        return new FieldChange(field, item, null);
    }
}
