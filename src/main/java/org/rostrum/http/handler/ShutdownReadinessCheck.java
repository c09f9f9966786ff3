package org.rostrum.http.handler;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says that the server is not ready when it is about to stop. */
@Readiness
public class ShutdownReadinessCheck implements HealthCheck {

  private final GracefulShutdown stop;

  ShutdownReadinessCheck(GracefulShutdown stop) {
    this.stop = stop;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("The server is not about to stop").status(!stop.stopping()).build();
  }
}
