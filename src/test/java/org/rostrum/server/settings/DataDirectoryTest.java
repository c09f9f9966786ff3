package org.rostrum.server.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.server.failure.StartupException;

/** Where data lie. */
class DataDirectoryTest {

    private static final Path HOME = Path.of("/home/me");

    @TempDir
    Path directory;

    @Test
    void theStandardPlaceIsTheOneThatTheSystemHasForIt() {
        assertEquals(HOME.resolve(".local/share/rostrum"), DataDirectory.standard("Linux", Map.of(), HOME));
        assertEquals(Path.of("/data/rostrum"), DataDirectory.standard("Linux", Map.of("XDG_DATA_HOME", "/data"), HOME));
        assertEquals(
                HOME.resolve(".local/share/rostrum"),
                DataDirectory.standard("Linux", Map.of("XDG_DATA_HOME", ""), HOME));
        assertEquals(
                HOME.resolve(".local/share/rostrum"),
                DataDirectory.standard("FreeBSD", Map.of("XDG_DATA_HOME", "relative"), HOME));
        assertEquals(
                HOME.resolve("Library/Application Support/rostrum"),
                DataDirectory.standard("Mac OS X", Map.of("XDG_DATA_HOME", "/data"), HOME));
        assertEquals(HOME.resolve("AppData/Local/rostrum"), DataDirectory.standard("Windows 11", Map.of(), HOME));
        assertEquals(
                Path.of("/local/rostrum"),
                DataDirectory.standard("Windows 11", Map.of("LOCALAPPDATA", "/local"), HOME));
    }

    @Test
    void whatIsSetIsMeantFromHomeOrFromWhereTheServerIsStarted() {
        assertEquals(Path.of("/srv/rostrum"), DataDirectory.resolve("/srv/x/../rostrum", HOME));
        assertEquals(HOME, DataDirectory.resolve("~", HOME));
        assertEquals(HOME.resolve("news"), DataDirectory.resolve("~/news", HOME));
        assertEquals(Path.of("data").toAbsolutePath(), DataDirectory.resolve("./data", HOME));
    }

    @Test
    void theDirectoryIsMadeForThisUserAlone() throws IOException {
        Path made = directory.resolve("a/b");
        DataDirectory.prepare(made.resolve("rostrum.mv.db"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
        try (var files = Files.list(made)) {
            assertEquals(List.of(), files.toList(), "nothing is left of the check");
        }
    }

    @Test
    void aPlaceThatCannotBeADirectoryIsRefusedWithTheSetting() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        String message = assertThrows(
                        StartupException.class, () -> DataDirectory.prepare(file.resolve("rostrum.mv.db")))
                .getMessage();
        assertTrue(
                message.startsWith("the data directory " + file + " cannot be written (")
                        && message.contains("rostrum.data (ROSTRUM_DATA)"),
                message);
    }

    @Test
    void databasesInEarlierPlacesAreFoundButNotTheOneInUse() throws IOException {
        Path start = directory.resolve("start");
        Path jar = directory.resolve("jar");
        for (Path place :
                List.of(start.resolve("data"), start.resolve("target/quarkus-app/data"), jar.resolve("data"))) {
            Files.createDirectories(place);
            assertTrue(!DataDirectory.earlier(start, jar, HOME).contains(place), "an empty directory is no database");
            Files.createFile(place.resolve("rostrum.mv.db"));
            assertTrue(DataDirectory.earlier(start, jar, HOME).contains(place));
            assertTrue(!DataDirectory.earlier(start, jar, place).contains(place));
        }
        assertEquals(3, DataDirectory.earlier(start, jar, HOME).size());
    }
}
