package org.rostrum.intake.processing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.actor.write.ActorRecorder;
import org.rostrum.article.Article;
import org.rostrum.claim.link.LinkReconciler;
import org.rostrum.claim.reconciliation.ClaimReconciler;
import org.rostrum.claim.write.ClaimDraft;
import org.rostrum.claim.write.ClaimRecorder;
import org.rostrum.event.write.EventLocks;
import org.rostrum.event.write.EventReconciler;
import org.rostrum.resolution.Resolution;
import org.rostrum.resolution.mention.LinkedMention;
import org.rostrum.store.tx.KeyLocks;
import org.rostrum.store.tx.KeyLocks.Stage;

/**
 * Records what was extracted from an article and resolved: new actors and posts, claims and their links, events. Runs
 * in its caller's transaction.
 */
@ApplicationScoped
public class ExtractionRecorder {

    private final ActorRecorder actors;
    private final ClaimReconciler claims;
    private final LinkReconciler links;
    private final EventReconciler events;
    private final KeyLocks locks;

    ExtractionRecorder(
            ActorRecorder actors,
            ClaimReconciler claims,
            LinkReconciler links,
            EventReconciler events,
            KeyLocks locks) {
        this.actors = actors;
        this.claims = claims;
        this.links = links;
        this.events = events;
        this.locks = locks;
    }

    /**
     * Whether a resolution is up to date; if so, locks its actors until the transaction ends so that it stays so. To be
     * called while the names of the new actors are locked.
     *
     * @return false where the mentions have to be resolved again: somebody who may be a new actor was recorded, or a
     *     known one was merged
     */
    public boolean lockIfCurrent(ProcessedArticle processed) {
        Resolution resolution = processed.resolution();
        Set<UUID> known = Stream.concat(resolution.speakers().stream(), resolution.addressees().stream())
                .map(LinkedMention::actorOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return !actors.isOutdated(resolution.newActors(), processed.asOf())
                && actors.lockForClaims(known, resolution.posts());
    }

    /** Records the first extraction from an article, which was stored in the same transaction. */
    public void recordFirst(Article article, ProcessedArticle processed) {
        List<ClaimDraft> drafts = recordActors(article, processed);
        List<UUID> recorded = claims.recordFirst(article, drafts).claims();
        links.linkFirst(ExtractionDrafts.links(processed.resolution(), recorded));
        events.recordFirst(article, ExtractionDrafts.events(processed.resolution(), recorded));
    }

    /** Reconciles a new extraction from an article with what is recorded; returns what became of the claims. */
    public ClaimReconciler.Outcome reconcile(Article article, ProcessedArticle processed) {
        List<ClaimDraft> drafts = recordActors(article, processed);
        ClaimReconciler.Outcome outcome = claims.reconcile(article, drafts);
        links.relink(outcome.claims(), ExtractionDrafts.links(processed.resolution(), outcome.claims()));
        events.reconcile(article, ExtractionDrafts.events(processed.resolution(), outcome.claims()));
        return outcome;
    }

    /** Records new actors and posts, and locks what the claims and events will touch; returns the claims. */
    private List<ClaimDraft> recordActors(Article article, ProcessedArticle processed) {
        Resolution resolution = processed.resolution();
        actors.record(resolution.newActors(), resolution.posts(), article.key, article.publishedOn());
        List<ClaimDraft> drafts = ExtractionDrafts.claims(article, processed);
        Set<String> keys = new HashSet<>(ClaimRecorder.lockKeys(article, drafts));
        resolution
                .events()
                .forEach(event -> keys.addAll(EventLocks.keys(
                        event.type(),
                        event.date(),
                        event.precision(),
                        event.participations().stream()
                                .map(Resolution.Participation::actor)
                                .toList())));
        locks.lock(Stage.CONTENT, keys);
        return drafts;
    }
}
