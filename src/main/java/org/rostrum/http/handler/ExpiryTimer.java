package org.rostrum.http.handler;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Vertx;
import java.util.OptionalLong;
import org.rostrum.http.auth.BearerTokenAuthenticator;

/** Calls back when the token of an open connection expires. Used on the connection's context only. */
final class ExpiryTimer {

    /** The longest that one timer is set for, since the system clock may be adjusted meanwhile. */
    private static final long MAX_WAIT_MILLIS = 60_000;

    private final Vertx vertx;
    private final SecurityIdentity identity;
    private final Runnable onExpiry;
    private OptionalLong timer = OptionalLong.empty();

    private ExpiryTimer(Vertx vertx, SecurityIdentity identity, Runnable onExpiry) {
        this.vertx = vertx;
        this.identity = identity;
        this.onExpiry = onExpiry;
    }

    /**
     * Starts waiting.
     *
     * @param identity the token's; for one that never expires, or null, there is no callback
     */
    static ExpiryTimer start(Vertx vertx, SecurityIdentity identity, Runnable onExpiry) {
        ExpiryTimer timer = new ExpiryTimer(vertx, identity, onExpiry);
        timer.check();
        return timer;
    }

    private void check() {
        long left = BearerTokenAuthenticator.millisLeft(identity);
        if (left <= 0) {
            onExpiry.run();
        } else if (left < Long.MAX_VALUE) {
            timer = OptionalLong.of(vertx.setTimer(Math.min(left, MAX_WAIT_MILLIS), due -> check()));
        }
    }

    void cancel() {
        timer.ifPresent(vertx::cancelTimer);
    }
}
