package org.rostrum.claim.write;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rostrum.article.Article;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimLinkKey;
import org.rostrum.claim.Evidence;
import org.rostrum.claim.TextSpan;
import org.rostrum.claim.evidence.EvidenceWriter;
import org.rostrum.claim.link.ClaimLinker;
import org.rostrum.claim.report.ReportClusterer;
import org.rostrum.graph.input.ChangeResult;
import org.rostrum.graph.value.LinkType;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.tx.KeyLocks;
import org.rostrum.store.tx.KeyLocks.Stage;

/** Records claims with their evidence. Runs in its caller's transaction. */
@ApplicationScoped
public class ClaimRecorder {

    private final EvidenceWriter evidence;
    private final CapacityUpdater capacities;
    private final ReportClusterer reports;
    private final EventClaimWriter events;
    private final ClaimLinker linker;
    private final ChangeLog history;
    private final KeyLocks locks;

    ClaimRecorder(
            EvidenceWriter evidence,
            CapacityUpdater capacities,
            ReportClusterer reports,
            EventClaimWriter events,
            ClaimLinker linker,
            ChangeLog history,
            KeyLocks locks) {
        this.evidence = evidence;
        this.capacities = capacities;
        this.reports = reports;
        this.events = events;
        this.linker = linker;
        this.history = history;
        this.locks = locks;
    }

    /** The keys to lock, in {@link Stage#CONTENT}, before claims of an article are stored. */
    public static Set<String> lockKeys(Article article, List<ClaimDraft> drafts) {
        LocalDate publishedOn = article.publishedOn();
        return drafts.stream()
                .flatMap(
                        draft -> ReportClusterer.lockKeys(
                                draft.speaker(),
                                Objects.requireNonNullElse(draft.saidOn().date(), publishedOn))
                                .stream())
                .collect(Collectors.toSet());
    }

    /** Records a claim for a person, unless one with the same evidence exists. */
    public ChangeResult record(NewClaim input) {
        Article article = input.article();
        ClaimDraft draft = input.draft();
        capacities.lockPosts(draft.speaker());
        Set<String> keys = new HashSet<>(lockKeys(article, List.of(draft)));
        keys.add("evidence " + article.key + ' ' + draft.spans().get(0).start());
        locks.lock(Stage.CONTENT, keys);
        Optional<UUID> existing = withEvidence(article, draft.spans());
        if (existing.isPresent()) {
            return ChangeResult.alreadyExists(
                    "evidence", "a claim with this very evidence is there already", existing.get());
        }
        UUID claim = store(article, List.of(draft)).get(0);
        input.events().forEach(event -> events.add(event, claim));
        input.repliesTo().ifPresent(answered -> linker.add(new ClaimLinkKey(claim, answered, LinkType.REPLIES_TO)));
        return new ChangeResult.Changed(claim);
    }

    /** Stores new claims of an article, whose {@link #lockKeys} are locked; gives their keys in the drafts' order. */
    public List<UUID> store(Article article, List<ClaimDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        List<Claim> claims = drafts.stream().map(draft -> claim(article, draft)).toList();
        capacities.fill(claims, article.publishedOn());
        for (int i = 0; i < claims.size(); i++) {
            evidence.store(claims.get(i), article, drafts.get(i).spans());
            claims.get(i).persist();
        }
        claims.forEach(claim -> history.recorded(SubjectType.CLAIM, claim.key));
        for (int i = 0; i < claims.size(); i++) {
            drafts.get(i).candidates(claims.get(i)).forEach(candidate -> candidate.persist());
        }
        List<UUID> keys = claims.stream().map(claim -> claim.key).toList();
        reports.group(keys);
        return keys;
    }

    private static Claim claim(Article article, ClaimDraft draft) {
        Claim claim = BaseEntity.initialized(new Claim());
        claim.articleKey = article.key;
        claim.review = draft.review();
        draft.applyTo(claim, article);
        return claim;
    }

    private static Optional<UUID> withEvidence(Article article, List<TextSpan> spans) {
        return Claim.<Claim>list(
                        "articleKey = ?1 and position = ?2",
                        article.key,
                        spans.get(0).start())
                .stream()
                .map(claim -> claim.key)
                .filter(claim -> spans.equals(Evidence.<Evidence>list("claimKey = ?1 order by start", claim).stream()
                        .map(Evidence::span)
                        .toList()))
                .findFirst();
    }
}
