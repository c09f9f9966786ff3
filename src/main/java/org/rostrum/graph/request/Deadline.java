package org.rostrum.graph.request;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.LimitExceededException;

/**
 * When a request must be done. Measured with {@link System#nanoTime}, so changes of the wall clock do not move it.
 *
 * @param allowed the whole time the request has; null where there is no deadline
 * @param endNanos the value of {@link System#nanoTime} at which the time is up
 */
record Deadline(@Nullable Duration allowed, long endNanos) {

    /** For whatever runs outside of requests. */
    static final Deadline NONE = new Deadline(null, Long.MAX_VALUE);

    /** A statement is given at least this time: drivers take 0 for "no limit". */
    private static final int MIN_SECONDS = 1;

    /** A deadline that begins to run now. */
    static Deadline in(Duration allowed) {
        return new Deadline(allowed, System.nanoTime() + allowed.toNanos());
    }

    /** The remaining time, at least zero; null where there is no deadline. */
    @Nullable
    Duration remaining() {
        return allowed == null ? null : untilEnd();
    }

    private Duration untilEnd() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    boolean isExpired() {
        return allowed != null && System.nanoTime() >= endNanos;
    }

    /** The remaining time in whole seconds, rounded up, at least 1; 0 where there is no deadline. */
    int remainingSeconds() {
        return allowed == null
                ? 0
                : (int) Math.max(MIN_SECONDS, Math.ceil(untilEnd().toMillis() / 1_000.0));
    }

    /** The error of a request that is stopped because its time is up. */
    LimitExceededException exceeded() {
        long millis = Objects.requireNonNull(allowed, "without a deadline the time is never up")
                .toMillis();
        return new LimitExceededException(
                "deadline",
                millis,
                null,
                "the request was stopped: it took longer than the limit of " + millis + " milliseconds");
    }
}
