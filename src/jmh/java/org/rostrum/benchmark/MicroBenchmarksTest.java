package org.rostrum.benchmark;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;
import org.rostrum.engine.JsonBenchmark;
import org.rostrum.extraction.ExtractionBenchmark;

/** The benchmarks that need no server. */
class MicroBenchmarksTest {

    @Test
    void run() throws RunnerException {
        Benchmarks.run(1, Set.of(JsonBenchmark.class, ExtractionBenchmark.class), "characters", "2000");
    }
}
