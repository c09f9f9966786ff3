package org.rostrum.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The compose files fit the container image, the settings and each other. */
class ComposeTest {

    private static final String EMBEDDED = "compose.yaml";
    private static final String POSTGRESQL = "compose.postgresql.yaml";
    private static final Pattern ROW = Pattern.compile("\\| `([a-z.-]+)` \\|.*");
    private static final Pattern INTERPOLATED = Pattern.compile("\\$\\{(\\w+)");
    /** Those of the Compose Specification that are in use here. */
    private static final Set<String> SERVICE_KEYS = Set.of(
            "image",
            "user",
            "environment",
            "env_file",
            "ports",
            "volumes",
            "read_only",
            "tmpfs",
            "cap_drop",
            "security_opt",
            "mem_limit",
            "shm_size",
            "restart",
            "stop_grace_period",
            "healthcheck",
            "depends_on");

    private static final Set<String> HEALTH_KEYS = Set.of("test", "interval", "timeout", "retries", "start_period");
    /** Those that the official image of PostgreSQL takes. */
    private static final Set<String> POSTGRESQL_VARIABLES = Set.of("POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD");

    private static ImageSettings image;

    @BeforeAll
    static void readPom() throws Exception {
        image = ImageSettings.read();
    }

    private static Map<String, Object> read(String file) throws IOException {
        try (Reader in = Files.newBufferedReader(Path.of(file))) {
            return new Yaml().load(in);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T at(Map<String, Object> map, String... keys) {
        Object value = map;
        for (String key : keys) {
            value = ((Map<String, Object>) value).get(key);
            assertNotNull(value, key);
        }
        return (T) value;
    }

    private static Set<String> settingVariables() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs/running.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                names.add(row.group(1).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
            }
        }
        return names;
    }

    private static Duration duration(String text) {
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {EMBEDDED, POSTGRESQL})
    void servicesHaveOnlyWhatTheSpecificationKnows(String file) throws IOException {
        Map<String, Map<String, Object>> services = at(read(file), "services");
        for (Map<String, Object> service : services.values()) {
            assertEquals(Set.of(), minus(service.keySet(), SERVICE_KEYS));
            if (service.containsKey("healthcheck")) {
                Map<String, Object> check = at(service, "healthcheck");
                assertEquals(HEALTH_KEYS, check.keySet());
                assertTrue(duration(at(check, "timeout")).compareTo(duration(at(check, "interval"))) <= 0);
            }
        }
    }

    private static Set<String> minus(Set<String> all, Set<String> known) {
        return all.stream().filter(one -> !known.contains(one)).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {EMBEDDED, POSTGRESQL})
    void theServerGetsSettingsThatItHas(String file) throws IOException {
        Map<String, Object> server = at(read(file), "services", "rostrum");
        Set<String> variables = new TreeSet<>(image.environment().keySet());
        if (server.containsKey("environment")) {
            variables.addAll(
                    ComposeTest.<Map<String, Object>>at(server, "environment").keySet());
        }
        assertEquals(Set.of(), minus(variables, settingVariables()));
    }

    @Test
    void theServerRunsTheImageThatTheBuildMakes() throws IOException {
        Map<String, Object> server = at(read(EMBEDDED), "services", "rostrum");
        assertEquals("${ROSTRUM_IMAGE:-" + image.image() + ":latest}", server.get("image"));
        assertEquals(List.of("data:" + image.volumes().get(0)), server.get("volumes"));
        assertEquals(image.volumes(), List.of(image.environment().get("ROSTRUM_DATA")));
        assertEquals(
                List.of("127.0.0.1:${ROSTRUM_PORT:-8080}:" + image.ports().get(0)),
                server.get("ports"),
                "open to this machine alone");
    }

    @Test
    void theServerIsHealthyWhenItIsReady() throws IOException {
        List<String> command = at(read(EMBEDDED), "services", "rostrum", "healthcheck", "test");
        assertEquals(List.of("CMD", "curl"), command.subList(0, 2));
        URI healthCheck = URI.create(command.get(command.size() - 1));
        assertEquals("/q/health/ready", healthCheck.getPath());
        assertEquals(image.ports(), List.of(String.valueOf(healthCheck.getPort())));
    }

