package org.rostrum.claim.write;

import java.util.Set;
import java.util.stream.Collectors;

/** What tests outside of this room may ask about the words of statements. */
public final class ClaimWording {

  private final TextFingerprint wording;
  private final Set<Long> bands;

  /** The wording of a statement's text. */
  public ClaimWording(String text) {
    wording = TextFingerprint.of(text);
    bands = wording.bands().boxed().collect(Collectors.toSet());
  }

  /** The bands by which statements with nearly the same words are found. */
  public Set<Long> bands() {
    return bands;
  }

  /** Whether another has nearly the same words. */
  public boolean isNearly(ClaimWording other) {
    return wording.isNearly(other.wording);
  }

  /** Whether one has most of the other's content. */
  public boolean tellsTheSame(ClaimWording other) {
    return wording.tellsTheSame(other.wording);
  }
}
