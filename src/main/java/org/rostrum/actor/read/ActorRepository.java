package org.rostrum.actor.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rostrum.actor.Actor;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.Affiliation;
import org.rostrum.actor.Country;
import org.rostrum.graph.node.NodeLoader;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.JoinFetch;
import org.rostrum.store.record.ToOneAssociation;
import org.rostrum.store.sql.BatchLookup;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/** Reads actors and what hangs on them, for whole sets at once. */
@ApplicationScoped
public class ActorRepository implements NodeLoader {

    private final Database database;

    ActorRepository(Database database) {
        this.database = database;
    }

    @Override
    public String prefix() {
        return ActorEntity.PREFIX;
    }

    /**
     * The country that an actor stands for today, as the SQL of a {@link JoinFetch#key}; {@code {}} is the alias of the
     * actor's table.
     */
    public static final String COUNTRY_TODAY = """
      case when {}.kind = 'COUNTRY' then {}.id else coalesce(
        (select f.country_id from affiliation f
         where f.actor_id = {}.id and f.country_id is not null and f.from_order <= {today}
         order by case when f.until_date is null or f.until_date >= {today} then 0 else 1 end, f.from_order desc, f.id desc limit 1),
        {}.country_id) end""";

    @Override
    public Map<UUID, Actor> byKeys(Collection<UUID> keys, FieldSelection selection) {
        return byKeys(Actor.class, keys, selection);
    }

    /** The whole actors with these keys. */
    public Map<UUID, Actor> byKeys(Collection<UUID> keys) {
        return byKeys(keys, FieldSelection.ALL);
    }

    /** The actors with these keys; the key of an actor that was merged into another gives the other. */
    public Map<UUID, ActorEntity> entitiesByKeys(Collection<UUID> keys) {
        return entitiesByKeys(keys, FieldSelection.ALL);
    }

    private Map<UUID, ActorEntity> entitiesByKeys(Collection<UUID> keys, FieldSelection selection) {
        return database.linked(ActorEntity.class, keys, selection);
    }

    /** As {@link #entitiesByKeys}, only those of one kind. */
    public <A extends Actor> Map<UUID, A> byKeys(Class<A> kind, Collection<UUID> keys, FieldSelection selection) {
        Map<UUID, A> actors = new HashMap<>();
        entitiesByKeys(keys, selection).forEach((key, actor) -> {
            if (kind.isInstance(actor)) {
                actors.put(key, kind.cast(actor));
            }
        });
        return actors;
    }

    /**
     * The countries that actors stand for on a day: of the posts that have a country the one held on that day, else the
     * latest that began before it; else the actor's own country. A country's is itself.
     */
    public List<Country> countries(List<ActorEntity> actors, FieldSelection selection) {
        SqlFragment sql = SqlFragment.of("select {x.*}, a.id as parent_key from actor a join actor x on x.id = "
                        + ToOneAssociation.key(COUNTRY_TODAY, "a") + " {x+} where")
                .then(SqlFragment.in("a.id", keys(actors)));
        Map<UUID, Country> countries = database.firstChild(Country.class, selection, actors.size(), sql);
        return BatchLookup.valuePerParent(actors, actor -> countries.get(actor.key));
    }

    /** The other names of actors, in the alphabet's order. */
    public List<List<String>> aliases(List<ActorEntity> actors) {
        SqlFragment sql = SqlFragment.of("select a.actor_id, a.alias from actor_alias a where")
                .then(SqlFragment.in("a.actor_id", keys(actors)))
                .then("order by a.alias_key, a.alias");
        Map<UUID, List<String>> aliases = new HashMap<>();
        database.forEachRow(
                sql,
                row -> aliases.computeIfAbsent(row.uuid("actor_id"), key -> new ArrayList<>())
                        .add(row.text("alias")));
        return BatchLookup.valuePerParent(actors, actor -> aliases.getOrDefault(actor.key, List.of()));
    }

    /**
     * The posts of actors, the latest first.
     *
     * @param on only those held on that day; null for all
     */
    public List<List<Affiliation>> affiliations(List<ActorEntity> actors, LocalDate on, FieldSelection selection) {
        SqlFragment sql = SqlFragment.of("select {x.*}, x.actor_id as parent_key from affiliation x {x+} where")
                .then(SqlFragment.all(
                        List.of(SqlFragment.in("x.actor_id", keys(actors)), AffiliationTenure.heldOn("x", on))))
                .then("order by x.from_order desc, x.id desc");
        Map<UUID, List<Affiliation>> posts = database.allChildren(Affiliation.class, selection, actors.size(), sql);
        return BatchLookup.valuePerParent(actors, actor -> posts.getOrDefault(actor.key, List.of()));
    }

    /** Actors of which a name or an alias has one of these keys, with that key. */
    public Map<String, List<ActorEntity>> byNameKeys(Collection<String> nameKeys) {
        if (nameKeys.isEmpty()) {
            return Map.of();
        }
        SqlFragment named = SqlFragment.of(
                        "select distinct n.id, n.name_key from (select a.id, a.name_key from actor a where a.merged_into is null and")
                .then(SqlFragment.in("a.name_key", nameKeys))
                .then("union all select l.actor_id, l.alias_key from actor_alias l where")
                .then(SqlFragment.in("l.alias_key", nameKeys))
                .then(") n");
        Map<String, List<UUID>> keys = new HashMap<>();
        List<UUID> all = new ArrayList<>();
        database.forEachRow(named, row -> {
            UUID key = row.uuid("id");
            keys.computeIfAbsent(row.text("name_key"), name -> new ArrayList<>())
                    .add(key);
            all.add(key);
        });
        Map<UUID, ActorEntity> actors = entitiesByKeys(all);
        Map<String, List<ActorEntity>> found = new HashMap<>();
        keys.forEach((name, ids) ->
                found.put(name, ids.stream().map(actors::get).distinct().toList()));
        return found;
    }

    private static Collection<UUID> keys(Collection<ActorEntity> actors) {
        return actors.stream().map(actor -> actor.key).toList();
    }
}
