package org.rostrum.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every data file names its source and its licence, and the licences are inside the jar. */
class RightsTest {

    private static final List<Path> FOLDERS = List.of(
            Path.of("src/main/resources"),
            Path.of("src/main/container"),
            Path.of("src/benchmark"),
            Path.of("src/test/resources"));
    /** Files that are code or explain code: the project's licence is theirs. */
    private static final Pattern CODE = Pattern.compile(
            ".*\\.(?:properties|sql|graphql|html|css|js|py|lua|java|sh)|.*/mvnw|.*/META-INF/services/.*|.*/README(?:\\.md)?");

    private static final Pattern WITH_COMMENTS = Pattern.compile(".*\\.(?:tsv|csv)");
    private static final Pattern SOURCE = Pattern.compile("\\bSources?: \\S");
    private static final Pattern LICENCE = Pattern.compile("\\bLicence: ([\\w.-]*\\w)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final String OURS = "Apache-2.0";
    private static final Set<String> KNOWN = Set.of(OURS, "MIT", "CC-BY-SA-4.0", "CC0-1.0");

    private static List<Path> dataFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !CODE.matcher(file.toString()).matches())
                        .forEach(found::add);
            }
        }
        return found;
    }

    /**
     * What is said about a file: its first lines where it has comments, else the page beside it if that names the file.
     */
    private static String said(Path file) throws IOException {
        if (WITH_COMMENTS.matcher(file.toString()).matches()) {
            try (Stream<String> lines = Files.lines(file)) {
                return String.join(
                        "\n", lines.takeWhile(line -> line.startsWith("#")).toList());
            }
        }
        Path page = file.resolveSibling("README.md");
        String text = Files.exists(page) ? Files.readString(page) : "";
        boolean named = QUOTED.matcher(text)
                .results()
                .map(match -> match.group(1))
                .anyMatch(name ->
                        FileSystems.getDefault().getPathMatcher("glob:" + name).matches(file.getFileName()));
        return named ? text : "";
    }

    @Test
    void everyDataFileNamesItsSourceAndALicence() throws IOException {
        Set<String> silent = new TreeSet<>();
        for (Path file : dataFiles()) {
            String said = said(file);
            Matcher licence = LICENCE.matcher(said);
            if (!SOURCE.matcher(said).find() || !licence.find() || !KNOWN.contains(licence.group(1))) {
                silent.add(file.toString());
            }
        }
        assertEquals(Set.of(), silent);
        assertTrue(dataFiles().contains(Path.of("src/main/resources/extraction/english.model.gz")));
    }

    @Test
    void whatIsNotUnderTheProjectsLicenceIsOnThePageOfThirdParties() throws IOException {
        String page = Files.readString(Path.of("THIRD-PARTY.md"));
        Set<String> missing = new TreeSet<>();
        int others = 0;
        for (Path file : dataFiles()) {
            Matcher licence = LICENCE.matcher(said(file));
            if (licence.find() && !licence.group(1).equals(OURS)) {
                others++;
                if (!page.contains("`" + file + "`")) {
                    missing.add(file.toString());
                }
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(others >= 3, "the model and the lists of countries and places");
    }

    @Test
    void whatThePageOfThirdPartiesNamesIsThere() throws IOException {
        Set<String> gone = new TreeSet<>();
        QUOTED.matcher(Files.readString(Path.of("THIRD-PARTY.md")))
                .results()
                .map(match -> match.group(1))
                .filter(name -> name.startsWith("src/"))
                .filter(name -> !Files.exists(Path.of(name)))
                .forEach(gone::add);
        assertEquals(Set.of(), gone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LICENSE", "NOTICE", "THIRD-PARTY.md"})
    void theLicencesAreInsideTheJar(String name) throws IOException {
        byte[] original = Files.readAllBytes(Path.of(name));
        List<URL> copies = Collections.list(RightsTest.class.getClassLoader().getResources("META-INF/" + name));
        URL ours = copies.stream()
                .filter(url -> url.getPath().contains("target/classes/"))
                .findFirst()
                .orElse(null);
        assertNotNull(ours, () -> "not among " + copies);
        try (InputStream in = ours.openStream()) {
            assertArrayEquals(original, in.readAllBytes());
        }
    }

    @Test
    void theLicenceIsTheOneThatThePomNames() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<name>" + OURS + "</name>"));
        String licence = Files.readString(Path.of("LICENSE"));
        assertTrue(licence.contains("Version 2.0, January 2004"));
        assertTrue(licence.contains("END OF TERMS AND CONDITIONS"), "the whole of it");
    }
}
