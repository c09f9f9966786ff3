package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database itself refuses, whatever program writes to it. */
@QuarkusTest
class DatabaseConstraintsTest extends ApiTest {

    private static final String NOW = "timestamp with time zone '2025-01-01 00:00:00+00'";

    @Inject
    AgroalDataSource database;

    /** Runs statements in one transaction that is never committed. */
    private void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String sql : statements) {
                    statement.executeUpdate(sql);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /** H2 evaluates some conditions in the session that made the table, whatever becomes of it. */
    @Test
    void rowsAreTakenWhenTheConnectionThatMadeTheTablesIsClosed() throws SQLException {
        String url =
                "jdbc:h2:mem:closed;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
        Flyway.configure().dataSource(url, "sa", "").load().migrate();
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            for (String sql : new String[] {
                actor(),
                article(article, "https://a.example/1", "h"),
                evidence(0, 9, 10),
                claim(evidence, "null", "UNKNOWN")
            }) {
                assertEquals(1, statement.executeUpdate(sql));
            }
        }
    }

    private final UUID publisher = UUID.randomUUID();
    private final UUID article = UUID.randomUUID();
    private final UUID claim = UUID.randomUUID();
    private final UUID evidence = UUID.randomUUID();

    private String actor() {
        return "insert into actor (id, kind, name, name_key, recorded_at, updated_at) values ('%s', 'ORGANIZATION', 'P', 'p', %s, %s)"
                .formatted(publisher, NOW, NOW);
    }

    private String article(UUID id, String url, String hash) {
        return "insert into article (id, url, headline, publisher_id, published_at, language, body, body_length, body_hash, recorded_at, updated_at) values ('%s', '%s', 'H', '%s', %s, 'en', 'abcdefghij', 10, '%s', %s, %s)"
                .formatted(id, url, publisher, NOW, hash, NOW, NOW);
    }

    private String evidence(int start, int end, int length) {
        return "insert into evidence (id, claim_id, article_id, body_length, start_offset, end_offset, exact, prefix, suffix, recorded_at, updated_at) values ('%s', '%s', '%s', %d, %d, %d, 'x', '', '', %s, %s)"
                .formatted(evidence, claim, article, length, start, end, NOW, NOW);
    }

    private String claim(UUID firstEvidence, String saidOn, String precision) {
        return claim(firstEvidence, saidOn, precision, saidOn.equals("null") ? "null" : "'TOLD'");
    }

    private String claim(UUID firstEvidence, String saidOn, String precision, String basis) {
        return "insert into claim (id, article_id, first_evidence_id, text, kind, said_on, said_on_precision, said_on_basis, said_order, confidence, review, position_in_body, recorded_at, updated_at) values ('%s', '%s', '%s', 'x', 'DIRECT', %s, '%s', %s, coalesce(%s, date '1583-01-01'), 1, 'EXTRACTED', 0, %s, %s)"
                .formatted(claim, article, firstEvidence, saidOn, precision, basis, saidOn, NOW, NOW);
    }

    private String affiliation(String from, String until) {
        return "insert into affiliation (id, actor_id, title, from_date, until_date, from_order, recorded_at, updated_at) values ('%s', '%s', 'T', date '%s', date '%s', date '%s', %s, %s)"
                .formatted(UUID.randomUUID(), publisher, from, until, from, NOW, NOW);
    }

    @Test
    void takesWhatIsRight() throws SQLException {
        run(
                actor(),
                article(article, "https://a.example", "h1"),
                evidence(0, 10, 10),
                claim(evidence, "null", "UNKNOWN"),
                affiliation("2025-01-01", "2025-01-01"));
    }

    @ParameterizedTest
    @CsvSource({"0, 11, 10", "-1, 3, 10", "4, 4, 10", "5, 4, 10", "0, 11, 11"})
    void aSpanLiesInsideItsArticlesBody(int start, int end, int length) {
        assertThrows(
                SQLException.class,
                () -> run(actor(), article(article, "https://a.example", "h1"), evidence(start, end, length)));
    }

    @Test
    void aUrlAndABodyAreThereOnce() {
        assertThrows(
                SQLException.class,
                () -> run(
                        actor(),
                        article(article, "https://a.example", "h1"),
                        article(UUID.randomUUID(), "https://a.example", "h2")));
        assertThrows(
                SQLException.class,
                () -> run(
                        actor(),
                        article(article, "https://a.example", "h1"),
                        article(UUID.randomUUID(), "https://b.example", "h1")));
    }

    @Test
    void noClaimIsWithoutEvidence() {
        SQLException refused = assertThrows(
                SQLException.class,
                () -> run(actor(), article(article, "https://a.example", "h1"), claim(evidence, "null", "UNKNOWN")));
        assertEquals("23", refused.getSQLState().substring(0, 2));
    }

    @Test
    void theLastEvidenceOfAClaimCannotBeRemoved() {
        assertThrows(
                SQLException.class,
                () -> run(
                        actor(),
                        article(article, "https://a.example", "h1"),
                        evidence(0, 10, 10),
                        claim(evidence, "null", "UNKNOWN"),
                        "delete from evidence where claim_id = '" + claim + "'"));
    }

    @Test
    void noAffiliationEndsBeforeItStarts() {
        assertThrows(SQLException.class, () -> run(actor(), affiliation("2025-01-02", "2025-01-01")));
    }

    private void refuses(String claim) {
        assertThrows(
                SQLException.class,
                () -> run(actor(), article(article, "https://a.example", "h1"), evidence(0, 10, 10), claim));
    }

    @Test
    void aDateAndItsPrecisionAgree() {
        for (String[] wrong : new String[][] {{"null", "DAY"}, {"date '2025-01-01'", "UNKNOWN"}}) {
            refuses(claim(evidence, wrong[0], wrong[1]));
        }
    }

    @Test
    void aDateAndItsBasisAgree() {
        for (String[] wrong : new String[][] {
            {"null", "UNKNOWN", "'TOLD'"},
            {"date '2025-01-01'", "DAY", "null"},
            {"date '2025-01-01'", "DAY", "'GUESSED'"}
        }) {
            refuses(claim(evidence, wrong[0], wrong[1], wrong[2]));
        }
    }

    @Test
    void onlyCountriesHaveCodesAndAllOfThemDo() {
        assertThrows(
                SQLException.class,
                () -> run(
                        "insert into actor (id, kind, name, name_key, recorded_at, updated_at) values ('%s', 'COUNTRY', 'C', 'c', %s, %s)"
                                .formatted(publisher, NOW, NOW)));
        assertThrows(
                SQLException.class,
                () -> run(
                        "insert into actor (id, kind, name, name_key, alpha2, alpha3, recorded_at, updated_at) values ('%s', 'PERSON', 'C', 'c', 'QQ', 'QQQ', %s, %s)"
                                .formatted(publisher, NOW, NOW)));
    }
}
