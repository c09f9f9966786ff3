package org.rostrum.claim.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimChange;
import org.rostrum.connection.Cursor;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.request.SubscriptionSource;
import org.rostrum.history.ChangeEntry;
import org.rostrum.history.ChangeLog;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/**
 * Reads what happened to claims, in the order in which it was committed. A place in it is the time of a change and the
 * claim's key, which is also a place in the list of claims ordered by {@code UPDATED_AT}: so a client can page through that
 * list and subscribe behind its last cursor.
 */
@ApplicationScoped
public class ClaimChangeFeed {

  private static final KeysetOrder<Claim> BY_CHANGE = ClaimOrder.earliestChanged();
  /** Behind every key: keys are compared as unsigned numbers. */
  private static final UUID LAST_KEY = new UUID(-1, -1);

  private final Database database;
  private final ClaimRepository claims;
  private final ChangeLog history;

  ClaimChangeFeed(Database database, ClaimRepository claims, ChangeLog history) {
    this.database = database;
    this.claims = claims;
    this.history = history;
  }

  /** Claims as they are recorded. */
  public SubscriptionSource recorded(SqlFragment where, String after) {
    SqlFragment wanted = SqlFragment.all(List.of(SqlFragment.of("h.action = 'RECORDED' and c.id is not null"), where));
    return new Reading(wanted, start(after), (change, claim) -> claim);
  }

  /** Changes of claims; that one was deleted is told to everybody, since its fields are gone. */
  public SubscriptionSource changed(SqlFragment where, String after) {
    SqlFragment wanted = SqlFragment.any(List.of(SqlFragment.of("h.action = 'DELETED'"), SqlFragment.all(List.of(SqlFragment.of("c.id is not null"), where))));
    return new Reading(wanted, start(after), ClaimChangeFeed::change);
  }

  private record Place(Instant at, UUID key) {}

  private Place start(String after) {
    if (after == null) {
      return new Place(history.lastDurableChange(), LAST_KEY);
    }
    Cursor cursor = Cursor.decode("after", after, ClaimRepository.ALL.name(), BY_CHANGE);
    return new Place((Instant) cursor.value(), cursor.key());
  }

  private static String cursor(ChangeEntry change) {
    return Cursor.encode(ClaimRepository.ALL.name(), BY_CHANGE, change.recordedAt, change.subjectKey);
  }

  private static Object change(ChangeEntry change, Claim claim) {
    return new ClaimChange(change.action, change.recordedAt, change.changedBy, change.fields(),
        new TypeId(Claim.PREFIX, change.subjectKey).toString(), claim, cursor(change));
  }

  private final class Reading implements SubscriptionSource {
    private final SqlFragment where;
    private final BiFunction<ChangeEntry, Claim, Object> event;
    private Place last;

    Reading(SqlFragment where, Place start, BiFunction<ChangeEntry, Claim, Object> event) {
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
      SqlFragment behind = SqlFragment.of("h.kind = 'CLAIM' and h.recorded_at >= ? and h.recorded_at <= ? and (h.recorded_at > ? or h.subject_id > ?)",
          last.at, now, last.at, last.key);
      List<ChangeEntry> changes = database.records(ChangeEntry.class,
          SqlFragment.of("select {h.*} from change_entry h left join claim c on c.id = h.subject_id where").then(SqlFragment.all(List.of(behind, where)))
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
