package org.rostrum.http.auth;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.rostrum.http.log.LogSanitizer;

/** Tells the operator why tokens are refused: one line a reason and a while, however many come. */
final class TokenRefusalLog {

  private static final Logger LOG = Logger.getLogger("rostrum.tokens");

  private final long pause;
  private final Map<TokenRefusalReason, Counted> counted = new EnumMap<>(TokenRefusalReason.class);

  private static final class Counted {
    private long loggedAt;
    private long since;
  }

  /** @param pause the shortest time between two lines of the same reason */
  TokenRefusalLog(Duration pause) {
    this.pause = pause.toNanos();
  }

  void note(TokenException refused) {
    String line = line(refused, System.nanoTime());
    if (line != null) {
      LOG.info(line);
    }
  }

  /** The line to write; null when one like it was written just now. */
  synchronized String line(TokenException refused, long now) {
    Counted one = counted.get(refused.fault());
    if (one != null && now - one.loggedAt < pause) {
      one.since++;
      return null;
    }
    long more = one == null ? 0 : one.since;
    one = counted.computeIfAbsent(refused.fault(), fault -> new Counted());
    one.loggedAt = now;
    one.since = 0;
    String hint = refused.hint().isEmpty() ? "" : "; " + refused.hint();
    return "A bearer token was refused: it " + LogSanitizer.clean(refused.getMessage() + hint)
        + (more == 0 ? "" : " (and " + more + " more of this kind since the last such line)");
  }
}
