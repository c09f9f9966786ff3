package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Searching on PostgreSQL, which knows the forms of English words. Not part of the run on H2. */
@QuarkusTest
class PostgresSearchTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    @Test
    void otherFormsOfTheWordsAreFound() {
        String word = unique("zyx").substring(4);
        String article = store("Ministers negotiated ceasefires " + word + ".");
        String claim = record(claim(article, 0, 31 + 1 + word.length()));
        for (String query : List.of("ceasefire negotiating", "minister CEASEFIRES", "negotiate")) {
            assertEquals(
                    List.of(claim, article),
                    ask(
                                    "query($q: String!) { search(query: $q) { nodes { ... on Claim { id } ... on Article { id } } } }",
                                    Map.of("q", query + " " + word))
                            .getList("search.nodes.id"),
                    query);
        }
    }

    @Test
    void aVeryLongArticleIsStoredAndFoundByItsBeginning() {
        StringBuilder body = new StringBuilder("Beginning ");
        for (int i = 0; body.length() < 1_500_000; i++) {
            body.append(Integer.toString(i * 7_919, 36)).append("ж ");
        }
        String word = "q" + unique("").strip().replace("-", "");
        String article = store(word + " " + body);
        assertEquals(
                List.of(article),
                ask("query($q: String!) { search(query: $q) { nodes { ... on Article { id } } } }", Map.of("q", word))
                        .getList("search.nodes.id"));
    }

    @Test
    void everyTextHasAnIndex() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet indexes = statement.executeQuery(
                        "select count(*) from pg_indexes where indexname like '%_words' and indexdef like '%gin%'")) {
            assertTrue(indexes.next());
            assertEquals(5, indexes.getInt(1));
        }
    }
}
