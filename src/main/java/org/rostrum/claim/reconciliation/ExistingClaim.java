package org.rostrum.claim.reconciliation;

import java.util.List;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ReviewState;
import org.rostrum.claim.TextSpan;

/**
 * A claim that is stored before an article is extracted again.
 *
 * @param spans its evidence, in the article's order
 */
record ExistingClaim(Claim claim, List<TextSpan> spans) {

    /** Whether a person recorded or reviewed it, so that no extraction changes it. */
    boolean isSettled() {
        return !claim.extracted || claim.review != ReviewState.EXTRACTED;
    }
}
