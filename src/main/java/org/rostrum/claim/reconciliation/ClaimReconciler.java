package org.rostrum.claim.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rostrum.actor.ActorEntity;
import org.rostrum.article.Article;
import org.rostrum.claim.AttributionCandidate;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimLink;
import org.rostrum.claim.Evidence;
import org.rostrum.claim.TextSpan;
import org.rostrum.claim.evidence.EvidenceWriter;
import org.rostrum.claim.report.ReportClusterer;
import org.rostrum.claim.write.CapacityUpdater;
import org.rostrum.claim.write.ClaimDeleter;
import org.rostrum.claim.write.ClaimDraft;
import org.rostrum.claim.write.ClaimRecorder;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;

/**
 * Replaces the extracted claims of an article by those of a new extraction. Claims that a person recorded or reviewed
 * stay as they are, and so does what they have evidence of; other claims are changed, kept or deleted. Runs in its
 * caller's transaction.
 */
@ApplicationScoped
public class ClaimReconciler {

    private final ClaimRecorder recorder;
    private final ClaimDeleter deleter;
    private final EvidenceWriter evidence;
    private final CapacityUpdater capacities;
    private final ReportClusterer reports;
    private final EntityManager entities;
    private final ChangeLog history;

    ClaimReconciler(
            ClaimRecorder recorder,
            ClaimDeleter deleter,
            EvidenceWriter evidence,
            CapacityUpdater capacities,
            ReportClusterer reports,
            EntityManager entities,
            ChangeLog history) {
        this.recorder = recorder;
        this.deleter = deleter;
        this.evidence = evidence;
        this.capacities = capacities;
        this.reports = reports;
        this.entities = entities;
        this.history = history;
    }

    /**
     * What an extraction did to the claims of an article.
     *
     * @param claims the claim of each draft, in their order; a person's claim where that has the evidence
     * @param added new claims
     * @param changed extracted claims that changed
     * @param removed extracted claims that were deleted
     * @param kept how many claims stayed as they were
     */
    public record Outcome(List<UUID> claims, List<UUID> added, List<UUID> changed, List<UUID> removed, int kept) {}

    /** Stores the claims of an article that has none. */
    public Outcome recordFirst(Article article, List<ClaimDraft> drafts) {
        List<UUID> claims = recorder.store(article, drafts);
        return new Outcome(claims, claims, List.of(), List.of(), 0);
    }

    /** Replaces the extracted claims of an article. */
    public Outcome reconcile(Article article, List<ClaimDraft> drafts) {
        List<ExistingClaim> existing = existing(article);
        Map<Integer, ExistingClaim> matches = ClaimMatcher.match(drafts, existing);
        List<UUID> claims = new ArrayList<>();
        List<UUID> changed = new ArrayList<>();
        Set<UUID> matched = new HashSet<>();
        List<ClaimDraft> unmatched = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            ExistingClaim match = matches.get(i);
            claims.add(match == null ? null : match.claim().key);
            if (match == null) {
                unmatched.add(drafts.get(i));
                continue;
            }
            matched.add(match.claim().key);
            if (!match.isSettled() && change(match, article, drafts.get(i))) {
                changed.add(match.claim().key);
            }
        }
        List<UUID> removed = existing.stream()
                .filter(claim -> !claim.isSettled())
                .map(claim -> claim.claim().key)
                .filter(claim -> !matched.contains(claim) && !isUsedByPerson(claim))
                .toList();
        if (!removed.isEmpty()) {
            deleter.delete(removed);
        }
        List<UUID> added = recorder.store(article, unmatched);
        added.forEach(claim -> claims.set(claims.indexOf(null), claim));
        capacities.refresh(changed);
        changed.forEach(reports::regroup);
        return new Outcome(claims, added, changed, removed, existing.size() - changed.size() - removed.size());
    }

    private static List<ExistingClaim> existing(Article article) {
        Map<UUID, List<TextSpan>> spans = new HashMap<>();
        Evidence.<Evidence>list("articleKey = ?1 order by start", article.key)
                .forEach(part -> spans.computeIfAbsent(part.claimKey, claim -> new ArrayList<>())
                        .add(part.span()));
        return Claim.<Claim>list("articleKey = ?1 order by position, key", article.key).stream()
                .map(claim -> new ExistingClaim(
                        claim, Objects.requireNonNull(spans.get(claim.key), "every claim has evidence")))
                .toList();
    }

    /** Changes an extracted claim; whether that made a difference. */
    private boolean change(ExistingClaim existing, Article article, ClaimDraft draft) {
        Claim claim = existing.claim();
        Map<String, Object> before = audited(claim);
        draft.applyTo(claim, article);
        boolean moved = !existing.spans().equals(draft.spans());
        if (moved) {
            evidence.replace(claim, article, draft.spans());
        }
        entities.flush();
        AttributionCandidate.delete("claimKey", claim.key);
        draft.candidates(claim).forEach(candidate -> candidate.persist());
        Map<String, Object> after = audited(claim);
        if (before.equals(after) && !moved) {
            return false;
        }
        history.note(SubjectType.CLAIM, claim.key, ChangeAction.UPDATED, before, after);
        return true;
    }

    private static Map<String, Object> audited(Claim claim) {
        Map<String, Object> fields = claim.audited();
        fields.put("speakerMention", claim.speakerMention);
        fields.put("addresseeMention", claim.addresseeMention);
        fields.put("confidence", claim.confidence);
        fields.put("toldCountry", ActorEntity.id(claim.toldCountryKey));
        return fields;
    }

    /** Whether a person linked a claim with another, or recorded or changed an event that it is about. */
    private boolean isUsedByPerson(UUID claim) {
        boolean linked = ClaimLink.count("(fromKey = ?1 or toKey = ?1) and extracted = false", claim) > 0;
        return linked
                || entities.createQuery(
                                        "select count(*) from EventClaim a join Event e on e.key = a.eventKey where a.claimKey = :claim and e.extracted = false",
                                        Long.class)
                                .setParameter("claim", claim)
                                .getSingleResult()
                        > 0;
    }
}
