package org.rostrum.graph.error;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An error in a mutation's input. A mutation with errors changes nothing. */
@Description("A mistake in a mutation's input. Where there is one, nothing was changed.")
public record UserError(
        @Description("What kind of mistake it is.") @NonNull UserErrorCode code,

        @Description("What is wrong and what would be right, for people.") @NonNull
        String message,

        @Description("Where in the input the mistake is, from the argument down.") @NonNull
        List<@NonNull String> path) {}
