package org.rostrum.actor.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rostrum.actor.ActorAlias;
import org.rostrum.actor.ActorEntity;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.FieldChange;
import org.rostrum.history.SubjectType;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/**
 * Makes one actor of two, and two of one again: what a merge moves is kept, so that taking it back moves just that. Runs in its
 * caller's transaction.
 */
@ApplicationScoped
class ActorMerger {

  private static final int CHUNK = 500;
  /** Parts that both actors have in one event. */
  private static final String LOST = """
      from event_participant where actor_id = :gone and exists (select 1 from event_participant o
        where o.event_id = event_participant.event_id and o.role = event_participant.role and o.actor_id = :stays)""";

  private final EntityManager entities;
  private final Database database;
  private final ChangeLog history;

  ActorMerger(EntityManager entities, Database database, ChangeLog history) {
    this.entities = entities;
    this.database = database;
    this.history = history;
  }

  /** Moves all that one actor has to another. */
  void merge(ActorEntity gone, ActorEntity stays) {
    entities.flush();
    List<?> lost = entities.createNativeQuery("select cast(event_id as varchar) || ' ' || role " + LOST, String.class)
        .setParameter("gone", gone.key).setParameter("stays", stays.key).getResultList();
    lost.forEach(part -> keep(gone, stays, MergedReference.PART_LOST, gone.key, (String) part));
    entities.createNativeQuery("delete " + LOST)
        .setParameter("gone", gone.key).setParameter("stays", stays.key).executeUpdate();
    for (MergedReference moved : MergedReference.values()) {
      List<UUID> rows = entities.createQuery(moved.select(), UUID.class).setParameter("actor", gone.key).getResultList();
      rows.forEach(row -> keep(gone, stays, moved.name(), row, null));
      move(moved, rows, gone, stays);
    }
    names(gone, stays);
    gone.mergedInto = stays.key;
    history.note(SubjectType.ACTOR, gone.key, ChangeAction.MERGED, new FieldChange("mergedInto", null, stays.getId()));
  }

  private void names(ActorEntity gone, ActorEntity stays) {
    Set<String> names = new LinkedHashSet<>(List.of(gone.name));
    ActorAlias.<ActorAlias>list("actorKey", gone.key).forEach(alias -> {
      names.add(alias.alias);
      keep(gone, stays, MergedReference.ALIAS, gone.key, alias.alias);
    });
    names.remove(stays.name);
    ActorAlias.<ActorAlias>list("actorKey", stays.key).forEach(alias -> names.remove(alias.alias));
    ActorAlias.delete("actorKey", gone.key);
    names.forEach(name -> {
      ActorAlias.of(stays.key, name).persist();
      keep(gone, stays, MergedReference.NAME, gone.key, name);
    });
    if (stays.wikidataId == null && gone.wikidataId != null) {
      stays.wikidataId = gone.wikidataId;
      keep(gone, stays, MergedReference.ITEM, gone.key, gone.wikidataId);
    }
    if (stays.countryKey == null && gone.countryKey != null) {
      stays.countryKey = gone.countryKey;
      keep(gone, stays, MergedReference.COUNTRY, gone.countryKey, null);
    }
  }

  /** Gives an actor that was merged back what the merge moved and is still there. */
  void undo(ActorEntity gone, ActorEntity stays) {
    entities.flush();
    Map<MergedReference, List<UUID>> rows = new EnumMap<>(MergedReference.class);
    List<String[]> others = new ArrayList<>();
    SqlFragment kept = SqlFragment.of("select m.what, m.row_id, m.detail from actor_merge_move m where m.gone_id = ?", gone.key);
    database.forEachRow(kept, row -> {
      String what = row.text("what");
      String detail = row.text("detail");
      if (detail != null || what.equals(MergedReference.COUNTRY)) {
        others.add(new String[] {what, String.valueOf(row.uuid("row_id")), detail});
      } else {
        rows.computeIfAbsent(MergedReference.valueOf(what), key -> new ArrayList<>()).add(row.uuid("row_id"));
      }
    });
    rows.forEach((moved, keys) -> move(moved, keys, stays, gone));
    others.forEach(other -> restore(gone, stays, other[0], UUID.fromString(other[1]), other[2]));
    gone.mergedInto = null;
    entities.createNativeQuery("delete from actor_merge_move where gone_id = ?").setParameter(1, gone.key).executeUpdate();
    history.note(SubjectType.ACTOR, gone.key, ChangeAction.UPDATED, new FieldChange("mergedInto", stays.getId(), null));
  }

  private void restore(ActorEntity gone, ActorEntity stays, String what, UUID row, String detail) {
    switch (what) {
      case MergedReference.ALIAS -> ActorAlias.of(gone.key, detail).persist();
      case MergedReference.NAME -> ActorAlias.delete("actorKey = ?1 and alias = ?2", stays.key, detail);
      case MergedReference.ITEM -> stays.wikidataId = detail.equals(stays.wikidataId) ? null : stays.wikidataId;
      case MergedReference.COUNTRY -> stays.countryKey = row.equals(stays.countryKey) ? null : stays.countryKey;
      default -> {
        String[] part = detail.split(" ");
        entities.createNativeQuery("insert into event_participant (id, event_id, actor_id, role, recorded_at, updated_at) "
                + "select ?, e.id, ?, ?, e.recorded_at, e.updated_at from event e where e.id = ?")
            .setParameter(1, BaseEntity.newKey()).setParameter(2, gone.key).setParameter(3, part[1]).setParameter(4, UUID.fromString(part[0])).executeUpdate();
        history.note(SubjectType.EVENT, UUID.fromString(part[0]), ChangeAction.UPDATED, new FieldChange("participants", null, part[1] + " " + gone.getId()));
      }
    }
  }

  private void move(MergedReference moved, List<UUID> rows, ActorEntity from, ActorEntity to) {
    for (int at = 0; at < rows.size(); at += CHUNK) {
      List<UUID> chunk = rows.subList(at, Math.min(rows.size(), at + CHUNK));
      note(moved, chunk, from, to);
      entities.createQuery(moved.update()).setParameter("rows", chunk).setParameter("from", from.key).setParameter("to", to.key).executeUpdate();
    }
  }

  private void note(MergedReference moved, List<UUID> rows, ActorEntity from, ActorEntity to) {
    switch (moved) {
      case SPEAKER, ADDRESSEE -> {
        String field = moved == MergedReference.SPEAKER ? "speaker" : "addressee";
        entities.createQuery("select key from Claim where key in (:rows) and " + field + "Key = :from", UUID.class).setParameter("rows", rows).setParameter("from", from.key)
            .getResultList().forEach(claim -> history.note(SubjectType.CLAIM, claim, ChangeAction.UPDATED, new FieldChange(field, from.getId(), to.getId())));
      }
      case PART -> entities.createQuery("select distinct eventKey from Participant where key in (:rows) and actorKey = :from", UUID.class)
          .setParameter("rows", rows).setParameter("from", from.key).getResultList()
          .forEach(event -> history.note(SubjectType.EVENT, event, ChangeAction.UPDATED, new FieldChange("participants", from.getId(), to.getId())));
      default -> { }
    }
  }

  private void keep(ActorEntity gone, ActorEntity stays, String what, UUID row, String detail) {
    entities.createNativeQuery("insert into actor_merge_move (id, gone_id, stays_id, what, row_id, detail) values (?, ?, ?, ?, ?, ?)")
        .setParameter(1, BaseEntity.newKey()).setParameter(2, gone.key).setParameter(3, stays.key).setParameter(4, what).setParameter(5, row)
        .setParameter(6, detail).executeUpdate();
  }
}
