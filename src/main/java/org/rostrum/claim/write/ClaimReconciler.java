package org.rostrum.claim.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rostrum.actor.ActorEntity;
import org.rostrum.article.Article;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimLink;
import org.rostrum.claim.Evidence;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.TextSpan;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;

/**
 * Takes over a new reading of an article that was read before. What a person reviewed or recorded stays as it is, and what it has
 * evidence of is not read anew; what a machine read before is changed, kept or removed. Runs in its caller's transaction.
 */
@ApplicationScoped
public class ClaimReconciler {

  /** From such a share on, two stretches of the text hold the same statement. */
  private static final double SAME = 0.5;
  /** In an order in which nothing points at what is deleted. */
  private static final List<String> DELETIONS = List.of(
      "delete from claim_link where from_id = :claim or to_id = :claim",
      "delete from claim_link_refused where from_id = :claim or to_id = :claim",
      "delete from event_claim where claim_id = :claim",
      "delete from claim_band where claim_id = :claim",
      "delete from claim_candidate where claim_id = :claim",
      "delete from claim where id = :claim",
      "delete from evidence where claim_id = :claim");

  private final ClaimService changes;
  private final CapacityUpdater capacities;
  private final ReportClusterer reports;
  private final EntityManager entities;
  private final ChangeLog history;

  ClaimReconciler(ClaimService changes, CapacityUpdater capacities, ReportClusterer reports, EntityManager entities, ChangeLog history) {
    this.changes = changes;
    this.capacities = capacities;
    this.reports = reports;
    this.entities = entities;
    this.history = history;
  }

  /**
   * What became of a reading.
   *
   * @param claims  the claim of each draft, in their order; where a person's claim has the evidence, that
   * @param added   claims that are new
   * @param changed claims that a machine had read otherwise
   * @param removed claims that a machine had read and does not any more
   * @param kept    how many claims are as they were
   */
  public record Outcome(List<UUID> claims, List<UUID> added, List<UUID> changed, List<UUID> removed, int kept) {}

  /** A claim that is there, with where its evidence is. */
  private record ExistingClaim(Claim claim, List<TextSpan> spans) {

    boolean isSettled() {
      return !claim.extracted || claim.review != ReviewState.EXTRACTED;
    }
  }

  /** Takes over the first reading of an article. */
  public Outcome first(Article article, List<ClaimDraft> drafts) {
    List<UUID> claims = changes.store(article, drafts);
    return new Outcome(claims, claims, List.of(), List.of(), 0);
  }

  /** Links claims that were stored just now. */
  public void linkNew(List<ProposedLink> links) {
    new LinkedHashSet<>(links).forEach(wanted -> changes.store(wanted.from(), wanted.to(), wanted.type(), wanted.confidence(), true));
  }

