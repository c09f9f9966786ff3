package org.rostrum.http.handler;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Vertx;
import org.rostrum.http.auth.BearerTokenAuthenticator;

/** Calls back when the token of an open connection expires. All of it runs on the connection's context. */
final class ExpiryTimer {

  /** Timers are not set for longer: the clock may be put right meanwhile. In milliseconds. */
  private static final long LONGEST = 60_000;

  private final Vertx vertx;
  private final SecurityIdentity identity;
  private final Runnable expired;
  private long timer = -1;

  private ExpiryTimer(Vertx vertx, SecurityIdentity identity, Runnable expired) {
    this.vertx = vertx;
    this.identity = identity;
    this.expired = expired;
  }

  /**
   * Starts waiting.
   *
   * @param identity whose token it is; one that never expires, or null, is never called back for
   */
  static ExpiryTimer start(Vertx vertx, SecurityIdentity identity, Runnable expired) {
    ExpiryTimer waiting = new ExpiryTimer(vertx, identity, expired);
    waiting.look();
    return waiting;
  }

  private void look() {
    long left = BearerTokenAuthenticator.millisLeft(identity);
    if (left <= 0) {
      expired.run();
    } else if (left < Long.MAX_VALUE) {
      timer = vertx.setTimer(Math.min(left, LONGEST), done -> look());
    }
  }

  void cancel() {
    vertx.cancelTimer(timer);
  }
}
