package org.rostrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.smallrye.jwt.build.Jwt;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server with production's settings: several over one PostgreSQL, without a key, and how it stops. */
class PackagedIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ISSUER = "https://login.example";
  private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir
  static Path directory;
  private static KeyPair keys;
  private static EmbeddedPostgres postgres;
  private final List<Server> servers = new ArrayList<>();

  /** A server in a process of its own. */
  private static final class Server {
    final int port;
    final Path log;
    final Process process;

    Server(Map<String, String> settings) throws Exception {
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      log = Files.createTempFile(directory, "server", ".log");
      ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx400m", "-jar",
          Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString())
          .directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(settings);
      builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
      process = builder.start();
      for (int i = 0; i < 600 && process.isAlive() && status("/q/health/ready") != 200; i++) {
        Thread.sleep(100);
      }
      assertEquals(200, status("/q/health/ready"), () -> output());
    }

    int status(String path) {
      try {
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      } catch (IOException e) {
        return -1;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      }
    }

    CompletableFuture<HttpResponse<String>> send(String token, String document, Map<String, Object> variables) throws IOException {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
          .header("Content-Type", "application/json").header("Accept", "application/graphql-response+json")
          .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document, "variables", variables))));
      return CLIENT.sendAsync((token == null ? request : request.header("Authorization", "Bearer " + token)).build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonPath ask(String token, String document, Map<String, Object> variables) throws Exception {
      return new JsonPath(send(token, document, variables).get(20, TimeUnit.SECONDS).body());
    }

    String output() {
      try {
        return Files.readString(log);
      } catch (IOException e) {
        return e.toString();
      }
    }
  }

  @BeforeAll
  static void prepare() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    Files.writeString(directory.resolve("public.pem"), "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
  }

  @AfterAll
  static void tidy() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  @org.junit.jupiter.api.AfterEach
  void stop() throws InterruptedException {
    for (Server server : servers) {
      server.process.destroyForcibly().waitFor();
    }
  }

  private Server start(Map<String, String> settings) throws Exception {
    Server server = new Server(settings);
    servers.add(server);
    return server;
  }

  private static String token(String... roles) {
    return Jwt.upn("it@example.org").issuer(ISSUER).groups(Set.of(roles)).expiresIn(Duration.ofHours(1)).sign(keys.getPrivate());
  }

  private static Map<String, String> onPostgres() {
    if (postgres == null) {
      try {
        postgres = EmbeddedPostgres.builder().start();
      } catch (IOException | RuntimeException e) {
        assumeTrue(false, "skipped: PostgreSQL could not be started here: " + e);
      }
    }
    return Map.of("ROSTRUM_DB_URL", postgres.getJdbcUrl("postgres", "postgres"), "ROSTRUM_DB_USER", "postgres", "ROSTRUM_DB_PASSWORD", "postgres",
        "MP_JWT_VERIFY_PUBLICKEY_LOCATION", directory.resolve("public.pem").toUri().toString(), "MP_JWT_VERIFY_ISSUER", ISSUER);
  }

  private static String record(Server server) throws Exception {
    Map<String, Object> article = Map.of("headline", "h", "publisher", "P", "publishedAt", "2025-01-01T00:00:00Z", "body", "Some words " + System.nanoTime(), "extract", false);
    String id = server.ask(token("contributor"), "mutation($a: SubmitArticleInput!) { submitArticle(input: $a) { article { id } } }", Map.of("a", article))
        .getString("data.submitArticle.article.id");
    assertNotNull(id, server::output);
    return server.ask(token("contributor"), "mutation Record($c: RecordClaimInput!) { recordClaim(input: $c) { claim { id } } }",
        Map.of("c", Map.of("articleId", id, "kind", "DIRECT", "evidence", List.of(Map.of("start", 0, "end", 10))))).getString("data.recordClaim.claim.id");
  }

  @Test
  void everyServerOverOneDatabaseAnnouncesEveryWriteAndAStopFinishesWhatRuns() throws Exception {
    Server one = start(onPostgres());
    Server other = start(onPostgres());
    try (Socket here = Socket.ready(one.port); Socket there = Socket.ready(other.port)) {
      String subscription = "subscription Live { claimRecorded { id recordedBy } }";
      here.subscribe("s", subscription, Map.of());
      there.subscribe("s", subscription, Map.of());
      Thread.sleep(1_000);
      for (Server writer : List.of(one, other)) {
        String claim = record(writer);
        for (Socket socket : List.of(here, there)) {
          JsonPath event = socket.expect("next");
          assertEquals(claim, event.getString("payload.data.claimRecorded.id"));
          assertEquals("it@example.org", event.getString("payload.data.claimRecorded.recordedBy"));
        }
      }
      checkAccessLog(one);
      try (Connection administrator = postgres.getPostgresDatabase().getConnection()) {
        administrator.createStatement().execute("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' or query = ''");
      }
      String late = record(other);
      assertEquals(late, here.expect("next").getString("payload.data.claimRecorded.id"), "also when the connection that listens was lost");
      assertEquals(late, there.expect("next").getString("payload.data.claimRecorded.id"));
      try (Connection blocker = postgres.getPostgresDatabase().getConnection()) {
        blocker.setAutoCommit(false);
        blocker.createStatement().execute("lock table claim in access exclusive mode");
        CompletableFuture<HttpResponse<String>> running = one.send(null, "{ claims(first: 1) { nodes { id } } }", Map.of());
        Thread.sleep(500);
        one.process.destroy();
        assertEquals(1001, here.closeCode());
        assertEquals(503, one.status("/q/health/ready"));
        assertEquals(200, one.status("/q/health/live"));
        Thread.sleep(2_000);
        assertTrue(one.process.isAlive(), "it waits for the request");
        HttpResponse<String> refused = one.send(null, "{ __typename }", Map.of()).get(5, TimeUnit.SECONDS);
        assertEquals(503, refused.statusCode());
        assertEquals("UNAVAILABLE", new JsonPath(refused.body()).getString("errors[0].extensions.code"));
        blocker.rollback();
        assertEquals(200, running.get(10, TimeUnit.SECONDS).statusCode());
        assertTrue(running.get().body().startsWith("{\"data\""), running.get()::body);
      }
      assertTrue(one.process.waitFor(10, TimeUnit.SECONDS), one::output);
      assertTrue(one.output().contains("stopped in"), one::output);
      String claim = record(other);
      assertEquals(claim, there.expect("next").getString("payload.data.claimRecorded.id"));
    }
  }

  private static void checkAccessLog(Server server) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : server.output().lines().filter(one -> one.contains("[rostrum.access]")).toList()) {
      lines.add(JSON.readTree(line.substring(line.indexOf('{'))));
    }
    JsonNode record = lines.stream().filter(line -> line.get("operation").asText().equals("Record")).findFirst().orElseThrow();
    assertEquals("mutation", record.get("type").asText());
    assertEquals("it@example.org", record.get("caller").asText());
    assertEquals("HTTP", record.get("transport").asText());
    assertEquals(200, record.get("status").asInt());
    assertEquals(0, record.get("cost").asInt());
    assertTrue(record.get("ms").asDouble() > 0);
    assertTrue(record.get("sqlStatements").asInt() > 0);
    assertTrue(record.get("rows").asInt() > 0);
    assertTrue(record.get("error").isNull());
    assertTrue(lines.stream().anyMatch(line -> line.get("operation").asText().equals("Live") && line.get("transport").asText().equals("WEBSOCKET")));
  }

  @Test
  void nothingCanBeWrittenWithoutAKeyAndTheRefusalSaysWhatToSet() throws Exception {
    Server server = start(Map.of("ROSTRUM_DB_URL", "jdbc:h2:mem:it;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"));
    String mutation = "mutation { deleteArticle(input: {articleId: \"x\"}) { deletedArticleId } }";
    for (String token : new String[] {null, token("reviewer")}) {
      HttpResponse<String> refused = server.send(token, mutation, Map.of()).get(20, TimeUnit.SECONDS);
      assertEquals(401, refused.statusCode());
      assertTrue(refused.body().contains("set mp.jwt.verify.publickey.location"), refused::body);
    }
    assertEquals("Query", server.ask(null, "{ __typename }", Map.of()).getString("data.__typename"));
    assertTrue(server.output().contains("Nobody can write"), server::output);
    assertTrue(!server.output().contains("Bearer ey"), "no token is printed in production");
  }
}
