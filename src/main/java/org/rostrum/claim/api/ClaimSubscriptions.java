package org.rostrum.claim.api;

import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.actor.read.CountryCodes;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimChange;
import org.rostrum.claim.read.ClaimChangeFeed;
import org.rostrum.claim.read.ClaimFilter;
import org.rostrum.graph.request.SubscriptionSource;

/** The subscriptions to claims. */
@GraphQLApi
public class ClaimSubscriptions {

    private static final String AFTER =
            "Begin behind this cursor, with what was committed meanwhile: one that a subscription gave"
                    + " (`extensions.cursor`), or one of the list of claims ordered by UPDATED_AT, ascending. Now, where nothing is given.";

    private final ClaimChangeFeed feeds;
    private final CountryCodes countries;

    ClaimSubscriptions(ClaimChangeFeed feeds, CountryCodes countries) {
        this.feeds = feeds;
        this.countries = countries;
    }

    /** New claims. */
    @Subscription
    @NonNull
    @Description("Claims as they are recorded, once each, in the order in which they were committed.")
    public Multi<@NonNull Claim> claimRecorded(
            @Name("filter") @Description("Which claims to announce.") ClaimFilter filter,
            @Name("after") @Description(AFTER) String after) {
        return SubscriptionSource.serve(() -> feeds.recorded(ClaimFilter.visible(filter, countries), after));
    }

    /** Changes of claims. */
    @Subscription
    @NonNull
    @Description(
            "What happens to claims, in the order in which it was committed: recorded, reviewed, linked, changed, deleted.")
    public Multi<@NonNull ClaimChange> claimChanged(
            @Name("filter")
                    @Description(
                            "Which claims to announce changes of, as they are after the change; rejected ones and what was not said, too. That a claim was deleted is always told.")
                    ClaimFilter filter,
            @Name("after") @Description(AFTER) String after) {
        return SubscriptionSource.serve(() -> feeds.changed(ClaimFilter.includingHidden(filter, countries), after));
    }
}
