package org.rostrum.http;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import org.rostrum.graph.ChangeNotifier;
import org.rostrum.graph.GraphQLErrorMapper;
import org.rostrum.graph.Limits;

/** What all live operations of the server share. */
@ApplicationScoped
public class SubscriptionFactory {

  private final SubscriptionSession.SubscriptionContext means;

  SubscriptionFactory(Vertx vertx, OperationRunner operations, RequestTelemetry observations, GraphQLErrorMapper errors, ChangeNotifier announcements, Limits limits) {
    means = new SubscriptionSession.SubscriptionContext(vertx, operations, observations, errors, announcements, limits.nodes(), limits.slowSubscriber());
  }

  SubscriptionSession.SubscriptionContext means() {
    return means;
  }
}
