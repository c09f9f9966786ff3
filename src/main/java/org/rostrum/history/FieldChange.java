package org.rostrum.history;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What a change did to one field. */
@Description("What a change did to one field.")
public record FieldChange(
    @Description("The field.") @NonNull String field,
    @Description("Its value before, as text; null for none.") String before,
    @Description("Its value after, as text; null for none.") String after) {}
