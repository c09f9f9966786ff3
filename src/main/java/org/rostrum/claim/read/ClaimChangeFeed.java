package org.rostrum.claim.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimChange;
import org.rostrum.connection.Cursor;
import org.rostrum.connection.KeysetOrder;
import org.rostrum.graph.request.SubscriptionSource;
import org.rostrum.history.ChangeEntry;
import org.rostrum.history.ChangeLog;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/**
 * Feeds subscriptions with the changes of claims, in the order of commits. A position is the time of a change and the
 * claim's key, which is also a position in the list of claims ordered by {@code UPDATED_AT}: a client can page through
 * that list and subscribe after its last cursor.
 */
@ApplicationScoped
public class ClaimChangeFeed {

    private static final KeysetOrder<Claim> BY_CHANGE = ClaimOrder.earliestChanged();
    /** Sorts after every key: keys are compared as unsigned numbers. */
    private static final UUID LAST_KEY = new UUID(-1, -1);

    private final Database database;
    private final ClaimRepository claims;
    private final ChangeLog history;

    ClaimChangeFeed(Database database, ClaimRepository claims, ChangeLog history) {
        this.database = database;
        this.claims = claims;
        this.history = history;
    }

    /**
     * New claims, each as a {@link Claim}.
     *
     * @param where a condition on the claim, over the alias {@code c}
     * @param after the cursor after which to begin; null for now
     */
    public SubscriptionSource recorded(SqlFragment where, @Nullable String after) {
        SqlFragment condition =
                SqlFragment.all(List.of(SqlFragment.of("h.action = 'RECORDED' and c.id is not null"), where));
        return new Feed(condition, start(after), (change, claim) -> claim);
    }

    /**
     * Changes of claims, each as a {@link ClaimChange}. A deletion passes every filter: the claim's fields are gone.
     *
     * @param where a condition on the claim as it is now, over the alias {@code c}
     * @param after the cursor after which to begin; null for now
     */
    public SubscriptionSource changed(SqlFragment where, @Nullable String after) {
        SqlFragment condition = SqlFragment.any(List.of(
                SqlFragment.of("h.action = 'DELETED'"),
                SqlFragment.all(List.of(SqlFragment.of("c.id is not null"), where))));
        return new Feed(condition, start(after), ClaimChangeFeed::change);
    }

    private record Position(Instant at, UUID key) {}

    private Position start(@Nullable String after) {
        if (after == null) {
            return new Position(history.lastDurableChange(), LAST_KEY);
        }
        Cursor cursor = Cursor.decode("after", after, ClaimRepository.ALL.name(), BY_CHANGE);
        return new Position((Instant) cursor.value(), cursor.key());
    }

    private static String cursor(ChangeEntry change) {
        return Cursor.encode(ClaimRepository.ALL.name(), BY_CHANGE, change.recordedAt, change.subjectKey);
    }

    private static Object change(ChangeEntry change, @Nullable Claim claim) {
        return new ClaimChange(
                change.action,
                change.recordedAt,
                change.changedBy,
                change.fields(),
                Claim.id(change.subjectKey),
                claim,
                cursor(change));
    }

    private final class Feed implements SubscriptionSource {
        private final SqlFragment condition;
        private final BiFunction<ChangeEntry, Claim, Object> payload;
        private Position position;

        Feed(SqlFragment condition, Position start, BiFunction<ChangeEntry, Claim, Object> payload) {
            this.condition = condition;
            this.position = start;
            this.payload = payload;
        }

        @Override
        public List<Item> next(int most) {
            List<Item> items = new ArrayList<>();
            Position before = position;
            try {
                while (items.size() < most && read(most - items.size(), items)) {
                    // A claim that was deleted in the meantime leaves a gap, after which there may be more.
                }
            } catch (RuntimeException e) {
                position = before;
                throw e;
            }
            return items;
        }

        /** Reads the next changes; whether there may be more. */
        private boolean read(int most, List<Item> items) {
            // Later commits have later times, so nothing will be added up to this one.
            Instant now = history.lastDurableChange();
            SqlFragment unread = SqlFragment.of(
                    "h.kind = 'CLAIM' and h.recorded_at >= ? and h.recorded_at <= ? and (h.recorded_at > ? or h.subject_id > ?)",
                    position.at,
                    now,
                    position.at,
                    position.key);
            List<ChangeEntry> changes = database.entities(
                    ChangeEntry.class,
                    SqlFragment.of("select {h.*} from change_entry h left join claim c on c.id = h.subject_id where")
                            .then(SqlFragment.all(List.of(unread, condition)))
                            .then("order by h.recorded_at, h.subject_id limit " + most));
            Map<UUID, Claim> changed = claims.byKeys(
                    changes.stream().map(change -> change.subjectKey).distinct().toList());
            for (ChangeEntry change : changes) {
                position = new Position(change.recordedAt, change.subjectKey);
                // Null for a new claim that was deleted since the statement before.
                Object item = payload.apply(change, changed.get(change.subjectKey));
                if (item != null) {
                    items.add(new Item(item, cursor(change)));
                }
            }
            boolean more = changes.size() == most;
            if (!more && now.isAfter(position.at)) {
                position = new Position(now, LAST_KEY);
            }
            return more;
        }
    }
}
