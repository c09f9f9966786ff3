package org.rostrum.claim.write;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rostrum.claim.Claim;
import org.rostrum.claim.evidence.EvidenceText;
import org.rostrum.claim.evidence.EvidenceWriter;
import org.rostrum.claim.report.ReportClusterer;
import org.rostrum.graph.input.ChangeResult;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.tx.KeyLocks;
import org.rostrum.store.tx.KeyLocks.Stage;

/** Stores people's judgements of claims. Runs in its caller's transaction. */
@ApplicationScoped
public class ClaimReviewer {

    private final EvidenceWriter evidence;
    private final CapacityUpdater capacities;
    private final ReportClusterer reports;
    private final ChangeLog history;
    private final KeyLocks locks;

    ClaimReviewer(
            EvidenceWriter evidence,
            CapacityUpdater capacities,
            ReportClusterer reports,
            ChangeLog history,
            KeyLocks locks) {
        this.evidence = evidence;
        this.capacities = capacities;
        this.reports = reports;
        this.history = history;
        this.locks = locks;
    }

    /**
     * Stores a review with its corrections, and what follows from them: the capacity, and the other reports of the same
     * utterance.
     */
    public ChangeResult review(ClaimReview review) {
        Claim claim = review.claim();
        UUID speaker = review.speaker().applyTo(claim.speakerKey);
        PartialDate saidOn = review.saidOn()
                .applyToRequired(new PartialDate(claim.saidOn, claim.saidOnPrecision, claim.saidOnBasis));
        LocalDate day =
                Objects.requireNonNullElse(saidOn.date(), review.article().publishedOn());
        capacities.lockPosts(speaker);
        locks.lock(Stage.CONTENT, ReportClusterer.lockKeys(speaker, day));
        Map<String, Object> before = claim.audited();
        claim.review = review.state();
        claim.reviewedBy = RequestContext.writer();
        claim.reviewedAt = BaseEntity.now();
        claim.speakerKey = speaker;
        claim.addresseeKey = review.addressee().applyTo(claim.addresseeKey);
        claim.saidOn(saidOn.date(), saidOn.precision(), saidOn.basis());
        claim.modality = review.modality().applyToRequired(claim.modality);
        claim.kind = review.kind().applyToRequired(claim.kind);
        claim.act = review.act().applyTo(claim.act);
        claim.cue = review.cue().applyTo(claim.cue);
        review.evidence().newValue().ifPresent(spans -> {
            claim.text = EvidenceText.of(review.article(), spans, claim.kind);
            evidence.replace(claim, review.article(), spans);
        });
        claim.text = review.text().applyToRequired(claim.text);
        history.note(SubjectType.CLAIM, claim.key, ChangeAction.REVIEWED, before, claim.audited());
        capacities.refresh(List.of(claim.key));
        reports.regroup(claim.key);
        return new ChangeResult.Changed(claim.key);
    }
}
