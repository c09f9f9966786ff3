package org.rostrum.claim;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.FieldChange;

/** A change of a claim, as subscriptions send it. */
@Description("A change of a claim, as it is announced.")
public record ClaimChange(
        @Description("What was done.") @NonNull ChangeAction action,
        @Description("When it was committed.") @NonNull Instant at,

        @Description("Who did it: the name in the bearer token, or \"rostrum\" for the system itself.") @NonNull
        String by,

        @Description("What it did to which fields; empty for a claim that was recorded.") @NonNull
        List<@NonNull FieldChange> fields,

        @Id @Description("The claim's id.") @NonNull String claimId,

        @Description("The claim as it is now; null where it was deleted.") @Nullable
        Claim claim,

        @Description("Where to go on behind this change: to be given as `after`.") @NonNull
        String cursor) {}
