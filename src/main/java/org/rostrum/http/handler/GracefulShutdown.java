package org.rostrum.http.handler;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * How the server stops: it says that it is not ready and closes what stays open; after a while, in which whoever spreads the
 * load takes notice, it refuses what comes and waits for what runs. The platform's own graceful stop waits for ever for
 * requests that became websockets (Quarkus 3.34.1 counts them as running, also when they are closed).
 */
@ApplicationScoped
public class GracefulShutdown {

  private static final Logger LOG = Logger.getLogger(GracefulShutdown.class);

  private final Duration delay;
  private final Duration timeout;
  private final Set<Runnable> closers = ConcurrentHashMap.newKeySet();
  /** One party is this object's own. */
  private final Phaser running = new Phaser(1);
  private volatile boolean stopping;
  private volatile boolean refusing;

  GracefulShutdown(@ConfigProperty(name = "rostrum.stop.delay") Duration delay, @ConfigProperty(name = "rostrum.stop.timeout") Duration timeout) {
    this.delay = delay;
    this.timeout = timeout;
  }

  /** Whether the server is about to stop: it takes no new subscriptions then. */
  boolean stopping() {
    return stopping;
  }

  /** Whether the server takes no requests any more. */
  boolean refusing() {
    return refusing;
  }

  /** Keeps an open connection; the closer is called, by any thread, when the server stops. */
  void keep(Runnable closer) {
    closers.add(closer);
  }

  /** Forgets a connection that is closed. */
  void forget(Runnable closer) {
    closers.remove(closer);
  }

  /** Notes that a request begins to run; it must be ended once. */
  void begin() {
    running.register();
  }

  /** Notes that the answer to a request was handed over. */
  void end() {
    running.arriveAndDeregister();
  }

  void onStopping(@Observes ShutdownDelayInitiatedEvent stop) throws InterruptedException {
    stopping = true;
    closers.forEach(Runnable::run);
    Thread.sleep(delay.toMillis());
    refusing = true;
    // What was opened while the server was about to stop.
    closers.forEach(Runnable::run);
    try {
      running.awaitAdvanceInterruptibly(running.arrive(), timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warnf("Stopped with %d requests still running after %s", running.getUnarrivedParties(), timeout);
    }
  }
}
