package org.rostrum.actor.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorAlias;
import org.rostrum.actor.ActorChangedEvent;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.affiliation.AffiliationDraft;
import org.rostrum.actor.affiliation.AffiliationService;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.ChangeResult;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;

/** Records and changes actors. Every method runs in its caller's transaction. */
@ApplicationScoped
public class ActorService {

    private final ActorRepository actors;
    private final AffiliationService affiliations;
    private final ActorLocks locks;
    private final SurnameIndex surnames;
    private final EntityManager entities;
    private final Event<ActorChangedEvent> changed;
    private final ChangeLog history;

    ActorService(
            ActorRepository actors,
            AffiliationService affiliations,
            ActorLocks locks,
            SurnameIndex surnames,
            EntityManager entities,
            Event<ActorChangedEvent> changed,
            ChangeLog history) {
        this.actors = actors;
        this.affiliations = affiliations;
        this.locks = locks;
        this.surnames = surnames;
        this.entities = entities;
        this.changed = changed;
        this.history = history;
    }

    /** Records an actor; rejected where an actor with its Wikidata id, or its kind and name, exists. */
    public ChangeResult record(RecordActorCommand command) {
        lockNames(command.name(), command.aliases(), command.wikidataId());
        Optional<ActorEntity> sameItem = withWikidataId(command.wikidataId());
        if (sameItem.isPresent()) {
            ActorEntity existing = sameItem.get();
            return ChangeResult.alreadyExists(
                    "wikidataId", "is that of " + existing.name + " (" + existing.getId() + ")", existing.key);
        }
        Optional<ActorEntity> sameName = withName(command);
        if (sameName.isPresent()) {
            ActorEntity existing = sameName.get();
            return ChangeResult.alreadyExists(
                    "name",
                    "is that of " + existing.name + " (" + existing.getId()
                            + "); if this is somebody else, give that id in namesakeOf",
                    existing.key);
        }
        ActorEntity actor = create(
                command.type(),
                command.name(),
                command.wikidataId(),
                command.country(),
                command.aliases(),
                command.affiliations());
        return new ChangeResult.Changed(actor.key);
    }

    private static Optional<ActorEntity> withWikidataId(@Nullable String wikidataId) {
        return wikidataId == null
                ? Optional.empty()
                : ActorEntity.find("wikidataId = ?1 and mergedInto is null", wikidataId)
                        .firstResultOptional();
    }

    /** An actor of the same kind and name that may be the same. */
    private Optional<ActorEntity> withName(RecordActorCommand command) {
        String nameKey = TextNormalizer.key(command.name());
        return actors.byNameKeys(List.of(nameKey)).getOrDefault(nameKey, List.of()).stream()
                .filter(namesake -> ActorType.of(namesake) == command.type() && !isAnother(namesake, command))
                .findFirst();
    }

    /** Whether a namesake is known to be another actor: both have Wikidata ids, or the command says so. */
    private static boolean isAnother(ActorEntity namesake, RecordActorCommand command) {
        return command.wikidataId() != null && namesake.wikidataId != null
                || command.namesakes().contains(namesake.key);
    }

    private void lockNames(@Nullable String name, @Nullable List<String> aliases, @Nullable String wikidataId) {
        List<String> names = new ArrayList<>(aliases);
        if (name != null) {
            names.add(name);
        }
        locks.lockNames(names, wikidataId);
    }

    /**
     * Stores a new actor.
     *
     * @param wikidataId the id of its Wikidata item, or null
     * @param country the key of its country, or null
     * @param aliases its other names, each once; its name among them is skipped
     */
    public ActorEntity create(
            ActorType type,
            String name,
            @Nullable String wikidataId,
            @Nullable UUID country,
            List<String> aliases,
            List<AffiliationDraft> posts) {
        ActorEntity actor = type.create();
        actor.wikidataId = wikidataId;
        store(actor, name, country, aliases);
        posts.forEach(post -> post.of(actor.key).persist());
        return actor;
    }

    /** Stores an actor that only articles attest, as one that nobody has confirmed. */
    void createUnconfirmed(NewActor attested) {
        ActorEntity actor = attested.type().create();
        actor.key = attested.key();
        actor.confirmed = false;
        store(actor, attested.name(), attested.country(), attested.aliases());
    }

    private void store(ActorEntity actor, String name, @Nullable UUID country, List<String> aliases) {
        actor.rename(name);
        actor.countryKey = country;
        actor.persist();
        surnames.changed(actor.key);
        history.recorded(SubjectType.ACTOR, actor.key);
        aliases.stream()
                .filter(alias -> !alias.equals(name))
                .forEach(alias -> ActorAlias.of(actor.key, alias).persist());
    }

    /** Changes an actor; rejected where the Wikidata id is that of another one. */
    public ChangeResult update(UpdateActorCommand command) {
        ActorEntity actor = command.actor();
        String wikidataId = command.wikidataId().applyTo(null);
        lockNames(command.name().applyTo(null), command.aliases().applyTo(List.of()), wikidataId);
        locks.lockAndRefresh(actor);
        if (wikidataId != null
                && ActorEntity.count("wikidataId = ?1 and mergedInto is null and key <> ?2", wikidataId, actor.key)
                        > 0) {
            return ChangeResult.rejected(
                    UserErrorCode.ALREADY_EXISTS, "wikidataId", "is that of another actor; merge the two instead");
        }
        Map<String, Object> before = actor.audited();
        command.name().newValue().ifPresent(actor::rename);
        actor.wikidataId = command.wikidataId().applyTo(actor.wikidataId);
        actor.countryKey = command.country().applyTo(actor.countryKey);
        actor.confirmed = command.confirmed().applyToRequired(actor.confirmed);
        command.aliases().newValue().ifPresent(aliases -> {
            ActorAlias.delete("actorKey", actor.key);
            aliases.forEach(alias -> ActorAlias.of(actor.key, alias).persist());
        });
        command.affiliations().newValue().ifPresent(posts -> affiliations.replace(actor.key, posts));
        surnames.changed(actor.key);
        entities.flush();
        history.note(SubjectType.ACTOR, actor.key, ChangeAction.UPDATED, before, actor.audited());
        changed.fire(new ActorChangedEvent(List.of(actor.key)));
        return new ChangeResult.Changed(actor.key);
    }
}
