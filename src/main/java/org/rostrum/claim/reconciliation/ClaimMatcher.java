package org.rostrum.claim.reconciliation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rostrum.claim.TextSpan;
import org.rostrum.claim.write.ClaimDraft;

/**
 * Matches the drafts of a new extraction with the stored claims of the article. Claims with exactly the same evidence
 * are matched first; then, for the other drafts, the claim whose evidence overlaps the most: any overlap with a claim
 * that a person settled, but a Jaccard similarity of at least one half with an extracted one.
 */
final class ClaimMatcher {

    /** The least Jaccard similarity of a draft's evidence with that of an extracted claim. */
    private static final double MIN_SIMILARITY = 0.5;

    private final List<ExistingClaim> existing;
    private final Set<UUID> matched = new HashSet<>();

    private ClaimMatcher(List<ExistingClaim> existing) {
        this.existing = existing;
    }

    /** The claim of each draft, by the draft's index; a draft of a new claim has none. */
    static Map<Integer, ExistingClaim> match(List<ClaimDraft> drafts, List<ExistingClaim> existing) {
        return new ClaimMatcher(existing).match(drafts);
    }

    private Map<Integer, ExistingClaim> match(List<ClaimDraft> drafts) {
        Map<Integer, ExistingClaim> matches = new HashMap<>();
        Map<List<TextSpan>, ExistingClaim> bySpans = new HashMap<>();
        existing.forEach(claim -> bySpans.putIfAbsent(claim.spans(), claim));
        for (int i = 0; i < drafts.size(); i++) {
            ExistingClaim same = bySpans.get(drafts.get(i).spans());
            if (same != null && matched.add(same.claim().key)) {
                matches.put(i, same);
            }
        }
        for (int i = 0; i < drafts.size(); i++) {
            if (!matches.containsKey(i)) {
                int draft = i;
                mostSimilar(drafts.get(i).spans()).ifPresent(claim -> {
                    matched.add(claim.claim().key);
                    matches.put(draft, claim);
                });
            }
        }
        return matches;
    }

    private Optional<ExistingClaim> mostSimilar(List<TextSpan> spans) {
        ExistingClaim best = null;
        double highest = 0;
        for (ExistingClaim claim : existing) {
            // Several drafts may overlap one settled claim: none of them becomes a claim of its own.
            boolean available = claim.isSettled() || !matched.contains(claim.claim().key);
            double similarity = available ? similarity(claim.spans(), spans) : 0;
            if (similarity > highest && (claim.isSettled() || similarity >= MIN_SIMILARITY)) {
                highest = similarity;
                best = claim;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The Jaccard similarity of the characters in two lists of spans, 0 to 1. */
    private static double similarity(List<TextSpan> one, List<TextSpan> other) {
        int shared = 0;
        for (TextSpan a : one) {
            for (TextSpan b : other) {
                shared += Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
            }
        }
        return (double) shared / (length(one) + length(other) - shared);
    }

    private static int length(List<TextSpan> spans) {
        return spans.stream().mapToInt(span -> span.end() - span.start()).sum();
    }
}
