package org.rostrum.actor;

import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.rostrum.store.record.BaseEntity;

/** The kinds of actors. */
@Description("The kinds of actors.")
public enum ActorType {
    @Description("A person.")
    PERSON(Person::new),
    @Description("An organisation.")
    ORGANIZATION(Organization::new),
    @Description("People who are spoken of as one.")
    GROUP(Group::new),
    @Description("A country or territory.")
    COUNTRY(Country::new);

    private final Supplier<ActorEntity> create;

    ActorType(Supplier<ActorEntity> create) {
        this.create = create;
    }

    /** A new actor of the kind, not yet stored. */
    public ActorEntity create() {
        return BaseEntity.initialized(create.get());
    }

    /** The kind of an actor. */
    public static ActorType of(ActorEntity actor) {
        return valueOf(actor.getClass().getSimpleName().toUpperCase(Locale.ROOT));
    }
}
