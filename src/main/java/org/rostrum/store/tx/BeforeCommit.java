package org.rostrum.store.tx;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** CDI event, fired inside the transaction after the change and before the commit. */
public final class BeforeCommit {
    @Nullable
    Instant changedAt;

    /** Sets the time of the change. Times increase in the order of commits. */
    public void changedAt(@Nullable Instant time) {
        changedAt = time;
    }
}
