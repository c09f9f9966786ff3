package org.rostrum.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rostrum.engine.json.JsonBuffer;

/** Writing JSON: strings of news text, plain and with characters that need escapes, and numbers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JsonBenchmark {

    private static final String SENTENCE =
            "The ball is now in their court, the Secretary of State told reporters in Jeddah on Tuesday. ";
    private static final String QUOTED = "\"We will see,\" he said.\n";
    private static final int INITIAL_SIZE = 64;

    /** What the string is made of. */
    @Param({"plain", "escaped"})
    String text;

    private final JsonBuffer json = new JsonBuffer(INITIAL_SIZE);
    private String string;

    @Setup
    public void make() {
        string = "plain".equals(text) ? SENTENCE.repeat(2) : (SENTENCE + QUOTED).repeat(2);
    }

    @Benchmark
    public int string() {
        json.truncate(0);
        return json.string(string).length();
    }

    @Benchmark
    public int number() {
        json.truncate(0);
        return json.number(string.length() * 1_000_003).length();
    }
}
