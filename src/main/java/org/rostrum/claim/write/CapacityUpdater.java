package org.rostrum.claim.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorChangedEvent;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.Affiliation;
import org.rostrum.actor.read.AffiliationTenure;
import org.rostrum.actor.write.ActorLocks;
import org.rostrum.claim.Claim;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/**
 * Derives the capacity and the country of claims and stores both, because lists filter by them. They follow from the
 * speaker's posts on the day when it was said, or on the day of publication where that is unknown: the capacity is the
 * post that began last among those held on that day, the country that of this post. Without a post it is the speaker's
 * own country, else the one that the mention itself names ("a Polish diplomat"). Runs in its caller's transaction.
 */
@ApplicationScoped
public class CapacityUpdater {

    /** Takes a subquery of claims, each with an id, a speaker, the country that the mention names, and a day. */
    private static final String DERIVED = """
      select n.id, n.old_capacity, n.old_country, n.capacity,
        case when n.kind = 'COUNTRY' then n.speaker_id
             when n.speaker_id is null then n.told_country_id
             when n.capacity is not null then (select f.country_id from affiliation f where f.id = n.capacity)
             else coalesce(n.own_country, n.told_country_id) end as country
      from (
        select c.id, c.old_capacity, c.old_country, c.speaker_id, c.told_country_id, s.kind, s.country_id as own_country,
          (select f.id from affiliation f
           where f.actor_id = c.speaker_id and %s
           order by f.from_order desc, f.id desc limit 1) as capacity
        from (%s) c left join actor s on s.id = c.speaker_id) n""";

    private static final String HELD = AffiliationTenure.heldOn("f", "c.said");
    private static final String STORED = """
      select x.id, x.capacity_id as old_capacity, x.country_id as old_country, x.speaker_id, x.told_country_id,
        coalesce(x.said_on, cast(a.published_at as date)) as said
      from claim x join article a on a.id = x.article_id where""";
    private static final String NEW = DERIVED.formatted(HELD, """
      select w.id, cast(null as uuid) as old_capacity, cast(null as uuid) as old_country, w.speaker_id, w.told_country_id, w.said
      from unnest(cast(? as uuid array), cast(? as uuid array), cast(? as uuid array), cast(? as date array)) w(id, speaker_id, told_country_id, said)""");

    private final Database database;
    private final EntityManager entities;
    private final ChangeLog history;
    private final ActorLocks locks;

    CapacityUpdater(Database database, EntityManager entities, ChangeLog history, ActorLocks locks) {
        this.locks = locks;
        this.database = database;
        this.entities = entities;
        this.history = history;
    }

    /** Keeps others from changing a speaker's posts until the running transaction ends; null for no speaker. */
    void lockPosts(@Nullable UUID speaker) {
        if (speaker != null) {
            locks.share(List.of(speaker));
        }
    }

    /**
     * Sets the capacity and the country of claims that are not stored yet.
     *
     * @param publishedOn the day of their article's publication
     */
    void fill(List<Claim> claims, LocalDate publishedOn) {
        entities.flush();
        Map<UUID, Claim> byKey = new HashMap<>();
        claims.forEach(claim -> byKey.put(claim.key, claim));
        SqlFragment sql = SqlFragment.of(
                NEW,
                keys(claims, claim -> claim.key),
                keys(claims, claim -> claim.speakerKey),
                keys(claims, claim -> claim.toldCountryKey),
                SqlFragment.array(
                        "date",
                        claims.stream()
                                .map(claim -> claim.saidOn == null ? publishedOn : claim.saidOn)
                                .toList()));
        database.forEachRow(sql, row -> {
            Claim claim = Objects.requireNonNull(byKey.get(row.uuid("id")), "the rows are those of the claims");
            claim.capacityKey = row.uuid("capacity");
            claim.countryKey = row.uuid("country");
        });
    }

    private static Object keys(List<Claim> claims, Function<Claim, UUID> key) {
        return SqlFragment.array("uuid", claims.stream().map(key).toList());
    }

    /** Updates stored claims, by their keys. */
    public void refresh(Collection<UUID> claims) {
        if (!claims.isEmpty()) {
            refresh(SqlFragment.in("x.id", claims));
        }
    }

    /** Updates the claims of speakers whose posts or country changed. */
    void onActorChanged(@Observes ActorChangedEvent change) {
        refresh(SqlFragment.in("x.speaker_id", change.actors()));
    }

    private void refresh(SqlFragment which) {
        entities.flush();
        SqlFragment stored = SqlFragment.of(STORED).then(which);
        List<Derived> all = database.rows(
                new SqlFragment(DERIVED.formatted(HELD, stored.text()), stored.parameters()),
                row -> new Derived(
                        row.uuid("id"),
                        row.uuid("old_capacity"),
                        row.uuid("old_country"),
                        row.uuid("capacity"),
                        row.uuid("country")));
        for (Derived one : all) {
            if (Objects.equals(one.oldCapacity, one.capacity) && Objects.equals(one.oldCountry, one.country)) {
                continue;
            }
            entities.createQuery("update Claim set capacityKey = :capacity, countryKey = :country where key = :claim")
                    .setParameter("capacity", one.capacity)
                    .setParameter("country", one.country)
                    .setParameter("claim", one.claim)
                    .executeUpdate();
            history.note(
                    SubjectType.CLAIM,
                    one.claim,
                    ChangeAction.UPDATED,
                    fields(one.oldCapacity, one.oldCountry),
                    fields(one.capacity, one.country));
        }
    }

    /** A claim's stored capacity and country, and those that follow from its speaker's posts; each may be null. */
    private record Derived(UUID claim, UUID oldCapacity, UUID oldCountry, UUID capacity, UUID country) {}

    private static Map<String, Object> fields(UUID capacity, UUID country) {
        Affiliation post = capacity == null ? null : Affiliation.findById(capacity);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("capacity", post == null ? null : post.describe());
        fields.put("country", ActorEntity.id(country));
        return fields;
    }
}
