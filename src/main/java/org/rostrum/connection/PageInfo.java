package org.rostrum.connection;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A page's position in its list, as defined by the Relay cursor connections specification. */
@Description("Where a page stands in its list.")
public record PageInfo(
        @Description("Whether there is more after this page.") @NonNull
        Boolean hasNextPage,

        @Description("Whether there is more before this page.") @NonNull
        Boolean hasPreviousPage,

        @Description("The cursor of the first item, null on an empty page.") @Nullable
        String startCursor,

        @Description("The cursor of the last item, null on an empty page.") @Nullable
        String endCursor) {}
