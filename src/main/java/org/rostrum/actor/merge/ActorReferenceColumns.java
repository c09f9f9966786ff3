package org.rostrum.actor.merge;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.rostrum.actor.merge.ReferenceColumn.MoveListener;

/** The references from posts and actors to actors, for merges. */
@Singleton
class ActorReferenceColumns {

    @Produces
    @Singleton
    MergeableReference holder(EntityManager entities) {
        return new ReferenceColumn("POST", "Affiliation", "actorKey", entities, MoveListener.NONE);
    }

    @Produces
    @Singleton
    MergeableReference organization(EntityManager entities) {
        return new ReferenceColumn("POST_IN", "Affiliation", "organizationKey", entities, MoveListener.NONE);
    }

    /** Actors that were merged into the one that is merged now. */
    @Produces
    @Singleton
    MergeableReference merged(EntityManager entities) {
        return new ReferenceColumn("MERGED", "ActorEntity", "mergedInto", entities, MoveListener.NONE);
    }
}
