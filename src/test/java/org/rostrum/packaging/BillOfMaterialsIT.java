package org.rostrum.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The software bill of materials lists what is in the distribution. */
class BillOfMaterialsIT {

    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

    private static JsonNode bill;

    @BeforeAll
    static void read() throws Exception {
        bill = new ObjectMapper()
                .readTree(Path.of("target", "rostrum-" + System.getProperty("project.version") + "-cyclonedx.json")
                        .toFile());
    }

    @Test
    void everyLibraryOfTheDistributionIsListed() throws Exception {
        Set<String> listed = new HashSet<>();
        for (JsonNode component : bill.get("components")) {
            Matcher classifier = CLASSIFIER.matcher(component.get("purl").asText());
            listed.add(component.get("group").asText() + "."
                    + component.get("name").asText() + "-"
                    + component.get("version").asText() + (classifier.find() ? "-" + classifier.group(1) : "")
                    + ".jar");
            assertFalse(component.get("hashes").isEmpty(), component::toString);
        }
        Set<String> libraries = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("target/quarkus-app/lib"))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> libraries.add(file.getFileName().toString()));
        }
        assertTrue(libraries.size() > 100, "the distribution has libraries");
        libraries.removeAll(listed);
        assertEquals(Set.of(), libraries);
    }

    @Test
    void everyComponentHasALicence() {
        Set<String> without = new TreeSet<>();
        for (JsonNode component : bill.get("components")) {
            if (component.path("licenses").isEmpty()) {
                without.add(component.get("purl").asText());
            }
        }
        assertEquals(Set.of(), without);
        assertEquals(
                "Apache-2.0",
                bill.at("/metadata/component/licenses/0/license/id").asText());
    }

    @Test
    void theSameSourcesGiveTheSameBill() {
        assertEquals("CycloneDX", bill.get("bomFormat").asText());
        assertFalse(bill.get("metadata").has("timestamp"), "it would differ with each build");
        assertFalse(bill.toString().contains(System.getProperty("user.dir")), "it names paths of the machine");
    }
}
