package org.rostrum.history;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;
import org.rostrum.store.tx.BeforeCommit;
import org.rostrum.store.tx.TransactionRunner;

/**
 * Records who changed what. Whoever changes a record notes that here in the same transaction; before the commit one
 * {@link ChangeEntry} is written for each changed record, and the record gets the time of the change.
 *
 * <p>The times of changes follow the order of commits: a transaction locks the row of the table {@code change_clock} as
 * its last step and holds it until it is committed. A reader that has seen all changes up to a time has therefore
 * missed none, be it a subscription that resumes after a cursor or a client that filters by {@code updatedSince}.
 */
@ApplicationScoped
public class ChangeLog {

    /** The most keys in one statement. */
    private static final int CHUNK = 500;

    private static final int LAST = 10_000;
    private static final int FIRST = 1;

    private final Pending pending;
    private final EntityManager entities;
    private final Database database;
    /** The time of the last change on H2 that is on the disk: no other process uses the same H2 database. */
    private final AtomicReference<Instant> durable = new AtomicReference<>(Instant.EPOCH);

    ChangeLog(Pending pending, EntityManager entities, Database database) {
        this.pending = pending;
        this.entities = entities;
        this.database = database;
    }

    /** The changes of the running transaction. */
    @TransactionScoped
    static class Pending implements Serializable {
        private final transient Map<SubjectType, Map<UUID, PendingChange>> changes = new LinkedHashMap<>();
        /** The time of changes that are not noted; null for none. */
        private transient @Nullable Instant unnotedAt;

        Map<SubjectType, Map<UUID, PendingChange>> changes() {
            return changes;
        }

        @Nullable
        Instant unnotedAt() {
            return unnotedAt;
        }

        void unnotedAt(Instant time) {
            unnotedAt = time;
        }
    }

    private record PendingChange(ChangeAction action, List<FieldChange> fields) {}

    /** Notes that a record is new. */
    public void recorded(SubjectType kind, UUID key) {
        note(kind, key, ChangeAction.RECORDED, List.of());
    }

    /** Notes what was done to a record, and to which of its fields. */
    public void note(SubjectType kind, UUID key, ChangeAction action, FieldChange... fields) {
        note(kind, key, action, List.of(fields));
    }

    /**
     * Notes what was done to a record.
     *
     * @param before the fields' values before, by name
     * @param after the values after; fields with an equal value are left out
     */
    public void note(SubjectType kind, UUID key, ChangeAction action, Map<String, ?> before, Map<String, ?> after) {
        List<FieldChange> fields = new ArrayList<>();
        after.forEach((field, value) -> {
            Object old = before.get(field);
            if (!Objects.equals(old, value)) {
                fields.add(new FieldChange(
                        field, old == null ? null : old.toString(), value == null ? null : value.toString()));
            }
        });
        note(kind, key, action, fields);
    }

    private void note(SubjectType kind, UUID key, ChangeAction action, List<FieldChange> fields) {
        pending.changes()
                .computeIfAbsent(kind, k -> new LinkedHashMap<>())
                .merge(key, new PendingChange(action, fields), ChangeLog::merge);
    }

    /**
     * A new record has no earlier values, so it stays RECORDED; else the first specific action names the change and its
     * fields add up.
     */
    private static PendingChange merge(PendingChange first, PendingChange next) {
        if (next.action == ChangeAction.DELETED) {
            return next;
        }
        if (first.action == ChangeAction.RECORDED) {
            return first;
        }
        List<FieldChange> fields = new ArrayList<>(first.fields);
        fields.addAll(next.fields);
        return new PendingChange(first.action == ChangeAction.UPDATED ? next.action : first.action, fields);
    }

    /** The time of the last committed change. */
    public Instant lastChange() {
        return database.rows(
                        SqlFragment.of("select c.last_change from change_clock c where c.id = 1"),
                        row -> Objects.requireNonNull(row.instant("last_change"), "the column is not null"))
                .get(0);
    }

    /**
     * Advances the clock at the end of a transaction whose changes are not noted, such as the load of reference data:
     * they count as made at the new {@link #lastChange()}.
     */
    public void advanceClock() {
        entities.flush();
        pending.unnotedAt(tick());
    }

