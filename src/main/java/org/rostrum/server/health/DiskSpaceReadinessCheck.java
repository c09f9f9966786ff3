package org.rostrum.server.health;

import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.rostrum.store.DiskSpace;

/** Reports that the server is not ready while the database's disk is nearly full, and writes are refused. */
@Readiness
public class DiskSpaceReadinessCheck implements HealthCheck {

    private final DiskSpace space;

    DiskSpaceReadinessCheck(DiskSpace space) {
        this.space = space;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("The database's disk has room");
        Optional<DiskSpace.Free> free = space.free();
        if (free.isEmpty()) {
            return answer.up().build();
        }
        return answer.status(free.get().isEnough())
                .withData("freeBytes", free.get().free())
                .withData("reserveBytes", free.get().reserve())
                .build();
    }
}
