package org.rostrum.claim.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.rostrum.article.ArticleDeletedEvent;
import org.rostrum.claim.AttributionCandidate;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimBand;
import org.rostrum.claim.ClaimLink;
import org.rostrum.claim.EventClaim;
import org.rostrum.claim.Evidence;
import org.rostrum.claim.RefusedLink;
import org.rostrum.claim.link.ClaimLinker;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;

/** Deletes claims and everything that refers to them. Runs in its caller's transaction. */
@ApplicationScoped
public class ClaimDeleter {

    /** Claims in one statement. */
    private static final int CHUNK = 500;

    private final ClaimLinker linker;
    private final EventClaimWriter events;
    private final EntityManager entities;
    private final ChangeLog history;

    ClaimDeleter(ClaimLinker linker, EventClaimWriter events, EntityManager entities, ChangeLog history) {
        this.linker = linker;
        this.events = events;
        this.entities = entities;
        this.history = history;
    }

    void onArticleDeleted(@Observes ArticleDeletedEvent deleted) {
        delete(entities.createQuery("select key from Claim where articleKey = :article", UUID.class)
                .setParameter("article", deleted.article())
                .getResultList());
    }

    /**
     * Deletes claims by their keys, and notes what other claims and events lose. Entities that were read before are
     * detached.
     */
    public void delete(List<UUID> claims) {
        entities.flush();
        for (int from = 0; from < claims.size(); from += CHUNK) {
            deleteChunk(claims.subList(from, Math.min(claims.size(), from + CHUNK)));
        }
        // Statements for many rows pass by the persistence context, which would still have them.
        entities.clear();
    }

    private void deleteChunk(List<UUID> claims) {
        ClaimLink.<ClaimLink>list("fromKey in ?1 or toKey in ?1", claims).forEach(linker::noteRemoved);
        EventClaim.<EventClaim>list("claimKey in ?1", claims)
                .forEach(about -> events.noteRemoved(about.eventKey, about.claimKey));
        claims.forEach(claim -> history.note(SubjectType.CLAIM, claim, ChangeAction.DELETED));
        ClaimLink.delete("fromKey in ?1 or toKey in ?1", claims);
        RefusedLink.delete("fromKey in ?1 or toKey in ?1", claims);
        EventClaim.delete("claimKey in ?1", claims);
        ClaimBand.delete("claimKey in ?1", claims);
        AttributionCandidate.delete("claimKey in ?1", claims);
        // Evidence is deleted last: a claim refers to its first evidence.
        Claim.delete("key in ?1", claims);
        Evidence.delete("claimKey in ?1", claims);
    }
}
