package org.rostrum.history;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One change of a thing. */
@Description("One change of a thing.")
public record Change(
    @Description("What was done.") @NonNull ChangeAction action,
    @Description("When it was committed.") @NonNull Instant at,
    @Description("Who did it: the name in the bearer token, or \"rostrum\" for the system itself.") @NonNull String by,
    @Description("What it did to which fields; empty for a thing that was recorded.") @NonNull List<@NonNull FieldChange> fields) {

  static Change of(ChangeEntry entry) {
    return new Change(entry.action, entry.recordedAt, entry.changedBy, entry.fields());
  }
}
