package org.rostrum.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rostrum.graph.Announcements;
import org.rostrum.graph.ErrorCodes;
import org.rostrum.graph.Limits;

/** The connections that stay open, so that they can be told when the server stops. */
@ApplicationScoped
public class Lives {

  private final LiveOperation.Means means;
  private final Set<Runnable> closers = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  Lives(Vertx vertx, Operations operations, Observations observations, ErrorCodes errors, Announcements announcements, Limits limits) {
    means = new LiveOperation.Means(vertx, operations, observations, errors, announcements, limits.nodes(), limits.slowSubscriber());
  }

  /** What live operations need. */
  LiveOperation.Means means() {
    return means;
  }

  /** Whether the server is about to stop: it takes no new subscriptions then. */
  boolean stopping() {
    return stopping;
  }

  /** Keeps a connection; the closer is called, by any thread, when the server stops. */
  void keep(Runnable closer) {
    closers.add(closer);
  }

  /** Forgets a connection that is closed. */
  void forget(Runnable closer) {
    closers.remove(closer);
  }

  void onStopping(@Observes ShutdownDelayInitiatedEvent stop) {
    closeAll();
  }

  void onStop(@Observes ShutdownEvent stop) {
    closeAll();
  }

  private void closeAll() {
    stopping = true;
    closers.forEach(Runnable::run);
  }
}
