package org.rostrum.actor;

import java.time.LocalDate;
import org.rostrum.graph.ConnectionQuery;
import org.rostrum.graph.KeysetOrder;
import org.rostrum.graph.OrderDirection;

/** The lists of posts. */
final class AffiliationListings {

  static final ConnectionQuery<Affiliation> OF_ORGANIZATION =
      ConnectionQuery.of("Organization.members", Affiliation.class, "affiliation", "f", "", "f.organization_id");
  static final ConnectionQuery<Affiliation> OF_COUNTRY =
      ConnectionQuery.of("Country.officeHolders", Affiliation.class, "affiliation", "f", "", "f.country_id");

  /** The post that began last first. */
  static final KeysetOrder<Affiliation> LATEST_FIRST =
      new KeysetOrder<>("FROM", "f.from_order", LocalDate.class, post -> post.fromOrder, OrderDirection.DESC);

  private AffiliationListings() {}
}
