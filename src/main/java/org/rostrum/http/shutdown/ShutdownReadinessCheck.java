package org.rostrum.http.shutdown;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports that the server is not ready once a shutdown has begun. */
@Readiness
public class ShutdownReadinessCheck implements HealthCheck {

    private final GracefulShutdown shutdown;

    ShutdownReadinessCheck(GracefulShutdown shutdown) {
        this.shutdown = shutdown;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("The server is not about to stop")
                .status(!shutdown.isStopping())
                .build();
    }
}