    void onStart(@Observes StartupEvent start) {
        durable.accumulateAndGet(lastChange(), ChangeLog::later);
    }

    /** Runs before subscribers are woken: they read this time. */
    void onDurable(@Observes @Priority(FIRST) TransactionRunner.Durable change) {
        if (change.changedAt() != null) {
            durable.accumulateAndGet(change.changedAt(), ChangeLog::later);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * The time up to which every committed change is on the disk. On H2 a commit is visible before that, and a crash
     * may still undo it, so subscribers must not hear of it yet. PostgreSQL makes a commit visible only once it is on
     * the disk.
     */
    public Instant lastDurableChange() {
        return database.isPostgres() ? lastChange() : Objects.requireNonNull(durable.get(), "it begins with the epoch");
    }

    /** Runs after every other observer that writes: once the clock is locked, no other change can be committed. */
    void onEnding(@Observes @Priority(LAST) BeforeCommit end) {
        if (pending.changes().isEmpty()) {
            end.changedAt(pending.unnotedAt());
            return;
        }
        entities.flush();
        // The rows are locked before the clock, and those of one table in the order of their keys, against deadlocks.
        pending.changes()
                .forEach((kind, changes) -> chunks(keys(changes, false)).forEach(keys -> lock(kind, keys)));
        Instant at = tick();
        end.changedAt(at);
        String by = RequestContext.writer();
        pending.changes().forEach((kind, changes) -> {
            chunks(keys(changes, true)).forEach(keys -> stamp(kind, "recorded_at = :at, updated_at", keys, at));
            chunks(keys(changes, false)).forEach(keys -> stamp(kind, "updated_at", keys, at));
            changes.forEach((key, change) -> ChangeEntry.of(kind, key, change.action, change.fields, by, at)
                    .persist());
        });
        entities.flush();
        if (database.isPostgres()) {
            // PostgreSQL's own function, which JPA does not have.
            entities.createNativeQuery("select cast(pg_notify('" + ChangeNotifier.CHANNEL + "', '') as varchar)")
                    .getResultList();
        }
    }

    /** The keys of the new records, or those of the others. */
    private static List<UUID> keys(Map<UUID, PendingChange> changes, boolean isNew) {
        return changes.entrySet().stream()
                .filter(change -> (change.getValue().action == ChangeAction.RECORDED) == isNew)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void lock(SubjectType kind, List<UUID> keys) {
        // A native query, since JPA has no "for no key update". A foreign key to a row shares its key on PostgreSQL,
        // which conflicts with
        // "for update": two writers whose records refer to each other's would deadlock.
        String lock = database.isPostgres() ? " for no key update" : " for update";
        entities.createNativeQuery(
                        "select id from " + kind.table() + " where id in (:keys) order by id" + lock, UUID.class)
                .setParameter("keys", keys)
                .getResultList();
    }

    /**
     * A native query, since {@code recorded_at} is not updatable in JPA and the room's tables are known by name only.
     */
    private void stamp(SubjectType kind, String columns, List<UUID> keys, Instant at) {
        entities.createNativeQuery("update " + kind.table() + " set " + columns + " = :at where id in (:keys)")
                .setParameter("at", at)
                .setParameter("keys", keys)
                .executeUpdate();
    }

    /**
     * Locks the clock and advances it: to now, or to one microsecond after the last change where the clocks of several
     * servers disagree. Native queries, since the clock's row is not an entity and must be locked and updated without
     * passing through the persistence context.
     */
    private Instant tick() {
        Instant last = (Instant) entities.createNativeQuery(
                        "select last_change from change_clock where id = 1 for update", Instant.class)
                .getSingleResult();
        Instant now = BaseEntity.now();
        Instant at = now.isAfter(last) ? now : last.plusNanos(1_000);
        entities.createNativeQuery("update change_clock set last_change = :at where id = 1")
                .setParameter("at", at)
                .executeUpdate();
        return at;
    }

    private static Collection<List<UUID>> chunks(Collection<UUID> keys) {
        List<UUID> sorted = keys.stream().sorted().toList();
        Map<Integer, List<UUID>> chunks = new LinkedHashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            chunks.computeIfAbsent(i / CHUNK, c -> new ArrayList<>()).add(sorted.get(i));
        }
        return chunks.values();
    }
}
