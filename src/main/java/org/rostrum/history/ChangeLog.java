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
import org.rostrum.graph.request.RequestContext;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;
import org.rostrum.store.tx.BeforeCommit;
import org.rostrum.store.tx.TransactionRunner;

/**
 * Keeps what was done to which thing by whom. Whoever changes something notes it here, in the same transaction; at the
 * transaction's end the entries are written and the changed things get the time of the change.
 *
 * <p>That time follows the order of commits: a transaction takes the clock's row last and keeps it until it is committed. So
 * one who has read all changes up to a time has missed none, be it a subscription that goes on after a cursor or a client
 * that asks for what was {@code updatedSince}.
 */
@ApplicationScoped
public class ChangeLog {

  /** Keys in one statement. */
  private static final int CHUNK = 500;
  private static final int LAST = 10_000;
  private static final int FIRST = 1;

  private final Pending pending;
  private final EntityManager entities;
  private final Database database;
  /** Of this server; no other uses the same H2 database. */
  private final AtomicReference<Instant> durable = new AtomicReference<>(Instant.EPOCH);

  ChangeLog(Pending pending, EntityManager entities, Database database) {
    this.pending = pending;
    this.entities = entities;
    this.database = database;
  }

  /** What the running transaction did so far. */
  @TransactionScoped
  static class Pending implements Serializable {
    private final transient Map<SubjectType, Map<UUID, Noted>> things = new LinkedHashMap<>();
    /** The time of the change, where it is known already. */
    private transient Instant at;

    Map<SubjectType, Map<UUID, Noted>> things() {
      return things;
    }

    Instant at() {
      return at;
    }

    void at(Instant time) {
      at = time;
    }
  }

  private record Noted(ChangeAction action, List<FieldChange> fields) {}

  /** Notes that a thing was recorded. */
  public void recorded(SubjectType kind, UUID key) {
    note(kind, key, ChangeAction.RECORDED, List.of());
  }

  /** Notes what was done to a thing. */
  public void note(SubjectType kind, UUID key, ChangeAction action, FieldChange... fields) {
    note(kind, key, action, List.of(fields));
  }

  /** Notes what was done to a thing, by the values of its fields before and after. */
  public void note(SubjectType kind, UUID key, ChangeAction action, Map<String, ?> before, Map<String, ?> after) {
    List<FieldChange> fields = new ArrayList<>();
    after.forEach((field, value) -> {
      Object old = before.get(field);
      if (!Objects.equals(old, value)) {
        fields.add(new FieldChange(field, old == null ? null : old.toString(), value == null ? null : value.toString()));
      }
    });
    note(kind, key, action, fields);
  }

  private void note(SubjectType kind, UUID key, ChangeAction action, List<FieldChange> fields) {
    pending.things().computeIfAbsent(kind, k -> new LinkedHashMap<>())
        .merge(key, new Noted(action, fields), ChangeLog::together);
  }

  /** A thing that was recorded has no field that was other before; else the first thing that was done gives the name. */
  private static Noted together(Noted first, Noted then) {
    if (then.action == ChangeAction.DELETED) {
      return then;
    }
    if (first.action == ChangeAction.RECORDED) {
      return first;
    }
    List<FieldChange> fields = new ArrayList<>(first.fields);
    fields.addAll(then.fields);
    return new Noted(first.action == ChangeAction.UPDATED ? then.action : first.action, fields);
  }

  /** The time of the last change that was committed. */
  public Instant lastChange() {
    return database.rows(SqlFragment.of("select c.last_change from change_clock c where c.id = 1"), row -> row.instant("last_change")).get(0);
  }

  /**
   * To be called at the end of a transaction that recorded things without noting them, as reference data: from then on they count as
   * changed before {@link #lastChange()}.
   */
  public void passUnnoted() {
    entities.flush();
    pending.at(tick());
  }

  void onStart(@Observes StartupEvent start) {
    durable.accumulateAndGet(lastChange(), ChangeLog::later);
  }

  /** Before anybody is woken, who would ask for it. */
  void onDurable(@Observes @Priority(FIRST) TransactionRunner.Durable change) {
    if (change.changedAt() != null) {
      durable.accumulateAndGet(change.changedAt(), ChangeLog::later);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * Up to when everything that was committed is also on the disk. What a commit shows before it is there may be gone after a crash: who
   * was told of it was told wrongly. PostgreSQL shows nothing before.
   */
  public Instant lastDurableChange() {
    return database.isPostgres() ? lastChange() : durable.get();
  }

  /** Behind all others who have something left to write: from the clock on, no other change can end. */
  void onEnding(@Observes @Priority(LAST) BeforeCommit end) {
    if (pending.things().isEmpty()) {
      end.changedAt(pending.at());
      return;
    }
    entities.flush();
    // Rows first, always in the same order, then the clock: so no two transactions wait for each other.
    pending.things().forEach((kind, things) -> chunks(of(things, false)).forEach(keys -> lock(kind, keys)));
    Instant at = tick();
    end.changedAt(at);
    String by = RequestContext.writer();
    pending.things().forEach((kind, things) -> {
      chunks(of(things, true)).forEach(keys -> stamp(kind, "recorded_at = :at, updated_at", keys, at));
      chunks(of(things, false)).forEach(keys -> stamp(kind, "updated_at", keys, at));
      things.forEach((key, noted) -> ChangeEntry.of(kind, key, noted.action, noted.fields, by, at).persist());
    });
    entities.flush();
    if (database.isPostgres()) {
      entities.createNativeQuery("select cast(pg_notify('" + ChangeNotifier.CHANNEL + "', '') as varchar)").getResultList();
    }
  }

  /** The things that this transaction recorded, or the others. */
  private static List<UUID> of(Map<UUID, Noted> things, boolean recorded) {
    return things.entrySet().stream().filter(thing -> (thing.getValue().action == ChangeAction.RECORDED) == recorded).map(Map.Entry::getKey).toList();
  }

  private void lock(SubjectType kind, List<UUID> keys) {
    // What refers to a row keeps it from being deleted, not from being changed: with "for update" two writers whose records refer to each
    // other's would wait for each other on PostgreSQL.
    String lock = database.isPostgres() ? " for no key update" : " for update";
    entities.createNativeQuery("select id from " + kind.table() + " where id in (:keys) order by id" + lock, UUID.class)
        .setParameter("keys", keys).getResultList();
  }

  private void stamp(SubjectType kind, String columns, List<UUID> keys, Instant at) {
    entities.createNativeQuery("update " + kind.table() + " set " + columns + " = :at where id in (:keys)")
        .setParameter("at", at).setParameter("keys", keys).executeUpdate();
  }

  /** The time of this change: now, or just behind the last change where the clocks of several machines disagree. */
  private Instant tick() {
    Instant last = (Instant) entities.createNativeQuery("select last_change from change_clock where id = 1 for update", Instant.class)
        .getSingleResult();
    Instant now = BaseEntity.now();
    Instant at = now.isAfter(last) ? now : last.plusNanos(1_000);
    entities.createNativeQuery("update change_clock set last_change = :at where id = 1").setParameter("at", at).executeUpdate();
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
