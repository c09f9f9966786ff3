package org.rostrum.claim.report;

import java.util.Set;
import java.util.stream.Collectors;

/** Gives tests of other packages access to the fingerprints of statements. */
public final class ClaimWording {

    private final TextFingerprint fingerprint;
    private final Set<Long> bands;

    /** The fingerprint of a statement's text. */
    public ClaimWording(String text) {
        fingerprint = TextFingerprint.of(text);
        bands = fingerprint.bands().boxed().collect(Collectors.toSet());
    }

    /** The bands by which statements with nearly the same words are found. */
    public Set<Long> bands() {
        return bands;
    }

    /** Whether another has nearly the same words. */
    public boolean isNearly(ClaimWording other) {
        return fingerprint.isNearly(other.fingerprint);
    }

    /** Whether one has most of the other's content. */
    public boolean sharesContent(ClaimWording other) {
        return fingerprint.sharesContent(other.fingerprint);
    }
}
