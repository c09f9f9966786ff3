package org.rostrum.benchmark;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rostrum.api.ApiTest;
import org.rostrum.graph.node.TypeId;

/**
 * A page of 20 claims through the whole server, at the start of the list and deep in it. Runs in a server's process.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class PagingBenchmark extends ApiTest {

    private static final int BATCH = 1_000;
    private static final int LARGEST_PAGE = 100;
    private static final int PAGE_SIZE = 20;
    private static final String PAGE =
            "query($n: Int, $after: String) { claims(first: $n, after: $after) { nodes { id text saidOn } pageInfo { endCursor } } }";
    private static boolean made;

    /** How many claims there are. */
    @Param("120000")
    int claims;
    /** How many claims come before the page: a multiple of 100. */
    @Param({"0", "100000"})
    int depth;

    private String after;

    @Setup(Level.Trial)
    public void prepare() throws SQLException {
        if (!made) {
            fill(TypeId.require("id", store("x".repeat(LARGEST_PAGE)), "article"), claims);
            made = true;
        }
        for (int seen = 0; seen < depth; seen += LARGEST_PAGE) {
            after = page(LARGEST_PAGE, after).getString("claims.pageInfo.endCursor");
        }
    }

    @Benchmark
    public Object page() {
        return page(PAGE_SIZE, after);
    }

    private static JsonPath page(int size, String after) {
        Map<String, Object> variables = new HashMap<>(Map.of("n", size));
        variables.put("after", after);
        return ask(PAGE, variables);
    }

    private static void fill(UUID article, int claims) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now();
        try (Connection connection =
                        Arc.container().instance(AgroalDataSource.class).get().getConnection();
                PreparedStatement evidence = connection.prepareStatement("""
            insert into evidence (id, claim_id, article_id, body_length, start_offset, end_offset, exact, prefix, suffix, recorded_at, updated_at)
            values (?, ?, ?, 100, 0, 9, 'xxxxxxxxx', '', '', ?, ?)""");
                PreparedStatement claim = connection.prepareStatement("""
            insert into claim (id, article_id, first_evidence_id, text, kind, said_on, said_on_precision, said_on_basis, said_order, confidence, review, position_in_body, recorded_at, updated_at)
            values (?, ?, ?, ?, 'DIRECT', ?, 'DAY', 'TOLD', ?, 1, 'EXTRACTED', 0, ?, ?)""")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < claims; i++) {
                UUID claimKey = UUID.randomUUID();
                UUID evidenceKey = UUID.randomUUID();
                LocalDate day = LocalDate.of(2015, 1, 1).plusDays(i % 3650);
                set(evidence, evidenceKey, claimKey, article, now, now);
                set(
                        claim,
                        claimKey,
                        article,
                        evidenceKey,
                        "A statement of about eighty characters, as statements in the news have them, no. " + i,
                        day,
                        day,
                        now,
                        now);
                if (i % BATCH == BATCH - 1 || i == claims - 1) {
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
