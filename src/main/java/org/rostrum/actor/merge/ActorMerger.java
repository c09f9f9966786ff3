package org.rostrum.actor.merge;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorAlias;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.merge.MergeableReference.Move;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.FieldChange;
import org.rostrum.history.SubjectType;

/**
 * Moves names and references from one actor to another, and back. What a merge moves is stored, so that taking it back
 * moves just that. Runs in its caller's transaction.
 */
@ApplicationScoped
class ActorMerger {

    /** An alias of the actor that is merged. */
    private static final String ALIAS = "ALIAS";
    /** A name that the actor that stays takes over. */
    private static final String NAME = "NAME";
    /** The Wikidata id that the actor that stays takes over. */
    private static final String WIKIDATA_ID = "ITEM";
    /** The country that the actor that stays takes over. */
    private static final String COUNTRY = "COUNTRY";

    private final List<MergeableReference> references;
    private final EntityManager entities;
    private final ChangeLog history;

    ActorMerger(@All List<MergeableReference> references, EntityManager entities, ChangeLog history) {
        this.references = references;
        this.entities = entities;
        this.history = history;
    }

    /** Moves the names and all references of one actor to another. */
    void merge(ActorEntity merged, ActorEntity into) {
        entities.flush();
        for (MergeableReference reference : references) {
            reference.merge(merged, into).forEach(move -> store(merged, into, move.kind(), move.row(), move.detail()));
        }
        moveNames(merged, into);
        moveIdentity(merged, into);
        merged.mergedInto = into.key;
        history.note(
                SubjectType.ACTOR, merged.key, ChangeAction.MERGED, new FieldChange("mergedInto", null, into.getId()));
    }

    private static void moveNames(ActorEntity merged, ActorEntity into) {
        Set<String> names = new LinkedHashSet<>(List.of(merged.name));
        ActorAlias.<ActorAlias>list("actorKey", merged.key).forEach(alias -> {
            names.add(alias.alias);
            store(merged, into, ALIAS, merged.key, alias.alias);
        });
        names.remove(into.name);
        ActorAlias.<ActorAlias>list("actorKey", into.key).forEach(alias -> names.remove(alias.alias));
        ActorAlias.delete("actorKey", merged.key);
        names.forEach(name -> {
            ActorAlias.of(into.key, name).persist();
            store(merged, into, NAME, merged.key, name);
        });
    }

    private static void moveIdentity(ActorEntity merged, ActorEntity into) {
        if (into.wikidataId == null && merged.wikidataId != null) {
            into.wikidataId = merged.wikidataId;
            store(merged, into, WIKIDATA_ID, merged.key, merged.wikidataId);
        }
        if (into.countryKey == null && merged.countryKey != null) {
            into.countryKey = merged.countryKey;
            store(merged, into, COUNTRY, merged.countryKey, null);
        }
    }

    private static void store(ActorEntity merged, ActorEntity into, String kind, UUID row, @Nullable String detail) {
        ActorMergeMove.of(merged, into, kind, row, detail).persist();
    }

    /** Moves back what the merge moved, as far as it is still where the merge moved it. */
    void unmerge(ActorEntity merged, ActorEntity into) {
        entities.flush();
        Map<String, List<Move>> moves = ActorMergeMove.<ActorMergeMove>list("mergedKey", merged.key).stream()
                .map(move -> new Move(move.kind, move.rowKey, move.detail))
                .collect(Collectors.groupingBy(Move::kind));
        for (MergeableReference reference : references) {
            List<Move> own = reference.kinds().stream()
                    .flatMap(kind -> moves.getOrDefault(kind, List.of()).stream())
                    .toList();
            reference.unmerge(merged, into, own);
        }
        moves.getOrDefault(ALIAS, List.of())
                .forEach(alias -> ActorAlias.of(
                                merged.key, Objects.requireNonNull(alias.detail(), "a moved alias is in the detail"))
                        .persist());
        moves.getOrDefault(NAME, List.of())
                .forEach(name -> ActorAlias.delete("actorKey = ?1 and alias = ?2", into.key, name.detail()));
        if (moves.getOrDefault(WIKIDATA_ID, List.of()).stream()
                .anyMatch(id -> Objects.equals(id.detail(), into.wikidataId))) {
            into.wikidataId = null;
        }
        if (moves.getOrDefault(COUNTRY, List.of()).stream()
                .anyMatch(country -> country.row().equals(into.countryKey))) {
            into.countryKey = null;
        }
        merged.mergedInto = null;
        ActorMergeMove.delete("mergedKey", merged.key);
        history.note(
                SubjectType.ACTOR, merged.key, ChangeAction.UPDATED, new FieldChange("mergedInto", into.getId(), null));
    }
}
