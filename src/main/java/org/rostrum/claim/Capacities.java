package org.rostrum.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rostrum.actor.ActorChanged;
import org.rostrum.actor.ActorRecord;
import org.rostrum.actor.Actors;
import org.rostrum.actor.Affiliation;
import org.rostrum.graph.Database;
import org.rostrum.graph.Database.Column;
import org.rostrum.graph.Sql;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.Kind;

/**
 * Keeps in each claim the post in which it was said and the country that it was said for. Both follow from the speaker's
 * posts and the day of the saying, or the day of publication where that is not known: the post that began last among those
 * held on that day, and its country; without a post, the speaker's own country, else the one that the words of the mention tell ("a
 * Polish diplomat"). They are kept because lists filter by them.
 */
@ApplicationScoped
public class Capacities {

  private static final String DERIVED = ("""
      select n.id, n.old_capacity, n.old_country, n.capacity,
        case when n.kind = 'COUNTRY' then n.speaker_id
             when n.speaker_id is null then n.told_country_id
             when n.capacity is not null then (select f.country_id from affiliation f where f.id = n.capacity)
             else coalesce(n.own_country, n.told_country_id) end as country
      from (
        select c.id, c.capacity_id as old_capacity, c.country_id as old_country, c.speaker_id, c.told_country_id, s.kind, s.country_id as own_country,
          (select f.id from affiliation f
           where f.actor_id = c.speaker_id and %s
           order by f.from_order desc, f.id desc limit 1) as capacity
        from claim c join article a on a.id = c.article_id left join actor s on s.id = c.speaker_id
        where""").formatted(Actors.held("f", "coalesce(c.said_on, cast(a.published_at as date))"));

  private final Database database;
  private final EntityManager entities;
  private final ChangeLog history;

  Capacities(Database database, EntityManager entities, ChangeLog history) {
    this.database = database;
    this.entities = entities;
    this.history = history;
  }

  /** Brings claims up to date inside the running transaction. */
  void refresh(Collection<UUID> claims) {
    refresh(Sql.in("c.id", claims));
  }

  void on(@Observes ActorChanged change) {
    refresh(Sql.in("c.speaker_id", change.actors()));
  }

  private void refresh(Sql which) {
    entities.flush();
    for (Object[] row : database.rows(Sql.of(DERIVED).then(which).then(") n"), key("id"), key("old_capacity"), key("old_country"),
        key("capacity"), key("country"))) {
      if (Objects.equals(row[1], row[3]) && Objects.equals(row[2], row[4])) {
        continue;
      }
      entities.createQuery("update Claim set capacityKey = :capacity, countryKey = :country where key = :claim")
          .setParameter("capacity", row[3]).setParameter("country", row[4])
          .setParameter("claim", row[0]).executeUpdate();
      history.note(Kind.CLAIM, (UUID) row[0], ChangeAction.UPDATED, fields((UUID) row[1], (UUID) row[2]), fields((UUID) row[3], (UUID) row[4]));
    }
  }

  private static Map<String, Object> fields(UUID capacity, UUID country) {
    Affiliation post = capacity == null ? null : Affiliation.findById(capacity);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("capacity", post == null ? null : post.words());
    fields.put("country", ActorRecord.id(country));
    return fields;
  }

  private static Column key(String name) {
    return new Column(name, UUID.class);
  }
}
