package org.rostrum.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.rostrum.graph.Asked;
import org.rostrum.graph.Listing;
import org.rostrum.graph.Lists;
import org.rostrum.graph.Order;
import org.rostrum.graph.OrderDirection;
import org.rostrum.graph.PageArgs;
import org.rostrum.graph.Persisted;
import org.rostrum.graph.Sql;

/** Reads the histories of things. */
@ApplicationScoped
public class Histories {

  private static final Listing<ChangeEntry> OF_THING =
      Listing.of("history", ChangeEntry.class, "change_entry", "h", "", "h.subject_id");
  private static final Order<ChangeEntry> LATEST_FIRST =
      new Order<>("AT", "h.recorded_at", Instant.class, entry -> entry.recordedAt, OrderDirection.DESC);

  private final Lists lists;

  Histories(Lists lists) {
    this.lists = lists;
  }

  /** A page of each thing's history, the latest change first. */
  public List<ChangeConnection> of(List<? extends Persisted> things, PageArgs page) {
    return lists.nested(OF_THING, things, page, Sql.TRUE, LATEST_FIRST, Asked.ALL,
        entries -> new ChangeConnection(entries.map(Change::of)));
  }
}
