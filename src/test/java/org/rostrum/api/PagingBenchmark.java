package org.rostrum.api;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rostrum.graph.node.TypeId;

/**
 * What a page costs at the list's start and 100,000 claims deep. Run by hand, on H2 and PostgreSQL in turn:
 * {@code ./mvnw test -Dtest=PagingBenchmark}. Figures are in {@code docs/performance.md}.
 */
@QuarkusTest
class PagingBenchmark extends ApiTest {

  private static final int CLAIMS = 120_000;
  private static final int DEPTH = 100_000;
  private static final int ROUNDS = 400;
  private static final String PAGE = "query($n: Int, $after: String) { claims(first: $n, after: $after) { nodes { id text saidOn } pageInfo { endCursor } } }";

  @Inject
  AgroalDataSource database;

  @Test
  void aPageCostsTheSameHoweverDeep() throws SQLException {
    fill(TypeId.require("id", store("x".repeat(100)), "article"));
    String deep = null;
    for (int seen = 0; seen < DEPTH; seen += 100) {
      deep = page(100, deep).getString("claims.pageInfo.endCursor");
    }
    long[] first = new long[ROUNDS];
    long[] later = new long[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long start = System.nanoTime();
      page(20, null);
      long middle = System.nanoTime();
      page(20, deep);
      long end = System.nanoTime();
      if (round >= 0) {
        first[round] = middle - start;
        later[round] = end - middle;
      }
    }
    System.out.printf("%s: first page %.2f ms, at depth %d %.2f ms, ratio %.2f (medians of %d)%n",
        System.getProperty("rostrum.test.database", "h2"), median(first), DEPTH, median(later), median(later) / median(first), ROUNDS);
  }

  private static JsonPath page(int size, String after) {
    Map<String, Object> variables = new HashMap<>(Map.of("n", size));
    variables.put("after", after);
    return ask(PAGE, variables);
  }

  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e6;
  }

  private void fill(UUID article) throws SQLException {
    OffsetDateTime now = OffsetDateTime.now();
    try (Connection connection = database.getConnection();
        PreparedStatement evidence = connection.prepareStatement("""
            insert into evidence (id, claim_id, article_id, body_length, start_offset, end_offset, exact, prefix, suffix, recorded_at, updated_at)
            values (?, ?, ?, 100, 0, 9, 'xxxxxxxxx', '', '', ?, ?)""");
        PreparedStatement claim = connection.prepareStatement("""
            insert into claim (id, article_id, first_evidence_id, text, kind, said_on, said_on_precision, said_order, confidence, review, position_in_body, recorded_at, updated_at)
            values (?, ?, ?, ?, 'DIRECT', ?, 'DAY', ?, 1, 'EXTRACTED', 0, ?, ?)""")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < CLAIMS; i++) {
        UUID claimKey = UUID.randomUUID();
        UUID evidenceKey = UUID.randomUUID();
        LocalDate day = LocalDate.of(2015, 1, 1).plusDays(i % 3650);
        set(evidence, evidenceKey, claimKey, article, now, now);
        set(claim, claimKey, article, evidenceKey, "A statement of about eighty characters, as statements in the news have them, no. " + i, day, day, now, now);
        if (i % 1000 == 999) {
          evidence.executeBatch();
          claim.executeBatch();
          connection.commit();
        }
      }
      connection.setAutoCommit(true);
      connection.createStatement().execute("analyze");
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }
}
