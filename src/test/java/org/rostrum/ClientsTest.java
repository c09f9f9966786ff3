package org.rostrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mainstream clients work unchanged: the npm packages under {@code src/test/clients}, installed from their lock file, are
 * driven against the running server.
 */
@QuarkusTest
class ClientsTest extends ApiTest {

  private static final Path CLIENTS = Path.of("src/test/clients");
  private static final Path ARTIFACTS = CLIENTS.resolve("relay-persisted/__generated__");
  private static final int INSTALL_MINUTES = 8;
  private static final int TEST_MINUTES = 3;

  @TestHTTPResource("/graphql")
  URL url;

  @BeforeAll
  static void install() throws Exception {
    assumeTrue(runs("node", "--version") && runs("npm", "--version"), "skipped: Node.js and npm are not installed here");
    Path installed = CLIENTS.resolve("node_modules/.package-lock.json");
    Path wanted = CLIENTS.resolve("package-lock.json");
    boolean there = Files.exists(installed)
        && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0;
    if (!there) {
      String output = run(INSTALL_MINUTES, Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
      assertTrue(Files.exists(installed), output);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "apollo", "urql", "relay", "graphql-ws", "graphql-sse", "schema"})
  void worksUnchanged(String client) throws Exception {
    List<String> ids = articleWithClaims(5);
    Map<String, String> environment = Map.of("ROSTRUM_URL", url.toString(), "ROSTRUM_TOKEN", token("reviewer"), "ROSTRUM_ARTICLE", ids.get(0));
    String output = run(TEST_MINUTES, environment, "node", "--test", "--test-force-exit", "--test-reporter=spec", client + ".test.mjs");
    assertTrue(output.contains("ℹ fail 0") && !output.contains("ℹ pass 0"), output);
  }

  /** The manifests that {@link DocumentsTest} loads are what the compilers write today. */
  @Test
  void compilersWriteTheManifestsThatTheServerReads() throws Exception {
    run(TEST_MINUTES, Map.of(), "npx", "graphql-codegen", "--config", "codegen.mjs");
    assertEquals(Files.readString(CLIENTS.resolve("manifests/codegen.json")).strip(),
        Files.readString(CLIENTS.resolve("codegen/generated/persisted-documents.json")).strip());
    // The compiler adds to a file that is there, what it has not compiled before.
    try (Stream<Path> compiled = Files.exists(ARTIFACTS) ? Files.list(ARTIFACTS) : Stream.empty()) {
      compiled.forEach(file -> file.toFile().delete());
    }
    Files.writeString(CLIENTS.resolve("relay-persisted/generated.json"), "{}");
    run(TEST_MINUTES, Map.of(), "npx", "relay-compiler", "relay-persisted/relay.config.json");
    assertEquals(Files.readString(CLIENTS.resolve("manifests/relay.json")).strip(),
        Files.readString(CLIENTS.resolve("relay-persisted/generated.json")).strip());
  }

  private static boolean runs(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String run(int minutes, Map<String, String> environment, String... command) throws Exception {
    Path output = Files.createTempFile("rostrum-client", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(CLIENTS.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    String text = Files.readString(output);
    Files.delete(output);
    return text;
  }
}
