package org.rostrum.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command and every query of README.md and docs does what the page says, on a server with the sample data.
 * Sections that use the packaged program are {@link DocumentationIT}'s.
 */
@QuarkusTest
@TestProfile(DocumentationTest.Fresh.class)
class DocumentationTest {

    /** A link to a page or file of the project: its path, and its anchor where it has one. */
    private static final Pattern LINK = Pattern.compile("]\\((?!\\w+:)([^)#]*)(?:#([^)]+))?\\)");

    @TempDir
    Path directory;

    /** A database of its own with the sample data in it. */
    public static class Fresh implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "rostrum.sample-data",
                    "true",
                    "quarkus.datasource.username",
                    "rostrum",
                    "quarkus.datasource.password",
                    "rostrum",
                    "quarkus.datasource.jdbc.url",
                    "jdbc:h2:mem:documentation;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        }
    }

    /** The pages' own writer is called ada. */
    private static String token() {
        return Jwt.upn("ada")
                .groups(Set.of("contributor", "reviewer"))
                .expiresIn(Duration.ofHours(1))
                .sign();
    }

    static List<String> pages() throws IOException {
        return blocks(CodeBlock.all())
                .map(block -> block.page().toString())
                .distinct()
                .toList();
    }

    private static Stream<CodeBlock> blocks(List<CodeBlock> all) {
        return all.stream()
                .filter(block ->
                        block.notRun() == null && block.runBy() == null && !CodeBlock.needsPackage(block, all));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyBlockDoesWhatThePageSays(String page) throws Exception {
        try (PageWalk walk = new PageWalk(directory, RestAssured.port, token())) {
            for (CodeBlock block : blocks(CodeBlock.of(Path.of(page))).toList()) {
                walk.check(block);
            }
            assumeTrue(walk.skipped().isEmpty(), () -> "skipped: " + walk.skipped());
        }
    }

    @Test
    void blocksThatAnotherTestRunsAreAskedForByThatTest() throws IOException {
        List<CodeBlock> others =
                CodeBlock.all().stream().filter(block -> block.runBy() != null).toList();
        assertFalse(others.isEmpty());
        for (CodeBlock block : others) {
            try (Stream<Path> files =
                    Files.find(Path.of("src/test"), 20, (file, attributes) -> file.endsWith(block.runBy() + ".java"))) {
                List<Path> test = files.toList();
                assertTrue(
                        test.size() == 1
                                && Files.readString(test.get(0))
                                        .contains("CodeBlock.runBy(" + block.runBy() + ".class"),
                        block + ": " + block.runBy());
            }
        }
    }

    @Test
    void linksWithinTheProjectLeadToFilesAndHeadings() throws IOException {
        for (Path page : CodeBlock.pages()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                Path target = link.group(1).isEmpty()
                        ? page
                        : page.resolveSibling(link.group(1)).normalize();
                assertTrue(Files.exists(target), page + ": " + link.group());
                if (link.group(2) != null) {
                    assertTrue(anchors(target).contains(link.group(2)), page + ": " + link.group());
                }
            }
        }
    }

    /** The anchors of a page's headings, as GitHub makes them. */
    private static Set<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
