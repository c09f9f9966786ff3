package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The npm packages under {@code src/test/clients}, installed from their lock file, and the programs that run them. */
final class NpmPackages {

    static final Path DIRECTORY = Path.of("src/test/clients");
    private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int INSTALL_MINUTES = 8;
    private static final int TEST_MINUTES = 5;

    private NpmPackages() {}

    /** Installs the packages where they are not there yet; skips the tests where there is nothing to run them with. */
    static void install() throws Exception {
        assumeTrue(
                program(List.of("node")).isPresent() && program(List.of("npm")).isPresent(),
                "skipped: Node.js and npm are not installed here");
        Path installed = DIRECTORY.resolve("node_modules/.package-lock.json");
        Path wanted = DIRECTORY.resolve("package-lock.json");
        boolean there = Files.exists(installed)
                && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0;
        if (!there) {
            run(
                    INSTALL_MINUTES,
                    Map.of(),
                    "npm",
                    "ci",
                    "--prefer-offline",
                    "--no-audit",
                    "--no-fund",
                    "--loglevel=error");
        }
    }

    /** The browser; skips the tests where there is none. */
    static Path chromium() {
        Optional<Path> chromium = program(CHROMIUM);
        assumeTrue(chromium.isPresent(), () -> "skipped: none of " + CHROMIUM + " is installed here");
        return chromium.get();
    }

    /** Runs a file of tests of Node.js, all of which must pass. */
    static void test(String name, Map<String, String> environment) throws Exception {
        String output =
                run(environment, "node", "--test", "--test-force-exit", "--test-reporter=spec", name + ".test.mjs");
        assertTrue(output.contains("ℹ fail 0") && !output.contains("ℹ pass 0"), output);
    }

    /** Runs a program, which must succeed in time; gives what it wrote. */
    static String run(Map<String, String> environment, String... command) throws Exception {
        return run(TEST_MINUTES, environment, command);
    }

    private static String run(int minutes, Map<String, String> environment, String... command) throws Exception {
        Path output = Files.createTempFile("rostrum-client", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(DIRECTORY.toFile());
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(output);
        Files.delete(output);
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    private static Optional<Path> program(List<String> names) {
        List<String> directories = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
        Stream<Path> candidates =
                names.stream().flatMap(name -> directories.stream().map(directory -> Path.of(directory, name)));
        return candidates.filter(Files::isExecutable).findFirst();
    }
}
