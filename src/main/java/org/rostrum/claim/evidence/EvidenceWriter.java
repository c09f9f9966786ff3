package org.rostrum.claim.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.rostrum.article.Article;
import org.rostrum.claim.Claim;
import org.rostrum.claim.Evidence;
import org.rostrum.claim.TextSpan;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.FieldChange;
import org.rostrum.history.SubjectType;

/** Writes the evidence of claims. Runs in its caller's transaction. */
@ApplicationScoped
public class EvidenceWriter {

    private final EntityManager entities;
    private final ChangeLog history;

    EvidenceWriter(EntityManager entities, ChangeLog history) {
        this.entities = entities;
        this.history = history;
    }

    /**
     * Stores a claim's evidence. A new claim is persisted after it: the database accepts no claim without evidence.
     *
     * @param spans at least one, in the article's order
     */
    public void store(Claim claim, Article article, List<TextSpan> spans) {
        List<Evidence> evidence = spans.stream()
                .map(span -> Evidence.of(claim.key, article, span))
                .toList();
        evidence.forEach(part -> part.persist());
        claim.firstEvidenceKey = evidence.get(0).key;
        claim.position = spans.get(0).start();
    }

    /** Replaces a stored claim's evidence and notes that in its history. */
    public void replace(Claim claim, Article article, List<TextSpan> spans) {
        List<Evidence> old = Evidence.list("claimKey = ?1 order by start", claim.key);
        history.note(
                SubjectType.CLAIM,
                claim.key,
                ChangeAction.REVIEWED,
                new FieldChange(
                        "evidence",
                        EvidenceText.join(old.stream().map(part -> part.exact).toList()),
                        EvidenceText.exact(article, spans)));
        store(claim, article, spans);
        // The claim must name its new evidence before the old is deleted.
        entities.flush();
        old.forEach(part -> part.delete());
    }
}
