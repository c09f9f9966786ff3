package org.rostrum.actor.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorAlias;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.Affiliation;
import org.rostrum.actor.Country;
import org.rostrum.actor.write.ActorService;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.record.BaseEntity;

/**
 * One import of reference files: adds what is missing and ends posts that have ended, and leaves alone what people
 * changed. Countries come first, because the other files refer to them. Runs in its caller's transaction.
 */
final class ReferenceDataImport {

    private static final String SEPARATOR = "\\|";

    private final ActorService actors;
    private final ReferenceDataIndex index = ReferenceDataIndex.read();
    private final List<TerritoryName> newPlaces = new ArrayList<>();
    private final Set<UUID> changedActors = new LinkedHashSet<>();

    ReferenceDataImport(ActorService actors) {
        this.actors = actors;
    }

    /** The keys of the actors whose posts changed. */
    Set<UUID> changedActors() {
        return changedActors;
    }

    /** Stores the new places together, so that they are inserted in batches. */
    void finish() {
        newPlaces.forEach(place -> place.persist());
    }

    /** Imports a row of {@code countries.csv}. */
    void country(Map<String, String> row) {
        ActorEntity country = index.country(row.get("alpha2")).orElseGet(() -> createCountry(row));
        addAliases(country, row);
        addPlace(country.name, country.key);
        if (row.get("demonym") != null) {
            addPlace(row.get("demonym"), country.key);
        }
        aliases(row).forEach(alias -> addPlace(alias, country.key));
    }

    private Country createCountry(Map<String, String> row) {
        Country country = BaseEntity.initialized(new Country());
        country.rename(required(row, "name"));
        country.wikidataId = row.get("wikidata_id");
        country.alpha2 = required(row, "alpha2");
        country.alpha3 = required(row, "alpha3");
        country.demonym = row.get("demonym");
        country.persist();
        index.add(country);
        return country;
    }

    /** Imports a row of {@code places.csv}. */
    void place(Map<String, String> row) {
        TerritoryName place = addPlace(required(row, "name"), countryKey(row));
        if ("yes".equals(row.get("seat"))) {
            place.seat = true;
        }
    }

    private TerritoryName addPlace(String name, @Nullable UUID country) {
        TerritoryName.Key key = new TerritoryName.Key(TextNormalizer.key(name), country);
        return index.place(key).orElseGet(() -> {
            TerritoryName place = TerritoryName.of(key);
            newPlaces.add(place);
            index.add(place);
            return place;
        });
    }

    /** Imports a row of {@code organizations.csv}. */
    void organization(Map<String, String> row) {
        addAliases(actor(ActorType.ORGANIZATION, row), row);
    }

    /** Imports a row of {@code office_holders.csv}. */
    void officeHolder(Map<String, String> row) {
        ActorEntity actor = actor(ActorType.PERSON, row);
        addAliases(actor, row);
        UUID organization = Optional.ofNullable(row.get("organization"))
                .flatMap(name -> index.named(ActorType.ORGANIZATION, name))
                .map(found -> found.key)
                .orElse(null);
        Affiliation post = Affiliation.of(
                actor.key,
                required(row, "title"),
                organization,
                countryKey(row),
                date(row.get("from")),
                date(row.get("until")));
        Optional<Affiliation> known = index.addIfAbsent(post);
        if (known.isEmpty()) {
            post.persist();
            changedActors.add(actor.key);
        } else if (known.get().until == null && post.until != null) {
            known.get().between(known.get().from, post.until);
            known.get().touch();
            changedActors.add(actor.key);
        }
    }

    private ActorEntity actor(ActorType type, Map<String, String> row) {
        return index.withWikidataId(row.get("wikidata_id"))
                .or(() -> index.named(type, required(row, "name")))
                .orElseGet(() -> {
                    ActorEntity actor = actors.create(
                            type, required(row, "name"), row.get("wikidata_id"), countryKey(row), List.of(), List.of());
                    index.add(actor);
                    return actor;
                });
    }

    private void addAliases(ActorEntity actor, Map<String, String> row) {
        aliases(row).stream()
                .filter(alias -> index.addAlias(actor.key, alias))
                .forEach(alias -> ActorAlias.of(actor.key, alias).persist());
    }

    /** The value of a column that no row leaves empty. */
    private static String required(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static Set<String> aliases(Map<String, String> row) {
        String aliases = row.get("aliases");
        return aliases == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(aliases.split(SEPARATOR)));
    }

    private @Nullable UUID countryKey(Map<String, String> row) {
        String alpha2 = row.get("country");
        return alpha2 == null
                ? null
                : index.country(alpha2)
                        .orElseThrow(() -> new IllegalStateException("No country has the code " + alpha2))
                        .key;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
