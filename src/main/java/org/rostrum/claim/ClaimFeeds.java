package org.rostrum.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.rostrum.graph.Cursor;
import org.rostrum.graph.Database;
import org.rostrum.graph.Feed;
import org.rostrum.graph.Order;
import org.rostrum.graph.Sql;
import org.rostrum.graph.TypeId;
import org.rostrum.history.ChangeEntry;
import org.rostrum.history.ChangeLog;

/**
 * Reads what happened to claims, in the order in which it was committed. A place in it is the time of a change and the
 * claim's key, which is also a place in the list of claims ordered by {@code UPDATED_AT}: so a client can page through that
 * list and subscribe behind its last cursor.
 */
@ApplicationScoped
class ClaimFeeds {

  private static final Order<Claim> BY_CHANGE = ClaimOrder.earliestChanged();
  /** Behind every key: keys are compared as unsigned numbers. */
  private static final UUID LAST_KEY = new UUID(-1, -1);

  private final Database database;
  private final Claims claims;
  private final ChangeLog history;

  ClaimFeeds(Database database, Claims claims, ChangeLog history) {
    this.database = database;
    this.claims = claims;
    this.history = history;
  }

  /** Claims as they are recorded. */
  Feed recorded(Sql where, String after) {
    Sql wanted = Sql.all(List.of(Sql.of("h.action = 'RECORDED' and c.id is not null"), where));
    return new Reading(wanted, start(after), (change, claim) -> claim);
  }

  /** Changes of claims; that one was deleted is told to everybody, since its fields are gone. */
  Feed changed(Sql where, String after) {
    Sql wanted = Sql.any(List.of(Sql.of("h.action = 'DELETED'"), Sql.all(List.of(Sql.of("c.id is not null"), where))));
    return new Reading(wanted, start(after), ClaimFeeds::change);
  }

  private record Place(Instant at, UUID key) {}

  private Place start(String after) {
    if (after == null) {
      return new Place(history.lastDurableChange(), LAST_KEY);
    }
    Cursor cursor = Cursor.decode("after", after, Claims.ALL.name(), BY_CHANGE);
    return new Place((Instant) cursor.value(), cursor.key());
  }

  private static String cursor(ChangeEntry change) {
    return Cursor.encode(Claims.ALL.name(), BY_CHANGE, change.recordedAt, change.subjectKey);
  }

  private static Object change(ChangeEntry change, Claim claim) {
    return new ClaimChange(change.action, change.recordedAt, change.changedBy, change.fields(),
        new TypeId(Claim.PREFIX, change.subjectKey).toString(), claim, cursor(change));
  }

  private final class Reading implements Feed {
    private final Sql where;
    private final BiFunction<ChangeEntry, Claim, Object> event;
    private Place last;

    Reading(Sql where, Place start, BiFunction<ChangeEntry, Claim, Object> event) {
      this.where = where;
      this.last = start;
      this.event = event;
    }

    @Override
    public List<Item> next(int most) {
      List<Item> items = new ArrayList<>();
      Place before = last;
      try {
        while (items.size() < most && read(most - items.size(), items)) {
          // A claim that was deleted meanwhile leaves a gap, behind which there is more.
        }
      } catch (RuntimeException e) {
        last = before;
        throw e;
      }
      return items;
    }

    /** Reads on; whether there may be more. */
    private boolean read(int most, List<Item> items) {
      // What is committed later than this time has a later one: so up to it nothing will come any more.
      Instant now = history.lastDurableChange();
      Sql behind = Sql.of("h.kind = 'CLAIM' and h.recorded_at >= ? and h.recorded_at <= ? and (h.recorded_at > ? or h.subject_id > ?)",
          last.at, now, last.at, last.key);
      List<ChangeEntry> changes = database.records(ChangeEntry.class,
          Sql.of("select {h.*} from change_entry h left join claim c on c.id = h.subject_id where").then(Sql.all(List.of(behind, where)))
              .then("order by h.recorded_at, h.subject_id limit " + most));
      Map<UUID, Claim> found = claims.byKeys(changes.stream().map(change -> change.subjectKey).distinct().toList());
      for (ChangeEntry change : changes) {
        last = new Place(change.recordedAt, change.subjectKey);
        Object one = event.apply(change, found.get(change.subjectKey));
        // Null for a claim that was deleted since the statement before.
        if (one != null) {
          items.add(new Item(one, cursor(change)));
        }
      }
      boolean more = changes.size() == most;
      if (!more && now.isAfter(last.at)) {
        last = new Place(now, LAST_KEY);
      }
      return more;
    }
  }
}
