package org.rostrum.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A code block of a Markdown page, or a code span that is a command of Maven.
 *
 * <p>HTML comments in a page say which blocks this machine cannot run as they are printed: {@code <!-- not run: REASON
 * -->} speaks of the next block, {@code <!-- run by CLASS -->} of all blocks up to the end of the section that it
 * stands in, which that test runs.
 *
 * @param page the page's path from the project's root
 * @param line the number of the line in which it begins
 * @param section the nearest heading above it
 * @param language what its fence names, {@code sh} for a code span
 * @param text its lines
 * @param notRun why it is not run; null where it is
 * @param runBy the simple name of the test class that runs it; null where {@link DocumentationTest} or
 *     {@link DocumentationIT} does
 */
public record CodeBlock(
        Path page, int line, String section, String language, String text, String notRun, String runBy) {

    private static final Pattern HEADING = Pattern.compile("(#+) (.*)");
    private static final Pattern FENCE = Pattern.compile("```(\\S*)");
    private static final Pattern NOT_RUN = Pattern.compile("<!-- not run: (.+) -->");
    private static final Pattern RUN_BY = Pattern.compile("<!-- run by (\\w+) -->");
    private static final Pattern MAVEN_SPAN = Pattern.compile("`(\\./mvnw [^`]+)`");
    private static final String PACKAGED = "quarkus-run.jar";

    /** README.md and all pages under docs. */
    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        }
    }

    /** The blocks of all pages, in the order of pages and lines. */
    public static List<CodeBlock> all() throws IOException {
        List<CodeBlock> blocks = new ArrayList<>();
        for (Path page : pages()) {
            blocks.addAll(of(page));
        }
        return blocks;
    }

    /**
     * The blocks of one page.
     *
     * @throws IllegalArgumentException where a block names no language, or does not end
     */
    public static List<CodeBlock> of(Path page) throws IOException {
        return new Reader(page).read();
    }

    /** The blocks of a page that a test class says that it runs. */
    public static List<CodeBlock> runBy(Class<?> test, Path page) throws IOException {
        return of(page).stream()
                .filter(block -> test.getSimpleName().equals(block.runBy))
                .toList();
    }

    /** Whether its section uses the packaged program. */
    static boolean needsPackage(CodeBlock block, List<CodeBlock> all) {
        return all.stream()
                .anyMatch(other -> other.page.equals(block.page)
                        && other.section.equals(block.section)
                        && other.text.contains(PACKAGED));
    }

    @Override
    public String toString() {
        return page + ":" + line;
    }

    private static final class Reader {

        private record RunBy(int level, String test) {}

        private final Path page;
        private final List<CodeBlock> blocks = new ArrayList<>();
        private final Deque<RunBy> runBy = new ArrayDeque<>();
        private int level;
        private String section = "";
        private String notRun;

        Reader(Path page) {
            this.page = page;
        }

        List<CodeBlock> read() throws IOException {
            List<String> lines = Files.readAllLines(page);
            for (int at = 0; at < lines.size(); at++) {
                String line = lines.get(at);
                Matcher fence = FENCE.matcher(line);
                if (fence.matches()) {
                    int end = lines.subList(at + 1, lines.size()).indexOf("```");
                    check(end >= 0, at, "the block does not end");
                    check(!fence.group(1).isEmpty(), at, "the block's fence does not name its language");
                    add(at, fence.group(1), String.join("\n", lines.subList(at + 1, at + 1 + end)));
                    at += end + 1;
                } else {
                    check(
                            !line.startsWith("    ")
                                    || at > 0 && !lines.get(at - 1).isBlank(),
                            at,
                            "an indented block: fence it, and name its language");
                    readText(at, line);
                }
            }
            return blocks;
        }

        private void readText(int at, String line) {
            Matcher heading = HEADING.matcher(line);
            Matcher reason = NOT_RUN.matcher(line);
            Matcher test = RUN_BY.matcher(line);
            if (heading.matches()) {
                level = heading.group(1).length();
                section = heading.group(2);
                while (!runBy.isEmpty() && runBy.peek().level >= level) {
                    runBy.pop();
                }
            } else if (reason.matches()) {
                notRun = reason.group(1);
            } else if (test.matches()) {
                runBy.push(new RunBy(level, test.group(1)));
            } else {
                MAVEN_SPAN.matcher(line).results().forEach(span -> add(at, "sh", span.group(1)));
            }
        }

        private void add(int at, String language, String text) {
            blocks.add(new CodeBlock(
                    page, at + 1, section, language, text, notRun, runBy.isEmpty() ? null : runBy.peek().test));
            notRun = null;
        }

        private void check(boolean right, int at, String problem) {
            if (!right) {
                throw new IllegalArgumentException(page + ":" + (at + 1) + ": " + problem);
            }
        }
    }
}
