package org.rostrum.actor.lookup;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/**
 * Finds candidates for mentions: actors by their names, sounds of surnames and posts, for all mentions of a text at
 * once.
 */
@ApplicationScoped
public class CandidateLookup {

    /** Namesakes that are returned for one sound. */
    private static final int MAX_NAMESAKES = 40;
    /** Rows of the surname index that are read for all sounds of a text. */
    private static final int MAX_SIMILAR = 5_000;
    /** Countries and organisations whose office holders are looked up, and holders that are returned for each. */
    private static final int MAX_BODIES = 60;

    private static final int MAX_HOLDERS = 60;

    private final Database database;

    CandidateLookup(Database database) {
        this.database = database;
    }

    /** The places with names that have these keys. */
    public Map<String, List<CandidatePlace>> places(Collection<String> nameKeys) {
        Map<String, List<CandidatePlace>> places = new HashMap<>();
        if (!nameKeys.isEmpty()) {
            SqlFragment sql = SqlFragment.of("select t.name_key, t.country_id, t.seat from territory_name t where")
                    .then(SqlFragment.in("t.name_key", nameKeys));
            database.forEachRow(
                    sql,
                    row -> places.computeIfAbsent(row.text("name_key"), name -> new ArrayList<>())
                            .add(new CandidatePlace(row.uuid("country_id"), row.flag("seat"))));
        }
        return places;
    }

    /** The keys of the actors with a name or an alias that has one of these keys. */
    public Map<String, Set<UUID>> named(Collection<String> nameKeys) {
        return nameKeys.isEmpty()
                ? Map.of()
                : sets(SqlFragment.of("select a.id, a.name_key as word from actor a where")
                        .then(SqlFragment.in("a.name_key", nameKeys))
                        .then("union all select l.actor_id, l.alias_key from actor_alias l where")
                        .then(SqlFragment.in("l.alias_key", nameKeys)));
    }

    /**
     * Persons by a part of their names as it sounds: see {@link SurnameIndex}.
     *
     * @param isAlike whether a part of a name, the second, may be one that sounds like the first
     */
    public Map<String, Set<UUID>> soundingLike(Collection<String> sounds, BiPredicate<String, String> isAlike) {
        if (sounds.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<UUID>> found = new HashMap<>();
        SqlFragment sql = SqlFragment.of("select n.actor_id, n.sound, n.surname from actor_surname n where")
                .then(SqlFragment.in("n.sound", sounds))
                .then("limit " + MAX_SIMILAR);
        database.forEachRow(sql, row -> {
            String sound = row.text("sound");
            Set<UUID> alike = found.computeIfAbsent(sound, key -> new LinkedHashSet<>());
            if (alike.size() < MAX_NAMESAKES && isAlike.test(sound, row.text("surname"))) {
                alike.add(row.uuid("actor_id"));
            }
        });
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
        wanted.entrySet().stream().limit(MAX_BODIES).forEach(body -> {
            for (String column : List.of("country_id", "organization_id")) {
                SqlFragment part = SqlFragment.of(
                                "(select f.actor_id, f." + column + " as body from affiliation f where f." + column
                                        + " = ? and",
                                body.getKey())
                        .then(SqlFragment.in("f.office", body.getValue()))
                        .then("limit " + MAX_HOLDERS + ")");
                parts.add(part.text());
                parameters.addAll(part.parameters());
            }
        });
        SqlFragment sql = new SqlFragment(String.join(" union all ", parts), parameters);
        database.forEachRow(
                sql,
                row -> holders.computeIfAbsent(row.uuid("body"), body -> new LinkedHashSet<>())
                        .add(row.uuid("actor_id")));
        return holders;
    }

    /** Actors with their names and posts, without those merged into others; two statements for any number of keys. */
    public Map<UUID, CandidateActor> candidates(Collection<UUID> keys) {
        Map<UUID, CandidateActor> known = new HashMap<>();
        if (keys.isEmpty()) {
            return known;
        }
        // Merged actors are filtered here: with a condition in the statement, H2 reads the index of all actors that are
        // not merged instead of these rows.
        SqlFragment names = SqlFragment.of(
                        "select a.id, a.kind, a.name, a.country_id, a.merged_into, l.alias_key from actor a left join actor_alias l on l.actor_id = a.id where")
                .then(SqlFragment.in("a.id", keys));
        database.forEachRow(names, row -> {
            if (row.uuid("merged_into") != null) {
                return;
            }
            UUID key = row.uuid("id");
            CandidateActor actor = known.get(key);
            if (actor == null) {
                actor = new CandidateActor(
                        key, row.constant("kind", ActorType.class), row.text("name"), row.uuid("country_id"));
                known.put(key, actor);
            }
            String alias = row.text("alias_key");
            if (alias != null) {
                actor.names.add(alias);
            }
        });
        SqlFragment posts = SqlFragment.of(
                        "select f.actor_id, f.title, f.office, f.organization_id, f.country_id, f.from_date, f.until_date, f.attested_from, f.attested_until from affiliation f where")
                .then(SqlFragment.in("f.actor_id", keys));
        database.forEachRow(posts, row -> {
            CandidateActor actor = known.get(row.uuid("actor_id"));
            if (actor != null) {
                actor.posts.add(new CandidatePost(
                        row.text("title"),
                        row.text("office"),
                        row.uuid("organization_id"),
                        row.uuid("country_id"),
                        row.day("from_date"),
                        row.day("until_date"),
                        row.day("attested_from"),
                        row.day("attested_until")));
            }
        });
        return known;
    }

    private Map<String, Set<UUID>> sets(SqlFragment sql) {
        Map<String, Set<UUID>> sets = new HashMap<>();
        database.forEachRow(
                sql,
                row -> sets.computeIfAbsent(row.text("word"), word -> new LinkedHashSet<>())
                        .add(row.uuid("id")));
        return sets;
    }
}
