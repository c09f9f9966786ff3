package org.rostrum.store.tx;

import java.time.Instant;

/** Fired inside the transaction when the change is done, before it is committed. */
public final class BeforeCommit {
  Instant changedAt;

  /** To be told the time of the change, which follows the order of commits. */
  public void changedAt(Instant time) {
    changedAt = time;
  }
}