    @Test
    void nothingRunsWithMoreRightsThanItNeeds() throws IOException {
        Map<String, Object> server = at(read(EMBEDDED), "services", "rostrum");
        assertEquals(true, server.get("read_only"));
        assertEquals(List.of("/tmp"), server.get("tmpfs"));
        assertTrue(image.user().matches("[1-9]\\d*:[1-9]\\d*"), image::user);
        assertTrue(!server.containsKey("user"), "that of the image");
        Map<String, Object> database = at(read(POSTGRESQL), "services", "postgresql");
        assertEquals("postgres", database.get("user"));
        assertTrue(!database.containsKey("ports"), "only the server reaches the database");
        for (Map<String, Object> service : List.of(server, database)) {
            assertEquals(List.of("ALL"), service.get("cap_drop"));
            assertEquals(List.of("no-new-privileges:true"), service.get("security_opt"));
        }
    }

    @Test
    void aStopHasTheTimeThatItTakes() throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(in);
        }
        Duration needed = duration(properties.getProperty("rostrum.stop.delay"))
                .plus(duration(properties.getProperty("rostrum.stop.timeout")));
        assertTrue(duration(at(read(EMBEDDED), "services", "rostrum", "stop_grace_period"))
                        .compareTo(needed)
                > 0);
    }

    @Test
    void theServerUsesTheDatabaseThatIsMadeAndWaitsForIt() throws IOException {
        Map<String, Object> file = read(POSTGRESQL);
        Map<String, String> server = at(file, "services", "rostrum", "environment");
        Map<String, String> database = at(file, "services", "postgresql", "environment");
        assertEquals(POSTGRESQL_VARIABLES, database.keySet());
        assertEquals("jdbc:postgresql://postgresql:5432/" + database.get("POSTGRES_DB"), server.get("ROSTRUM_DB_URL"));
        assertEquals(database.get("POSTGRES_USER"), server.get("ROSTRUM_DB_USER"));
        assertEquals(database.get("POSTGRES_PASSWORD"), server.get("ROSTRUM_DB_PASSWORD"));
        assertTrue(
                server.get("ROSTRUM_DB_PASSWORD").startsWith("${ROSTRUM_DB_PASSWORD:?"),
                "there is no default password");
        assertEquals("service_healthy", at(file, "services", "rostrum", "depends_on", "postgresql", "condition"));
        List<String> check = at(file, "services", "postgresql", "healthcheck", "test");
        assertEquals("pg_isready", check.get(1));
        assertEquals(database.get("POSTGRES_DB"), check.get(check.indexOf("--dbname") + 1));
        assertEquals(database.get("POSTGRES_USER"), check.get(check.indexOf("--username") + 1));
    }

    @Test
    void everyVolumeIsDeclared() throws IOException {
        Map<String, Set<String>> declared = new HashMap<>();
        Map<String, Set<String>> mounted = new HashMap<>();
        for (String name : List.of(EMBEDDED, POSTGRESQL)) {
            Map<String, Object> file = read(name);
            declared.put(
                    name, ComposeTest.<Map<String, Object>>at(file, "volumes").keySet());
            Map<String, Map<String, Object>> services = at(file, "services");
            List<String> mounts = new ArrayList<>();
            services.values()
                    .forEach(service ->
                            mounts.addAll(service.containsKey("volumes") ? at(service, "volumes") : List.of()));
            mounted.put(
                    name,
                    mounts.stream()
                            .map(mount -> mount.substring(0, mount.indexOf(':')))
                            .collect(Collectors.toSet()));
        }
        assertEquals(declared, mounted);
    }

    @Test
    void theDocumentationNamesWhatTheFilesTakeFromTheEnvironment() throws IOException {
        String page = Files.readString(Path.of("docs/running.md"));
        Set<String> unnamed = new TreeSet<>();
        for (String file : List.of(EMBEDDED, POSTGRESQL)) {
            assertTrue(page.contains(file), file);
            INTERPOLATED
                    .matcher(Files.readString(Path.of(file)))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !page.contains("`" + name + "`"))
                    .forEach(unnamed::add);
        }
        assertEquals(Set.of(), unnamed);
    }
}
