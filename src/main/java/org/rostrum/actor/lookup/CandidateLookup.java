package org.rostrum.actor.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.write.SurnameIndex;
import org.rostrum.store.sql.Database.Column;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/** Finds actors by what texts call them, for all mentions of a text at once. */
@ApplicationScoped
public class CandidateLookup {

  /** So many bearers of one surname are looked at. */
  private static final int MOST_NAMESAKES = 40;
  /** So many whose names sound like one of those wanted are read. */
  private static final int MOST_ALIKE = 5_000;
  /** So many countries and organisations of which an article tells office holders are looked at, so many holders of each. */
  private static final int MOST_BODIES = 60;
  private static final int MOST_HOLDERS = 60;
  /** So long before and after the days of the articles that tell of a post it is taken to have been held. */
  static final int YEARS_AROUND = 1;

  private final Database database;

  CandidateLookup(Database database) {
    this.database = database;
  }

  /** The places with names that have these keys. */
  public Map<String, List<CandidatePlace>> places(Collection<String> nameKeys) {
    Map<String, List<CandidatePlace>> places = new HashMap<>();
    if (!nameKeys.isEmpty()) {
      SqlFragment sql = SqlFragment.of("select t.name_key, t.country_id, t.seat from territory_name t where").then(SqlFragment.in("t.name_key", nameKeys));
      for (Object[] row : database.rows(sql, new Column("name_key", String.class), new Column("country_id", UUID.class), new Column("seat", Boolean.class))) {
        places.computeIfAbsent((String) row[0], name -> new ArrayList<>()).add(new CandidatePlace((UUID) row[1], (Boolean) row[2]));
      }
    }
    return places;
  }

  /** The actors of which a name or an alias has one of these keys. */
  public Map<String, Set<UUID>> named(Collection<String> nameKeys) {
    return nameKeys.isEmpty() ? Map.of() : sets(SqlFragment.of("select a.id, a.name_key as word from actor a where").then(SqlFragment.in("a.name_key", nameKeys))
        .then("union all select l.actor_id, l.alias_key from actor_alias l where").then(SqlFragment.in("l.alias_key", nameKeys)));
  }

  /**
   * Persons by a part of their names as it sounds: see {@link SurnameIndex}.
   *
   * @param isAlike whether a part of a name, the second, may be one that sounds like the first
   */
  public Map<String, Set<UUID>> sounding(Collection<String> sounds, BiPredicate<String, String> isAlike) {
    if (sounds.isEmpty()) {
      return Map.of();
    }
    Map<String, Set<UUID>> found = new HashMap<>();
    SqlFragment sql = SqlFragment.of("select n.actor_id, n.sound, n.surname from actor_surname n where").then(SqlFragment.in("n.sound", sounds)).then("limit " + MOST_ALIKE);
    for (Object[] row : database.rows(sql, new Column("actor_id", UUID.class), new Column("sound", String.class), new Column("surname", String.class))) {
      Set<UUID> alike = found.computeIfAbsent((String) row[1], sound -> new LinkedHashSet<>());
      if (alike.size() < MOST_NAMESAKES && isAlike.test((String) row[1], (String) row[2])) {
        alike.add((UUID) row[0]);
      }
    }
    return found;
  }

  /**
   * Those who hold or held posts of some kinds for a country or in an organisation.
   *
   * @param wanted the kinds of posts by the key of the country or the organisation
   * @return the actors by the same key
   */
  public Map<UUID, Set<UUID>> holders(Map<UUID, Set<String>> wanted) {
    Map<UUID, Set<UUID>> holders = new HashMap<>();
    if (wanted.isEmpty()) {
      return holders;
    }
    List<String> parts = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    wanted.entrySet().stream().limit(MOST_BODIES).forEach(body -> {
      for (String column : List.of("country_id", "organization_id")) {
        SqlFragment part = SqlFragment.of("(select f.actor_id, f." + column + " as body from affiliation f where f." + column + " = ? and", body.getKey())
            .then(SqlFragment.in("f.office", body.getValue())).then("limit " + MOST_HOLDERS + ")");
        parts.add(part.text());
        parameters.addAll(part.parameters());
      }
    });
    SqlFragment sql = new SqlFragment(String.join(" union all ", parts), parameters);
    for (Object[] row : database.rows(sql, new Column("actor_id", UUID.class), new Column("body", UUID.class))) {
      holders.computeIfAbsent((UUID) row[1], body -> new LinkedHashSet<>()).add((UUID) row[0]);
    }
    return holders;
  }

  /** What is known of actors: in two statements, however many they are. */
  public Map<UUID, CandidateActor> known(Collection<UUID> keys) {
    Map<UUID, CandidateActor> known = new HashMap<>();
    if (keys.isEmpty()) {
      return known;
    }
    // That an actor is merged is seen here: H2 would rather read the index of all that are not than the rows of these keys.
    SqlFragment names = SqlFragment.of("select a.id, a.kind, a.name, a.country_id, a.merged_into, l.alias_key from actor a left join actor_alias l on l.actor_id = a.id where")
        .then(SqlFragment.in("a.id", keys));
    for (Object[] row : database.rows(names, new Column("id", UUID.class), new Column("kind", String.class), new Column("name", String.class),
        new Column("country_id", UUID.class), new Column("alias_key", String.class), new Column("merged_into", UUID.class))) {
      if (row[5] != null) {
        continue;
      }
      CandidateActor actor = known.computeIfAbsent((UUID) row[0], key -> new CandidateActor(key, ActorType.valueOf((String) row[1]), (String) row[2], (UUID) row[3]));
      if (row[4] != null) {
        actor.names.add((String) row[4]);
      }
    }
    SqlFragment posts = SqlFragment.of("select f.actor_id, f.title, f.office, f.organization_id, f.country_id, f.from_date, f.until_date, f.attested_from, f.attested_until from affiliation f where")
        .then(SqlFragment.in("f.actor_id", keys));
    for (Object[] row : database.rows(posts, new Column("actor_id", UUID.class), new Column("title", String.class), new Column("office", String.class),
        new Column("organization_id", UUID.class), new Column("country_id", UUID.class), new Column("from_date", LocalDate.class), new Column("until_date", LocalDate.class),
        new Column("attested_from", LocalDate.class), new Column("attested_until", LocalDate.class))) {
      CandidateActor actor = known.get((UUID) row[0]);
      if (actor != null) {
        actor.posts.add(new CandidatePost((String) row[1], (String) row[2], (UUID) row[3], (UUID) row[4], (LocalDate) row[5], (LocalDate) row[6], (LocalDate) row[7], (LocalDate) row[8]));
      }
    }
    return known;
  }

  private Map<String, Set<UUID>> sets(SqlFragment sql) {
    Map<String, Set<UUID>> sets = new HashMap<>();
    for (Object[] row : database.rows(sql, new Column("word", String.class), new Column("id", UUID.class))) {
      sets.computeIfAbsent((String) row[0], word -> new LinkedHashSet<>()).add((UUID) row[1]);
    }
    return sets;
  }
}
