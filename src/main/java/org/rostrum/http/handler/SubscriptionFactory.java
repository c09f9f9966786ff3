package org.rostrum.http.handler;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.graph.request.Limits;
import org.rostrum.history.ChangeNotifier;
import org.rostrum.http.operation.OperationRunner;
import org.rostrum.http.operation.RequestTelemetry;

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
