package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What clients build on beside the requests they send ({@link BrowserClientsTest}): the specification, the schema,
 * their compilers.
 */
@QuarkusTest
class ClientsTest extends ApiTest {

    private static final Path ARTIFACTS = NpmPackages.DIRECTORY.resolve("relay-persisted/__generated__");

    @TestHTTPResource("/graphql")
    URL url;

    @BeforeAll
    static void install() throws Exception {
        NpmPackages.install();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "schema"})
    void keepsWhatClientsRelyOn(String test) throws Exception {
        NpmPackages.test(test, Map.of("ROSTRUM_URL", url.toString()));
    }

    /** The manifests that {@link PersistedDocumentsTest} loads are what the compilers write today. */
    @Test
    void compilersWriteTheManifestsThatTheServerReads() throws Exception {
        NpmPackages.run(Map.of(), "npx", "graphql-codegen", "--config", "codegen.mjs");
        assertSame("manifests/codegen.json", "codegen/generated/persisted-documents.json");
        // The compiler adds to a file that is there, what it has not compiled before.
        try (Stream<Path> compiled = Files.exists(ARTIFACTS) ? Files.list(ARTIFACTS) : Stream.empty()) {
            compiled.forEach(file -> file.toFile().delete());
        }
        Files.writeString(NpmPackages.DIRECTORY.resolve("relay-persisted/generated.json"), "{}");
        NpmPackages.run(Map.of(), "npx", "relay-compiler", "relay-persisted/relay.config.json");
        assertSame("manifests/relay.json", "relay-persisted/generated.json");
    }

    private static void assertSame(String manifest, String generated) throws Exception {
        assertEquals(
                Files.readString(NpmPackages.DIRECTORY.resolve(manifest)).strip(),
                Files.readString(NpmPackages.DIRECTORY.resolve(generated)).strip());
    }

    /** Documents typed by gql.tada compile against the schema, and those that ask for what is not there do not. */
    @Test
    void gqlTadaTypesDocuments() throws Exception {
        Files.deleteIfExists(NpmPackages.DIRECTORY.resolve("tada/graphql-env.d.ts"));
        NpmPackages.run(Map.of(), "npx", "gql.tada", "generate-output", "--tsconfig", "tada/tsconfig.json");
        NpmPackages.run(Map.of(), "npx", "tsc", "--noEmit", "--project", "tada/tsconfig.json", "--pretty", "false");
    }
}
