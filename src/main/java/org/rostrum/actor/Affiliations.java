package org.rostrum.actor;

import java.time.LocalDate;
import org.rostrum.graph.Listing;
import org.rostrum.graph.Order;
import org.rostrum.graph.OrderDirection;

/** The lists of posts. */
final class Affiliations {

  static final Listing<Affiliation> OF_ORGANIZATION =
      Listing.of("Organization.members", Affiliation.class, "affiliation", "f", "", "f.organization_id");
  static final Listing<Affiliation> OF_COUNTRY =
      Listing.of("Country.officeHolders", Affiliation.class, "affiliation", "f", "", "f.country_id");

  /** The post that began last first. */
  static final Order<Affiliation> LATEST_FIRST =
      new Order<>("FROM", "f.from_order", LocalDate.class, post -> post.fromOrder, OrderDirection.DESC);

  private Affiliations() {}
}
