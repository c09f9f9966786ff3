package org.rostrum.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.Organization;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.actor.write.ActorService;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.intake.PublisherReference.ById;
import org.rostrum.intake.PublisherReference.ByName;
import org.rostrum.intake.Publishers.Lookup.Found;
import org.rostrum.intake.Publishers.Lookup.NotFound;
import org.rostrum.intake.Publishers.Lookup.Unknown;

/** Finds the organisations that publish articles, and records those that nobody knows. */
@ApplicationScoped
class Publishers {

    private final ActorRepository actors;
    private final ActorService actorService;

    Publishers(ActorRepository actors, ActorService actorService) {
        this.actors = actors;
        this.actorService = actorService;
    }

    /** The result of looking for a publisher. */
    sealed interface Lookup {

        /** An organisation that is known. */
        record Found(UUID key) implements Lookup {}

        /** A name that nobody known has. */
        record Unknown(String name) implements Lookup {}

        /** An id that no organisation has. */
        record NotFound(UserError error) implements Lookup {}
    }

    /** Looks for a publisher. Only reads. */
    Lookup find(PublisherReference publisher) {
        return publisher instanceof ById byId ? find(byId) : find(((ByName) publisher).name());
    }

    private Lookup find(ById publisher) {
        ActorEntity actor = actors.entitiesByKeys(List.of(publisher.key())).get(publisher.key());
        if (actor instanceof Organization) {
            return new Found(actor.key);
        }
        InputValidator validator = new InputValidator();
        validator.add(
                UserErrorCode.NOT_FOUND,
                "publisher",
                actor == null ? "there is no actor with the id " + publisher.id() : "is not the id of an organisation");
        return new NotFound(validator.errors().get(0));
    }

    private Lookup find(String name) {
        String nameKey = TextNormalizer.key(name);
        return actors.byNameKeys(List.of(nameKey)).getOrDefault(nameKey, List.of()).stream()
                .filter(Organization.class::isInstance)
                .findFirst()
                .<Lookup>map(actor -> new Found(actor.key))
                .orElseGet(() -> new Unknown(name));
    }

    /** Records an organisation with a name that nobody known has; returns its key. */
    UUID record(Unknown publisher) {
        return actorService.create(ActorType.ORGANIZATION, publisher.name(), null, null, List.of(), List.of()).key;
    }
}
