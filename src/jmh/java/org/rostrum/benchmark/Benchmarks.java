package org.rostrum.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs JMH benchmarks from a test: in a smoke size, which only shows that they still work, or as they are annotated
 * where {@code -Drostrum.jmh=REGEX} names those to measure. See docs/performance.md.
 */
final class Benchmarks {

    private static final String MEASURED = System.getProperty("rostrum.jmh");
    private static final int SMOKE_MILLIS = 100;

    private Benchmarks() {}

    /**
     * Runs the benchmarks of some classes.
     *
     * @param forks in how many processes of their own they are measured
     * @param parameters a parameter's name and its value in the smoke size, in turn
     */
    static void run(int forks, Set<Class<?>> classes, String... parameters) throws RunnerException {
        Stream<Class<?>> chosen = classes.stream()
                .filter(type -> MEASURED == null
                        || Pattern.compile(MEASURED).matcher(type.getName()).find());
        Set<String> names = chosen.map(Class::getName).collect(Collectors.toSet());
        if (names.isEmpty()) {
            return;
        }
        ChainedOptionsBuilder options = new OptionsBuilder().shouldFailOnError(true);
        names.forEach(name -> options.include(Pattern.quote(name) + "\\."));
        if (MEASURED == null) {
            options.forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(SMOKE_MILLIS));
            for (int i = 0; i < parameters.length; i += 2) {
                options.param(parameters[i], parameters[i + 1]);
            }
        } else {
            options.forks(forks);
        }
        // Another measurement on the machine is no reason to fail; whoever measures sees to it that there is none.
        System.setProperty("jmh.ignoreLock", "true");
        Collection<RunResult> results = new Runner(options.build()).run();
        Set<String> ran = results.stream()
                .map(result -> result.getParams().getBenchmark().replaceFirst("\\.\\w+$", ""))
                .collect(Collectors.toSet());
        assertEquals(names, ran);
        results.forEach(
                result -> assertTrue(result.getPrimaryResult().getScore() > 0, result.getParams()::getBenchmark));
    }
}
