package org.rostrum.actor.read;

import java.time.LocalDate;
import org.rostrum.actor.Affiliation;
import org.rostrum.connection.ConnectionQuery;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.connection.OrderDirection;

/** The lists of posts. */
public final class AffiliationListings {

    public static final ConnectionQuery<Affiliation> OF_ORGANIZATION =
            ConnectionQuery.of("Organization.members", Affiliation.class, "affiliation", "f", "", "f.organization_id");
    public static final ConnectionQuery<Affiliation> OF_COUNTRY =
            ConnectionQuery.of("Country.officeHolders", Affiliation.class, "affiliation", "f", "", "f.country_id");

    /** The post that began last first. */
    public static final KeysetOrder<Affiliation> LATEST_FIRST =
            new KeysetOrder<>("FROM", "f.from_order", LocalDate.class, post -> post.fromOrder, OrderDirection.DESC);

    private AffiliationListings() {}
}
