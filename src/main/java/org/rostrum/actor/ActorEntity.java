package org.rostrum.actor;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.node.TypeId;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.record.AlwaysFetched;
import org.rostrum.store.record.BaseEntity;

/**
 * What all kinds of actors keep. One table holds them all, so that a link to an actor is one key. The kinds implement
 * {@link Actor} each for itself: where this class did, the platform would serve it as a type of its own.
 */
@Entity
@Table(name = "actor")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
public abstract class ActorEntity extends BaseEntity {

    /** The prefix of actors' ids. */
    public static final String PREFIX = "actor";

    @Ignore
    @Column(nullable = false)
    public String name;

    /** The name as it is compared and sorted. */
    @Ignore
    @Column(name = "name_key", nullable = false)
    public String nameKey;

    @Ignore
    @Column(name = "wikidata_id")
    public @Nullable String wikidataId;

    /** The country where no dated post says more. */
    @Ignore
    @Column(name = "country_id")
    public @Nullable UUID countryKey;

    /** The actor that this one turned out to be. */
    @Ignore
    @AlwaysFetched
    @Column(name = "merged_into")
    public @Nullable UUID mergedInto;

    @Ignore
    @Column(name = "recorded_by", nullable = false, updatable = false)
    public String recordedBy;

    /** False for one that only the words of articles tell of. */
    @Ignore
    @Column(nullable = false)
    public boolean confirmed = true;

    @Override
    public void initialize() {
        super.initialize();
        recordedBy = RequestContext.writer();
    }

    @Override
    public @Nullable UUID replacedBy() {
        return mergedInto;
    }

    /** The records behind actors. */
    @SuppressWarnings("unchecked")
    public static List<ActorEntity> all(List<? extends Actor> actors) {
        return (List<ActorEntity>) (List<?>) actors;
    }

    /** The id of the actor with a key, null for none. */
    public static @Nullable String id(@Nullable UUID key) {
        return key == null ? null : new TypeId(PREFIX, key).toString();
    }

    /** The changeable fields, aliases and posts: for the actor's history. */
    public Map<String, Object> audited() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("wikidataId", wikidataId);
        fields.put("country", id(countryKey));
        fields.put("confirmed", confirmed);
        fields.put(
                "aliases",
                ActorAlias.<ActorAlias>list("actorKey = ?1 order by alias", key).stream()
                        .map(one -> one.alias)
                        .toList());
        fields.put(
                "affiliations",
                Affiliation.<Affiliation>list("actorKey = ?1 order by fromOrder, key", key).stream()
                        .map(Affiliation::describe)
                        .toList());
        return fields;
    }

    /** Gives the actor a name and the key that goes with it. */
    public void rename(String newName) {
        name = newName;
        nameKey = TextNormalizer.key(newName);
    }

    /** The global id. */
    @org.eclipse.microprofile.graphql.Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    public String getId() {
        return new TypeId(PREFIX, key).toString();
    }

    /** The name in English. */
    @NonNull
    @Description("The name in English.")
    public String getName() {
        return name;
    }

    /** The id of the actor's item in Wikidata. */
    @Description("The id of the actor's Wikidata item, such as Q212.")
    public @Nullable String getWikidataId() {
        return wikidataId;
    }

    /** Whether somebody, or the reference data, vouches for the actor. */
    @NonNull
    @Description(
            "Whether reference data or a person vouch for the actor; false for one that only the words of articles tell of.")
    public Boolean getConfirmed() {
        return confirmed;
    }

    /** When the actor was recorded. */
    @NonNull
    @Description("When this was recorded.")
    public Instant getRecordedAt() {
        return recordedAt;
    }

    /** Who recorded the actor. */
    @NonNull
    @Description("Who recorded this: the name in the bearer token, or \"rostrum\" for the system itself.")
    public String getRecordedBy() {
        return recordedBy;
    }

    /** When the actor last changed. */
    @NonNull
    @Description("When this last changed.")
    public Instant getUpdatedAt() {
        return updatedAt;
    }
}
