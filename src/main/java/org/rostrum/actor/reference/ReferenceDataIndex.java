package org.rostrum.actor.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorAlias;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.Affiliation;
import org.rostrum.actor.Country;
import org.rostrum.graph.value.TextNormalizer;

/**
 * The actors, posts and places in the database, by what identifies them in reference files. An import adds what it
 * creates.
 */
final class ReferenceDataIndex {

    private record Name(ActorType type, String nameKey) {}

    private record Alias(UUID actor, String alias) {}

    private record Post(
            UUID actor, @Nullable String title, @Nullable LocalDate from) {

        static Post of(Affiliation post) {
            return new Post(post.actorKey, post.title, post.from);
        }
    }

    private final Map<String, ActorEntity> countriesByAlpha2 = new HashMap<>();
    private final Map<String, ActorEntity> actorsByWikidataId = new HashMap<>();
    private final Map<Name, ActorEntity> actorsByName = new HashMap<>();
    private final Map<Post, Affiliation> posts = new HashMap<>();
    private final Set<Alias> aliases = new HashSet<>();
    private final Map<TerritoryName.Key, TerritoryName> places = new HashMap<>();

    private ReferenceDataIndex() {}

    /** Reads the index in the running transaction, without actors that were merged into others. */
    static ReferenceDataIndex read() {
        ReferenceDataIndex index = new ReferenceDataIndex();
        for (ActorEntity actor : ActorEntity.<ActorEntity>list("mergedInto is null")) {
            if (actor instanceof Country country) {
                index.add(country);
            }
            index.add(actor);
        }
        Affiliation.<Affiliation>listAll().forEach(index::addIfAbsent);
        ActorAlias.<ActorAlias>listAll().forEach(alias -> index.addAlias(alias.actorKey, alias.alias));
        TerritoryName.<TerritoryName>listAll().forEach(name -> index.places.put(name.key(), name));
        return index;
    }

    Optional<ActorEntity> country(@Nullable String alpha2) {
        return Optional.ofNullable(countriesByAlpha2.get(alpha2));
    }

    void add(Country country) {
        countriesByAlpha2.put(country.alpha2, country);
    }

    Optional<ActorEntity> withWikidataId(@Nullable String wikidataId) {
        return Optional.ofNullable(actorsByWikidataId.get(wikidataId));
    }

    Optional<ActorEntity> named(ActorType type, String name) {
        return Optional.ofNullable(actorsByName.get(new Name(type, TextNormalizer.key(name))));
    }

    void add(ActorEntity actor) {
        if (actor.wikidataId != null) {
            actorsByWikidataId.put(actor.wikidataId, actor);
        }
        actorsByName.put(new Name(ActorType.of(actor), actor.nameKey), actor);
    }

    /** Adds an alias of an actor; false where it is there already. */
    boolean addAlias(UUID actor, String alias) {
        return aliases.add(new Alias(actor, alias));
    }

    /** Adds a post, unless the actor has one with the same title and first day: then gives that. */
    Optional<Affiliation> addIfAbsent(Affiliation post) {
        return Optional.ofNullable(posts.putIfAbsent(Post.of(post), post));
    }

    Optional<TerritoryName> place(TerritoryName.Key key) {
        return Optional.ofNullable(places.get(key));
    }

    void add(TerritoryName place) {
        places.put(place.key(), place);
    }
}
