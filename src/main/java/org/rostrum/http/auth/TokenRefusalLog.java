package org.rostrum.http.auth;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rostrum.http.log.LogSanitizer;

/** Logs why tokens are refused, one line a reason and interval, however many tokens are refused. */
final class TokenRefusalLog {

    private static final Logger LOG = Logger.getLogger("rostrum.tokens");

    private final long intervalNanos;
    private final Map<TokenRefusalReason, Count> counts = new EnumMap<>(TokenRefusalReason.class);

    private static final class Count {
        private long loggedAt;
        /** Refusals since then. */
        private long suppressed;
    }

    /** @param interval the shortest time between two lines of the same reason */
    TokenRefusalLog(Duration interval) {
        this.intervalNanos = interval.toNanos();
    }

    /** Logs a refusal, unless a line of the same reason was logged just now. */
    void record(TokenException refused) {
        String line = line(refused, System.nanoTime());
        if (line != null) {
            LOG.info(line);
        }
    }

    /**
     * The line to log; null when one of the same reason was logged within the interval.
     *
     * @param now in nanoseconds, by {@link System#nanoTime}
     */
    synchronized @Nullable String line(TokenException refused, long now) {
        Count count = counts.get(refused.reason());
        if (count != null && now - count.loggedAt < intervalNanos) {
            count.suppressed++;
            return null;
        }
        long suppressed = count == null ? 0 : count.suppressed;
        count = counts.computeIfAbsent(refused.reason(), reason -> new Count());
        count.loggedAt = now;
        count.suppressed = 0;
        String hint = refused.hint().isEmpty() ? "" : "; " + refused.hint();
        return "A bearer token was refused: it " + LogSanitizer.clean(refused.getMessage() + hint)
                + (suppressed == 0 ? "" : " (and " + suppressed + " more of this kind since the last such line)");
    }
}
