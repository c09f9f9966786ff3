package org.rostrum.http;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import org.rostrum.graph.Announcements;
import org.rostrum.graph.ErrorCodes;
import org.rostrum.graph.Limits;

/** What all live operations of the server share. */
@ApplicationScoped
public class Lives {

  private final LiveOperation.Means means;

  Lives(Vertx vertx, Operations operations, Observations observations, ErrorCodes errors, Announcements announcements, Limits limits) {
    means = new LiveOperation.Means(vertx, operations, observations, errors, announcements, limits.nodes(), limits.slowSubscriber());
  }

  LiveOperation.Means means() {
    return means;
  }
}