  /** Takes over a new reading. */
  public Outcome take(Article article, List<ClaimDraft> drafts) {
    List<ExistingClaim> there = there(article);
    Map<Integer, ExistingClaim> matched = match(drafts, there);
    List<UUID> claims = new ArrayList<>();
    List<UUID> added = new ArrayList<>();
    List<UUID> changed = new ArrayList<>();
    Set<UUID> met = new HashSet<>();
    List<ClaimDraft> fresh = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      ExistingClaim old = matched.get(i);
      claims.add(old == null ? null : old.claim.key);
      if (old == null) {
        fresh.add(drafts.get(i));
        places.add(i);
      } else if (!old.isSettled() && change(old, article, drafts.get(i))) {
        changed.add(old.claim.key);
      }
      if (old != null) {
        met.add(old.claim.key);
      }
    }
    List<UUID> removed = there.stream().filter(old -> !met.contains(old.claim.key) && !old.isSettled() && !isUsed(old.claim.key)).map(old -> old.claim.key).toList();
    removed.forEach(this::remove);
    List<UUID> stored = changes.store(article, fresh);
    for (int i = 0; i < stored.size(); i++) {
      claims.set(places.get(i), stored.get(i));
      added.add(stored.get(i));
    }
    capacities.refresh(changed);
    changed.forEach(reports::regroup);
    return new Outcome(claims, added, changed, removed, there.size() - changed.size() - removed.size());
  }

  private static List<ExistingClaim> there(Article article) {
    Map<UUID, List<TextSpan>> spans = new HashMap<>();
    Evidence.<Evidence>list("articleKey = ?1 order by start", article.key)
        .forEach(evidence -> spans.computeIfAbsent(evidence.claimKey, claim -> new ArrayList<>()).add(new TextSpan(evidence.start, evidence.end)));
    return Claim.<Claim>list("articleKey = ?1 order by position, key", article.key).stream().map(claim -> new ExistingClaim(claim, spans.get(claim.key))).toList();
  }

  /** Each draft's claim: the one with the same evidence, else what a person settled about that stretch, else a machine's that is nearly there. */
  private static Map<Integer, ExistingClaim> match(List<ClaimDraft> drafts, List<ExistingClaim> there) {
    Map<Integer, ExistingClaim> matched = new LinkedHashMap<>();
    Set<UUID> taken = new HashSet<>();
    Map<List<TextSpan>, ExistingClaim> exact = new HashMap<>();
    there.forEach(old -> exact.putIfAbsent(old.spans, old));
    for (int i = 0; i < drafts.size(); i++) {
      ExistingClaim old = exact.get(drafts.get(i).spans());
      if (old != null && taken.add(old.claim.key)) {
        matched.put(i, old);
      }
    }
    for (int i = 0; i < drafts.size(); i++) {
      if (matched.containsKey(i)) {
        continue;
      }
      List<TextSpan> spans = drafts.get(i).spans();
      ExistingClaim best = null;
      double most = 0;
      for (ExistingClaim old : there) {
        boolean near = old.spans.get(0).start() < spans.get(spans.size() - 1).end() && spans.get(0).start() < old.spans.get(old.spans.size() - 1).end();
        double share = near ? share(old.spans, spans) : 0;
        boolean free = old.isSettled() || !taken.contains(old.claim.key);
        if (free && share >= (old.isSettled() ? Double.MIN_VALUE : SAME) && share > most) {
          most = share;
          best = old;
        }
      }
      if (best != null) {
        taken.add(best.claim.key);
        matched.put(i, best);
      }
    }
    return matched;
  }

  /** How much two lists of stretches share of what both have together. */
  private static double share(List<TextSpan> one, List<TextSpan> other) {
    int both = 0;
    for (TextSpan a : one) {
      for (TextSpan b : other) {
        both += Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
      }
    }
    int all = one.stream().mapToInt(span -> span.end() - span.start()).sum() + other.stream().mapToInt(span -> span.end() - span.start()).sum() - both;
    return (double) both / all;
  }

  private boolean change(ExistingClaim old, Article article, ClaimDraft draft) {
    Claim claim = old.claim;
    Map<String, Object> before = audited(claim);
    boolean moved = !old.spans.equals(draft.spans());
    claim.kind = draft.kind();
    claim.cue = draft.cue();
    claim.act = draft.act();
    claim.speakerKey = draft.speaker();
    claim.speakerMention = draft.speakerMention();
    claim.addresseeKey = draft.addressee();
    claim.addresseeMention = draft.addresseeMention();
    claim.confidence = draft.confidence();
    claim.saidOn(InputValidator.startOf(draft.saidOn(), draft.precision()), draft.precision());
    claim.text = ClaimService.text(article, draft);
    if (moved) {
      changes.replaceEvidence(claim, article, draft.spans());
    }
    entities.flush();
    entities.createNativeQuery("delete from claim_candidate where claim_id = ?").setParameter(1, claim.key).executeUpdate();
    ClaimService.attribute(claim, draft.attributed());
    ClaimService.keepCandidates(claim, draft.attributed());
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

  /** Whether a person linked a claim with another, or said that it is about an event. */
  private boolean isUsed(UUID claim) {
    Number links = (Number) entities.createNativeQuery("select count(*) from claim_link where (from_id = :claim or to_id = :claim) and extracted = false", Long.class)
        .setParameter("claim", claim).getSingleResult();
    Number events = (Number) entities.createNativeQuery("select count(*) from event_claim a join event e on e.id = a.event_id where a.claim_id = :claim and e.extracted = false", Long.class)
        .setParameter("claim", claim).getSingleResult();
    return links.intValue() + events.intValue() > 0;
  }

  private void remove(UUID claim) {
    entities.flush();
    ClaimLink.<ClaimLink>list("fromKey = ?1 or toKey = ?1", claim).forEach(link -> changes.noteLink(ChangeAction.UNLINKED, link.type, link.fromKey, link.toKey));
    history.note(SubjectType.CLAIM, claim, ChangeAction.DELETED);
    DELETIONS.forEach(sql -> entities.createNativeQuery(sql).setParameter("claim", claim).executeUpdate());
    entities.clear();
  }

  /** Takes over which claims of an article a machine links with others: those that a person took away are not made again. */
  public void link(List<UUID> claims, List<ProposedLink> links) {
    entities.flush();
    List<UUID> own = claims.stream().filter(Objects::nonNull).toList();
    List<ClaimLink> old = own.isEmpty() ? List.of() : ClaimLink.list("extracted = true and fromKey in ?1", own);
    for (ClaimLink link : old) {
      if (links.stream().noneMatch(wanted -> wanted.from().equals(link.fromKey) && wanted.to().equals(link.toKey) && wanted.type() == link.type)) {
        link.delete();
        changes.noteLink(ChangeAction.UNLINKED, link.type, link.fromKey, link.toKey);
      }
    }
    for (ProposedLink wanted : links) {
      boolean there = ClaimLink.count("fromKey = ?1 and toKey = ?2 and type = ?3", wanted.from(), wanted.to(), wanted.type()) > 0;
      if (!there && !isRefused(wanted)) {
        changes.store(wanted.from(), wanted.to(), wanted.type(), wanted.confidence(), true);
      }
    }
  }

  private boolean isRefused(ProposedLink wanted) {
    return ((Number) entities.createNativeQuery("select count(*) from claim_link_refused where from_id = ? and to_id = ? and type = ?", Long.class)
        .setParameter(1, wanted.from()).setParameter(2, wanted.to()).setParameter(3, wanted.type().name()).getSingleResult()).intValue() > 0;
  }
}
