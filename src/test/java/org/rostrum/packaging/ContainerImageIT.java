package org.rostrum.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The container image without its base: what is in it, and that the program starts out of it as a container would start
 * it. The base gives it Java, which is that of the test here.
 */
class ContainerImageIT {

    private static final Path ARCHIVE = Path.of("target/image-without-base.tar");
    private static final Path BILL =
            Path.of("target").resolve("rostrum-" + System.getProperty("project.version") + "-cyclonedx.json");
    private static final String DOCUMENTS = "/usr/share/doc/rostrum/";
    private static final long PATIENCE_SECONDS = 180;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path directory;

    private static UnpackedImage image;

    @BeforeAll
    static void unpack() throws IOException {
        // JUnit's directory is for this user alone; the program runs as another.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        image = UnpackedImage.of(ARCHIVE, directory);
    }

    @Test
    void theProgramStartsForAUserWithoutRightsAndWritesOnlyItsData() throws Exception {
        Set<String> before = filesWithoutData();
        int port = freePort();
        Path log = directory.resolve("server.log");
        Process server = start(log, Map.of("QUARKUS_HTTP_PORT", String.valueOf(port)));
        try {
            awaitReady(server, port, log);
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(uri(port, "/graphql"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"query\": \"{ actors(first: 3) { nodes { name } } }\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer::body);
            assertEquals(
                    3, new JsonPath(answer.body()).getList("data.actors.nodes").size(), answer::body);
            server.destroy();
            assertTrue(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(143, server.exitValue(), () -> read(log));
        } finally {
            server.destroyForcibly().waitFor();
        }
        assertFalse(read(log).contains("there is no such setting"), () -> read(log));
        assertTrue(Files.exists(Path.of(image.located("/data/rostrum.mv.db"))), () -> read(log));
        assertEquals(before, filesWithoutData());
    }

    @Test
    void aCommandRunsAsArgumentsOfTheImage() throws Exception {
        Path log = directory.resolve("token.log");
        Process command = start(log, Map.of(), "token");
        assertTrue(command.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(0, command.exitValue(), () -> read(log));
        assertTrue(Files.exists(Path.of(image.located("/data/.rostrum/keys/public.pem"))), () -> read(log));
    }

    private static Process start(Path log, Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = command();
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(
                        Path.of(image.located(image.config().get("WorkingDir").asText()))
                                .toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        for (String variable : image.texts("Env")) {
            String[] parts = variable.split("=", 2);
            builder.environment().put(parts[0], image.located(parts[1]));
        }
        // Compiles less: the start is what takes the time here.
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** The image's own command, with Java from here; run by the image's user where this one may become another. */
    private static List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        boolean isRoot = Files.isDirectory(Path.of("/proc/self"))
                && (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        if (isRoot) {
            String[] user = image.config().get("User").asText().split(":");
            command.addAll(List.of(
                    "/usr/bin/setpriv",
                    "--reuid=" + user[0],
                    "--regid=" + user[1],
                    "--clear-groups",
                    "--no-new-privs"));
        }
        List<String> entrypoint = image.texts("Entrypoint");
        assertEquals("java", entrypoint.get(0));
        command.add(ProcessHandle.current().info().command().orElseThrow());
        entrypoint.subList(1, entrypoint.size()).forEach(argument -> command.add(image.located(argument)));
        return command;
    }

    private static void awaitReady(Process server, int port, Path log) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && server.isAlive()) {
            try {
                if (CLIENT.send(
                                        HttpRequest.newBuilder(uri(port, "/q/health/ready"))
                                                .timeout(Duration.ofSeconds(5))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException e) {
                // Nobody listens yet.
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it is not ready:\n" + read(log));
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Set<String> filesWithoutData() throws IOException {
        try (Stream<Path> files = Files.walk(image.root())) {
            return files.map(file -> "/" + image.root().relativize(file))
                    .filter(path -> !path.startsWith("/data/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void theImageSaysWhatARuntimeNeedsToKnow() throws Exception {
        ImageSettings settings = ImageSettings.read();
        assertEquals(settings.user(), image.config().get("User").asText());
        assertEquals(Set.copyOf(settings.volumes()), names("Volumes"));
        assertEquals(
                settings.ports().stream().map(port -> port + "/tcp").collect(Collectors.toSet()),
                names("ExposedPorts"));
        assertEquals(
                settings.environment().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .collect(Collectors.toSet()),
                Set.copyOf(image.texts("Env")));
        assertEquals(
                "0.0.0.0", settings.environment().get("QUARKUS_HTTP_HOST"), "reachable from outside of the container");
    }

    private static Set<String> names(String field) {
        Set<String> names = new TreeSet<>();
        image.config().get(field).fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void onlyTheDataDirectoryIsWritableForOthers() {
        Set<String> writable = image.modes().entrySet().stream()
                .filter(entry -> (entry.getValue() & 02) != 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertEquals(Set.of("/data"), writable);
        image.modes().forEach((path, mode) -> assertTrue((mode & 04) != 0, path));
    }

    @Test
    void theLicencesAndTheBillOfMaterialsAreInTheImage() throws IOException {
        for (String name : List.of("LICENSE", "NOTICE", "THIRD-PARTY.md")) {
            byte[] original = Files.readAllBytes(Path.of(name));
            assertArrayEquals(original, Files.readAllBytes(Path.of(image.located(DOCUMENTS + name))), name);
            try (ZipFile jar = new ZipFile(image.located(programFiles().stream()
                    .filter(file -> file.startsWith("/opt/rostrum/app/"))
                    .findFirst()
                    .orElseThrow()))) {
                ZipEntry entry = jar.getEntry("META-INF/" + name);
                try (InputStream in = jar.getInputStream(entry)) {
                    assertArrayEquals(original, in.readAllBytes(), name);
                }
            }
        }
        assertArrayEquals(
                Files.readAllBytes(BILL), Files.readAllBytes(Path.of(image.located(DOCUMENTS + BILL.getFileName()))));
    }

    private static Set<String> programFiles() {
        return image.layers().stream()
                .flatMap(Set::stream)
                .filter(file -> file.startsWith("/opt/rostrum/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theImageHasTheProgramAndNothingElse() throws IOException {
        Set<String> built;
        Path program = Path.of("target/quarkus-app");
        try (Stream<Path> files = Files.walk(program)) {
            built = files.filter(Files::isRegularFile)
                    .map(file -> "/opt/rostrum/" + program.relativize(file))
                    .filter(file -> !file.endsWith("/app-cds.jsa") && !file.endsWith("/quarkus-app-dependencies.txt"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertEquals(built, programFiles());
        Set<String> others = image.layers().stream()
                .flatMap(Set::stream)
                .filter(file -> !file.startsWith("/opt/rostrum/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(Set.of(
                        "/data/README",
                        DOCUMENTS + "LICENSE",
                        DOCUMENTS + "NOTICE",
                        DOCUMENTS + "THIRD-PARTY.md",
                        DOCUMENTS + BILL.getFileName())),
                others);
    }

    @Test
    void librariesAreALayerOfTheirOwn() {
        List<Set<String>> withLibraries = image.layers().stream()
                .filter(layer -> layer.stream().anyMatch(file -> file.startsWith("/opt/rostrum/lib/")))
                .toList();
        assertEquals(1, withLibraries.size());
        assertTrue(
                withLibraries.get(0).stream().allMatch(file -> file.startsWith("/opt/rostrum/lib/")),
                () -> withLibraries.get(0).toString());
    }
}
