package org.rostrum.claim.write;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.affiliation.AffiliationRemovedEvent;
import org.rostrum.actor.merge.MergeableReference;
import org.rostrum.actor.merge.ReferenceColumn;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.FieldChange;
import org.rostrum.history.SubjectType;

/** Keeps the references from claims to actors and posts right when those are merged or removed. */
@Singleton
class ClaimActorReferences {

    private final EntityManager entities;
    private final ChangeLog history;

    ClaimActorReferences(EntityManager entities, ChangeLog history) {
        this.entities = entities;
        this.history = history;
    }

    @Produces
    @Singleton
    MergeableReference speaker() {
        return reference("SPEAKER", "speaker");
    }

    @Produces
    @Singleton
    MergeableReference addressee() {
        return reference("ADDRESSEE", "addressee");
    }

    private MergeableReference reference(String kind, String field) {
        return new ReferenceColumn(
                kind, "Claim", field + "Key", entities, (rows, from, to) -> noteMoved(field, rows, from, to));
    }

    private void noteMoved(String field, List<UUID> rows, ActorEntity from, ActorEntity to) {
        entities.createQuery("select key from Claim where key in (:rows) and " + field + "Key = :from", UUID.class)
                .setParameter("rows", rows)
                .setParameter("from", from.key)
                .getResultList()
                .forEach(claim -> history.note(
                        SubjectType.CLAIM,
                        claim,
                        ChangeAction.UPDATED,
                        new FieldChange(field, from.getId(), to.getId())));
    }

    /**
     * Claims that were made in a post lose it; the event that follows when the posts are stored gives them the one that
     * applies then.
     */
    void onRemoved(@Observes AffiliationRemovedEvent event) {
        entities.createQuery("update Claim set capacityKey = null where capacityKey = :post")
                .setParameter("post", event.affiliation())
                .executeUpdate();
    }
}
