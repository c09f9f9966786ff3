package org.rostrum.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Walks down a page: runs each block of commands in a {@link Terminal}, sends each GraphQL operation to a server, and
 * compares each printed answer with what the block above it got. A block of a kind that it cannot check is a failure.
 */
final class PageWalk implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern MAIN_CLASS = Pattern.compile("<exec\\.mainClass>(.*)</exec\\.mainClass>");
    private static final Pattern SYSTEM_PROPERTY = Pattern.compile("-D([^=]+)(?:=(.*))?", Pattern.DOTALL);
    private static final Pattern EVENT = Pattern.compile("event: (\\w+)\ndata: (.*)");
    private static final Set<String> MAVEN_PHASES = Set.of("compile", "test-compile", "test", "package", "verify");
    private static final Set<String> MAVEN_OPTIONS = Set.of("-q", "-B", "-o", "-ntp");
    private static final long PATIENCE_MILLIS = 30_000;
    private static final long SILENCE_MILLIS = 500;

    private final Terminal terminal;
    private final int port;
    private final String token;
    private final Map<String, String> replaced = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private JsonNode answer;
    private String output;
    private int mavenCalls;

    /**
     * Begins a walk.
     *
     * @param directory an empty directory, for the commands
     * @param port where the server listens, which the page's commands find at 127.0.0.1:8080; servers that they start
     *     take it too
     * @param token a token with all roles; the commands find it as $TOKEN
     */
    PageWalk(Path directory, int port, String token) throws IOException {
        this.port = port;
        this.token = token;
        terminal = new Terminal(
                directory,
                Map.of(
                        "SERVER_PORT",
                        String.valueOf(port),
                        "TOKEN",
                        token,
                        "MAVEN_EXEC_MAIN",
                        mainClass(),
                        "MAVEN_CLASSPATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        replaced.put("127.0.0.1:8080", "127.0.0.1:" + port);
        for (String place : List.of("/opt/rostrum", "/var/lib/rostrum", "/var/backups/rostrum", "/etc/rostrum")) {
            replaced.put(place, terminal.directory() + place);
        }
        writeCorpus(terminal.directory().resolve("CORPUS.jsonl"));
    }

    /** Something that the page's commands name, and what they get in its place. */
    void replace(String printed, String real) {
        replaced.put(printed, real);
    }

    /** Runs commands that the page does not print. */
    void prepare(String commands) throws IOException {
        terminal.run(commands);
    }

    /** What the last block of commands printed; empty where an answer was compared with it. */
    String output() {
        return output == null ? "" : output;
    }

    /** The articles of the tests with their readings by hand, in the form that the extraction page's commands read. */
    private static void writeCorpus(Path corpus) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/articles"))) {
            for (Path gold : files.filter(file -> file.toString().endsWith(".gold.json"))
                    .sorted()
                    .toList()) {
                JsonNode reading = JSON.readTree(gold.toFile());
                ObjectNode line =
                        JSON.createObjectNode().put("id", gold.getFileName().toString());
                line.put(
                        "text",
                        Files.readString(
                                gold.resolveSibling(reading.at("/article/file").asText())));
                line.set("published", reading.at("/article/publishedOn"));
                ArrayNode attributions = line.putArray("attributions");
                reading.get("claims").forEach(claim -> attributions.addObject().set("content", claim.get("content")));
                lines.add(line.toString());
            }
        }
        Files.write(corpus, lines);
    }

    private static String mainClass() throws IOException {
        Matcher property = MAIN_CLASS.matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(property.find(), "pom.xml says what exec:java runs");
        return property.group(1);
    }

    /** Checks the next block. */
    void check(CodeBlock block) throws Exception {
        try {
            switch (block.language()) {
                case "sh" -> runCommands(block);
                case "graphql" -> sendOperations(block);
                case "json" -> compare(JSON.readTree(block.text()));
                case "event-stream" -> compareStream(block.text());
                case "properties" ->
                    block.text().lines().forEach(line -> assertIsSetting(line.substring(0, line.indexOf('='))));
                case "ini" -> startUnit(block.text());
                case "js" -> parseScript(block.text());
                default -> fail("a block of the kind " + block.language() + ": say in PageWalk how it is checked");
            }
        } catch (AssertionError | Exception e) {
            throw new AssertionError(block + ": " + e.getMessage(), e);
        }
    }

    /** What could not be checked on this machine, and why. */
    List<String> skipped() {
        return skipped;
    }

    /** In one pass, so that nothing is replaced in what has taken something's place. */
    private String real(String printed) {
        String names = replaced.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(names)
                .matcher(printed)
                .replaceAll(name -> Matcher.quoteReplacement(replaced.get(name.group())));
    }

    private void runCommands(CodeBlock block) throws IOException {
        answer = null;
        output = terminal.run(real(block.text()));
        List<List<String>> calls = terminal.mavenArguments();
        for (List<String> arguments : calls.subList(mavenCalls, calls.size())) {
            checkMaven(arguments);
        }
        assertEquals(
                block.text().lines().filter(line -> line.contains("./mvnw ")).count(),
                calls.size() - mavenCalls,
                "calls of ./mvnw");
        mavenCalls = calls.size();
        if (block.text().contains("curl ") && !block.text().contains("curl -sN")) {
            answer = JSON.readTree(output);
            assertAnswered(answer);
        }
    }

    private static void checkMaven(List<String> arguments) throws IOException {
        int goals = 0;
        for (String argument : arguments) {
            Matcher property = SYSTEM_PROPERTY.matcher(argument);
            if (property.matches()) {
                checkProperty(property.group(1), property.group(2));
            } else if (argument.startsWith("-")) {
                assertTrue(MAVEN_OPTIONS.contains(argument), "an option of Maven: " + argument);
            } else {
                goals++;
                assertTrue(
                        MAVEN_PHASES.contains(argument) || hasPlugin(argument),
                        "a phase, or a goal of a plugin in pom.xml: " + argument);
            }
        }
        assertTrue(goals > 0, "Maven is told what to do: " + arguments);
    }

    private static boolean hasPlugin(String goal) throws IOException {
        return goal.contains(":")
                && Files.readString(Path.of("pom.xml"))
                        .contains("<artifactId>" + goal.substring(0, goal.indexOf(':')) + "-maven-plugin</artifactId>");
    }

    private static void checkProperty(String name, String value) throws IOException {
        switch (name) {
            case "skipTests", "exec.args" -> {}
            case "exec.classpathScope" -> assertEquals("test", value);
            case "exec.mainClass" -> {
                try {
                    assertNotNull(Class.forName(value).getMethod("main", String[].class));
                } catch (ReflectiveOperationException e) {
                    fail("a program: " + value, e);
                }
            }
            case "test" -> assertTrue(isInSources("class " + value + " "), "a test: " + value);
            default -> {
                if (!isInSources('"' + name + '"')) {
                    assertIsSetting(name);
                }
            }
        }
    }

    private static boolean isInSources(String text) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** SettingsTest holds the page's table to the settings. */
    private static void assertIsSetting(String name) {
        try {
            assertTrue(
                    Files.readString(Path.of("docs/running.md")).contains("| `" + name + "` |"),
                    "a setting of docs/running.md: " + name);
        } catch (IOException e) {
            fail(e);
        }
    }

    private void sendOperations(CodeBlock block) throws Exception {
        for (OperationDefinition operation :
                new Parser().parseDocument(block.text()).getDefinitionsOfType(OperationDefinition.class)) {
            boolean isSubscription = operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION;
            ObjectNode body =
                    JSON.createObjectNode().put("query", block.text()).put("operationName", operation.getName());
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", isSubscription ? "text/event-stream" : "application/graphql-response+json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build();
            if (isSubscription) {
                checkSubscription(request);
            } else {
                HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
                answer = JSON.readTree(response.body());
                assertAnswered(answer);
            }
        }
    }

    /** A subscription that is accepted stays open, and says nothing until something happens. */
    private static void checkSubscription(HttpRequest request) throws Exception {
        HttpResponse<Stream<String>> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofLines());
        assertEquals(200, response.statusCode());
        List<String> lines = new ArrayList<>();
        Thread reading = new Thread(() -> {
            try {
                response.body().forEach(line -> {
                    synchronized (lines) {
                        lines.add(line);
                    }
                });
            } catch (RuntimeException e) {
                // The stream was closed below.
            }
        });
        reading.start();
        reading.join(SILENCE_MILLIS);
        assertTrue(reading.isAlive(), "the stream stays open");
        synchronized (lines) {
            assertTrue(lines.stream().noneMatch(line -> line.contains("\"errors\"")), lines::toString);
        }
        response.body().close();
    }

    /** No errors, and something that was asked for. */
    private static void assertAnswered(JsonNode answer) {
        assertNull(answer.get("errors"), answer::toPrettyString);
        assertTrue(hasValue(answer.path("data")), answer::toPrettyString);
        answer.findValues("userErrors").forEach(errors -> assertTrue(errors.isEmpty(), answer::toPrettyString));
    }

    private static boolean hasValue(JsonNode node) {
        if (node.isValueNode()) {
            return !node.isNull();
        }
        for (JsonNode child : node) {
            if (hasValue(child)) {
                return true;
            }
        }
        return false;
    }

    private void compare(JsonNode printed) throws JsonProcessingException {
        assertTrue(answer != null || output != null, "an answer without a question above it");
        assertNull(PrintedJson.difference(printed, answer == null ? JSON.readTree(output) : answer));
        answer = null;
        output = null;
    }

    private void compareStream(String printed) throws Exception {
        List<String[]> expected = events(printed);
        assertFalse(expected.isEmpty(), "no event in the page");
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (events(terminal.stream()).size() < expected.size() && System.currentTimeMillis() < end) {
            Thread.sleep(50);
        }
        List<String[]> sent = events(terminal.stream());
        assertEquals(expected.size(), sent.size(), terminal.stream());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i)[0], sent.get(i)[0]);
            assertNull(PrintedJson.difference(JSON.readTree(expected.get(i)[1]), JSON.readTree(sent.get(i)[1])));
        }
    }

    private static List<String[]> events(String stream) {
        return EVENT.matcher(stream)
                .results()
                .map(event -> new String[] {event.group(1), event.group(2)})
                .toList();
    }

    /** What systemd would do with the unit: the command with its environment in its directory. */
    private void startUnit(String unit) throws IOException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String line : unit.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.matches("\\[\\w+]"))
                .toList()) {
            assertTrue(line.matches("[A-Z]\\w+=.+"), line);
            values.computeIfAbsent(line.substring(0, line.indexOf('=')), name -> new ArrayList<>())
                    .add(line.substring(line.indexOf('=') + 1));
        }
        StringBuilder script =
                new StringBuilder("(cd " + values.get("WorkingDirectory").get(0) + "\n");
        values.get("Environment")
                .forEach(variable -> script.append("export ").append(variable).append('\n'));
        script.append(values.get("ExecStart").get(0).replace("/usr/bin/java", "java"))
                .append(")\n");
        terminal.run(real(script.toString()));
    }

    private void parseScript(String script) throws IOException {
        Files.writeString(terminal.directory().resolve("script.js"), script);
        if (terminal.run("command -v node || true").isEmpty()) {
            skipped.add("Node.js is not installed, so JavaScript is not parsed");
        } else {
            terminal.run("node --check script.js");
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
