package org.rostrum.benchmark;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;
import org.rostrum.resolution.ResolutionBenchmark;

/**
 * The benchmarks that need a server, in its process: on H2, or with {@code -Drostrum.test.database=postgresql} on
 * PostgreSQL.
 */
@QuarkusTest
@TestProfile(DatabaseBenchmarksTest.OwnDatabase.class)
class DatabaseBenchmarksTest {

    /** A database that no test shares, because it is filled. */
    public static class OwnDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return System.getProperty("rostrum.db.url") != null
                    ? Map.of()
                    : Map.of(
                            "rostrum.db.url",
                            "jdbc:h2:mem:benchmark;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        }
    }

    @Test
    void run() throws RunnerException {
        Benchmarks.run(
                0,
                Set.of(ResolutionBenchmark.class, PagingBenchmark.class),
                "actors",
                "500",
                "sentences",
                "5",
                "claims",
                "300",
                "depth",
                "200");
    }
}
