package org.rostrum.server.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rostrum.server.failure.StartupException;

/** The settings: each is known, checked and documented, and a misspelt one is told. */
class SettingsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern READ =
            Pattern.compile("(?:ConfigProperty\\(name = |getValue\\(|getOptionalValue\\()\"(rostrum\\.[a-z.-]+)\"");
    private static final Pattern OURS = Pattern.compile("(?:%\\w+\\.)?(rostrum\\.[a-z.-]+)");
    private static final Pattern ROW = Pattern.compile("\\| (`.*?) \\| (.*?) \\| (.*?) \\| .* \\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** Those that org.rostrum.http.auth.TokenConfiguration reads, under names that it puts together. */
    private static final Set<String> TOKENS = Set.of(
            "rostrum.tokens.roles-claim",
            "rostrum.tokens.roles.contributor",
            "rostrum.tokens.roles.reviewer",
            "rostrum.tokens.key-refresh");

    /** A row of the table in the documentation. */
    private record Row(String standard, String values) {}

    private static Map<String, Row> documented() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs/running.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                NAME.matcher(row.group(1))
                        .results()
                        .forEach(name -> rows.put(name.group(1), new Row(row.group(2), row.group(3))));
            }
        }
        return rows;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Names and defaults of the settings in classes that map them. */
    private static Map<String, String> mapped() throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (Path file : sources()) {
            if (Files.readString(file).contains("@ConfigMapping(")) {
                Class<?> mapping = Class.forName(
                        SOURCES.relativize(file).toString().replace(".java", "").replace('/', '.'));
                for (Method method : mapping.getDeclaredMethods()) {
                    String name = method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                    WithDefault standard = method.getAnnotation(WithDefault.class);
                    settings.put(
                            mapping.getAnnotation(ConfigMapping.class).prefix() + '.' + name,
                            standard == null ? null : standard.value());
                }
            }
        }
        return settings;
    }

    private static Properties properties() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void everySettingThatTheCodeReadsIsKnownAndNoOther() throws Exception {
        Set<String> read = new TreeSet<>(mapped().keySet());
        for (Path file : sources()) {
            READ.matcher(Files.readString(file)).results().forEach(found -> read.add(found.group(1)));
        }
        for (String key : properties().stringPropertyNames()) {
            Matcher ours = OURS.matcher(key);
            if (ours.matches()) {
                read.add(ours.group(1));
            }
        }
        read.add(DataDirectory.SETTING);
        read.addAll(TOKENS);
        assertEquals(
                read,
                Settings.ALL.stream()
                        .map(Setting::name)
                        .filter(name -> name.startsWith("rostrum."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theDocumentationListsEverySettingWithItsValuesAndItsDefault() throws Exception {
        Map<String, Row> documented = documented();
        assertEquals(
                Settings.ALL.stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new)),
                documented.keySet());
        for (Setting setting : Settings.ALL) {
            assertEquals(setting.values(), documented.get(setting.name()).values, setting.name());
        }
        Map<String, String> defaults = mapped();
        properties().forEach((name, value) -> defaults.put((String) name, (String) value));
        defaults.forEach((name, value) -> {
            Row row = documented.get(name);
            if (row != null && value != null && !value.contains("${")) {
                assertTrue(
                        row.standard.startsWith("`" + value + "`"),
                        name + " has the default " + value + ", the documentation " + row.standard);
            }
        });
    }

    @Test
    void everyDefaultIsAllowed() throws Exception {
        Map<String, String> defaults = mapped();
        properties().forEach((name, value) -> defaults.put((String) name, (String) value));
        for (Setting setting : Settings.ALL) {
            String value = defaults.get(setting.name());
            assertTrue(
                    value == null || setting.problem(value) == null,
                    () -> setting.name() + " " + setting.problem(value));
        }
    }

    private static void check(String name, String value) {
        Settings.check(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(Map.of(name, value), "test", 100))
                .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rostrum.limits.nodes | 40000 | a whole number from 1 to 30000",
                "rostrum.limits.nodes | 0 | a whole number from 1 to 30000",
                "rostrum.limits.nodes | 1e3 | a whole number from 1 to 30000",
                "rostrum.limits.depth | -1 | a whole number from 1 to 100",
                "rostrum.limits.depth | 99999999999999999999 | a whole number from 1 to 100",
                "rostrum.limits.body | 1023 | a size from 1K to 512M",
                "rostrum.limits.body | 3G | a size from 1K to 512M",
                "rostrum.limits.answer | big | a size from 1K to 1G",
                "rostrum.limits.deadline | 0s | a time from 100ms to 1h",
                "rostrum.limits.deadline | 10 apples | a time from 100ms to 1h",
                "rostrum.stop.delay | PT1H | a time from 0s to 10m",
                "rostrum.db.url | jdbc:mysql://127.0.0.1/x | a url that begins with jdbc:h2: or jdbc:postgresql:",
                "rostrum.graphiql | ja | true or false",
                "rostrum.cors.origins | https://a.example,https://b.example/path | origins such as https://news.example, without a path, or *",
                "rostrum.documents.manifests | pom.xml,nothing.json | files that can be read; there is none at ",
                "quarkus.http.port | 70000 | a whole number from 0 to 65535"
            })
    void aValueThatCannotBeUsedIsToldWithItsSettingAndWhatWouldBeRight(String name, String value, String right) {
        String message =
                assertThrows(StartupException.class, () -> check(name, value)).getMessage();
        assertTrue(
                message.startsWith(
                        name + " (" + Setting.variable(name) + ") is \"" + value + "\": it must be " + right),
                message);
        assertTrue(!message.contains("\n"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rostrum.limits.nodes | 30000",
                "rostrum.limits.body | 1k",
                "rostrum.limits.body | 512M",
                "rostrum.limits.deadline | 100ms",
                "rostrum.limits.deadline | 30",
                "rostrum.limits.deadline | PT30S",
                "rostrum.graphiql | TRUE",
                "rostrum.cors.origins | http://localhost:3000 , https://a.example",
                "rostrum.cors.origins | *",
                "rostrum.documents.manifests | pom.xml",
                "quarkus.http.port | 0",
                "rostrum.db.url | jdbc:h2:mem:x"
            })
    void aValueAtTheEndOfItsRangeIsTaken(String name, String value) {
        assertDoesNotThrow(() -> check(name, value));
    }

    @Test
    void noPasswordIsPrintedWithAUrl() {
        String message = assertThrows(
                        StartupException.class,
                        () -> check("rostrum.db.url", "jdbc:mysql://me:secret@db/x?password=secret"))
                .getMessage();
        assertTrue(message.contains("jdbc:mysql://db/x") && !message.contains("secret"), message);
    }

    private static List<String> unknown(Set<String> variables, String... names) {
        Map<String, String> environment = variables.stream().collect(Collectors.toMap(name -> name, name -> "x"));
        Map<String, String> properties = Stream.of(names).collect(Collectors.toMap(name -> name, name -> "x"));
        return Settings.unknown(environment, List.of(new PropertiesConfigSource(properties, "test", 100)));
    }

    @Test
    void aMisspeltNameIsToldWithTheLikeliest() {
        assertEquals(
                List.of(
                        "The environment variable ROSTRUM_DB_PASWORD does nothing, there is no such setting; is ROSTRUM_DB_PASSWORD meant?"),
                unknown(Set.of("ROSTRUM_DB_PASWORD", "ROSTRUM_DB_USER", "PATH", "HOME", "MP_JWT_VERIFY_ISSUER")));
        assertEquals(
                List.of(
                        "The environment variable ROSTUM_DB_URL does nothing, there is no such setting; is ROSTRUM_DB_URL meant?"),
                unknown(Set.of("ROSTUM_DB_URL")));
        assertEquals(
                List.of(
                        "The environment variable ROSTRUM_HTTP_PORT does nothing, there is no such setting; is QUARKUS_HTTP_PORT meant?"),
                unknown(Set.of("ROSTRUM_HTTP_PORT")));
        assertEquals(
                List.of(
                        "The environment variable ROSTRUM_SOMETHING_ENTIRELY_DIFFERENT does nothing, there is no such setting; docs/running.md lists all"),
                unknown(Set.of("ROSTRUM_SOMETHING_ENTIRELY_DIFFERENT")));
        assertEquals(
                List.of(
                        "The setting rostrum.limits.nods does nothing, there is no such setting; is rostrum.limits.nodes meant?"),
                unknown(
                        Set.of(),
                        "rostrum.limits.nods",
                        "rostrum.limits.nodes",
                        "%dev.rostrum.graphiql",
                        "java.home",
                        "quarkus.http.root-path"));
    }
}
