package org.rostrum.claim.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.TextSpan;
import org.rostrum.claim.write.ClaimDraft;
import org.rostrum.claim.write.PartialDate;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.Modality;

/** Which stored claim a draft of a new extraction becomes. */
class ClaimMatcherTest {

    private static ClaimDraft draft(TextSpan... spans) {
        return new ClaimDraft(
                List.of(spans),
                null,
                ClaimKind.DIRECT,
                null,
                null,
                null,
                null,
                null,
                null,
                PartialDate.UNKNOWN,
                Modality.ASSERTED,
                1,
                ReviewState.EXTRACTED,
                null);
    }

    private static ExistingClaim claim(ReviewState review, TextSpan... spans) {
        Claim claim = new Claim();
        claim.key = UUID.randomUUID();
        claim.extracted = true;
        claim.review = review;
        return new ExistingClaim(claim, List.of(spans));
    }

    private static ExistingClaim extracted(TextSpan... spans) {
        return claim(ReviewState.EXTRACTED, spans);
    }

    private static TextSpan span(int start, int end) {
        return new TextSpan(start, end);
    }

    @Test
    void sameEvidenceGoesBeforeSimilarEvidence() {
        ExistingClaim similar = extracted(span(0, 9));
        ExistingClaim same = extracted(span(0, 10));
        assertEquals(Map.of(0, same), ClaimMatcher.match(List.of(draft(span(0, 10))), List.of(similar, same)));
    }

    @Test
    void anExtractedClaimNeedsHalfOfTheEvidenceInCommon() {
        ExistingClaim claim = extracted(span(0, 10));
        assertEquals(Map.of(0, claim), ClaimMatcher.match(List.of(draft(span(0, 20))), List.of(claim)));
        assertEquals(Map.of(), ClaimMatcher.match(List.of(draft(span(0, 21))), List.of(claim)));
    }

    @Test
    void anExtractedClaimIsMatchedOnceByTheFirstDraft() {
        ExistingClaim claim = extracted(span(0, 10));
        assertEquals(
                Map.of(0, claim), ClaimMatcher.match(List.of(draft(span(0, 9)), draft(span(1, 10))), List.of(claim)));
    }

    @Test
    void aSettledClaimTakesEveryDraftThatOverlapsIt() {
        ExistingClaim rejected = claim(ReviewState.REJECTED, span(0, 100));
        assertEquals(
                Map.of(0, rejected, 1, rejected),
                ClaimMatcher.match(
                        List.of(draft(span(0, 3)), draft(span(99, 110)), draft(span(100, 110))), List.of(rejected)));
    }

    @Test
    void theMostSimilarClaimIsChosen() {
        ExistingClaim close = extracted(span(0, 11), span(20, 30));
        ExistingClaim far = extracted(span(0, 10));
        assertEquals(
                Map.of(0, close), ClaimMatcher.match(List.of(draft(span(0, 10), span(20, 30))), List.of(far, close)));
    }

    @Test
    void whatAPersonRecordedOrReviewedIsSettled() {
        ExistingClaim recorded = extracted(span(0, 1));
        recorded.claim().extracted = false;
        assertEquals(
                List.of(true, true, false),
                List.of(
                        recorded.isSettled(),
                        claim(ReviewState.CONFIRMED, span(0, 1)).isSettled(),
                        extracted(span(0, 1)).isSettled()));
    }
}
