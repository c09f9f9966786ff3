package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The number of SQL statements follows the query's shape, never the number of rows. */
@QuarkusTest
class StatementCountTest extends ApiTest {

    /** The lists of which the query asks how long they are. */
    private static final List<String> COUNTED = List.of(
            "claims",
            "claims.nodes.article.publisher.articles",
            "claims.nodes.speaker.affiliations.country.claims",
            "claims.nodes.speaker.one");

    private static final String DEEP = """
      query($filter: ClaimFilter, $first: Int!) {
        claims(first: $first, filter: $filter) {
          totalCount
          nodes {
            text
            evidence { exact }
            article { headline publisher { name articles(first: 2) { totalCount nodes { headline } } } }
            capacity { title organization { name } }
            country { alpha3 }
            events(first: 2) { nodes { title participants { actor { name } } articles(first: 1) { nodes { id } } } }
            repliesTo { text speaker { name } }
            replies(first: 2) { nodes { text } }
            links(first: 2) { nodes { type to { text } } }
            speaker {
              name aliases country { name }
              affiliations { title country { name claims(first: 2) { totalCount nodes { text speaker { name } } } } }
              one: claims(first: 1) { totalCount nodes { id } }
              three: claims(first: 3) { nodes { id article { id } } }
              events(first: 2) { nodes { title } }
            }
          }
        }
      }""";

    @Test
    void isTheSameForFewRowsAndForMany() {
        String publisher = null;
        List<String> claims = new ArrayList<>();
        String event = change(
                        "recordEvent",
                        "event { id }",
                        input(
                                "type",
                                "CONSULT",
                                "title",
                                unique("Talks"),
                                "date",
                                "2024-01-01",
                                "participants",
                                List.of(input("actor", person(unique("Ada Host")), "role", "HOST"))))
                .getString("event.id");
        for (int a = 0; a < 10; a++) {
            Map<String, Object> article = article("abcde ".repeat(10) + unique("text"));
            article.put("publisher", publisher == null ? publisher = (String) article.get("publisher") : publisher);
            String id = change("submitArticle", "article { id }", article).getString("article.id");
            for (int c = 0; c < 10; c++) {
                String speaker = person(
                        unique("Speaker Number"),
                        "aliases",
                        List.of(unique("Alias")),
                        "affiliations",
                        List.of(input("title", "Minister", "country", c % 2 == 0 ? "UA" : "US", "from", "2020-01-01")));
                Map<String, Object> claim = with(
                        claim(id, c * 6, c * 6 + 5),
                        "speaker",
                        speaker,
                        "saidOn",
                        "2024-01-0" + (1 + c % 9),
                        "events",
                        List.of(event));
                claims.add(record(claims.isEmpty() ? claim : with(claim, "repliesTo", claims.get(claims.size() - 1))));
            }
        }
        String publisherId = ask(
                        "query($n: String!) { actors(filter: {text: $n}) { nodes { id } } }", Map.of("n", publisher))
                .getString("actors.nodes[0].id");
        Map<String, Object> filter = Map.of("publisher", List.of(publisherId));
        for (int rows : List.of(1, 10, 50, 100)) {
            List<Map<String, Object>> plan = plan(rows, filter);
            assertEquals(paths(plan).size(), Set.copyOf(paths(plan)).size(), () -> "each place once: " + plan);
            assertEquals(
                    List.of(),
                    plan.stream()
                            .filter(step -> (int) step.get("statements") > 2)
                            .toList(),
                    "a list and its count take two");
            assertEquals(
                    List.of(),
                    plan.stream()
                            .filter(step -> (int) step.get("statements") > 1 && !COUNTED.contains(step.get("path")))
                            .toList());
        }
    }

    private static List<Object> paths(List<Map<String, Object>> plan) {
        return plan.stream().map(step -> step.get("path")).toList();
    }

    private static List<Map<String, Object>> plan(int first, Map<String, Object> filter) {
        JsonPath answer = explained(DEEP, Map.of("first", first, "filter", filter));
        assertEquals(first, answer.getList("data.claims.nodes").size());
        assertEquals(100, answer.getInt("data.claims.totalCount"));
        return answer.getList("extensions.plan");
    }

    private static JsonPath explained(String query, Map<String, Object> variables) {
        return given().contentType("application/json")
                .header("Authorization", "Bearer " + token("reviewer"))
                .header("Rostrum-Explain", "true")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void aNestedListWithArgumentsTakesOneStatementForAllParentsAndEachAliasItsOwnAnswer() {
        List<String> speakers = new ArrayList<>();
        String article = store("abcde ".repeat(200) + unique("text"));
        int at = 0;
        for (int s = 0; s < 50; s++) {
            speakers.add(person(unique("Nested Speaker")));
            for (int c = 0; c < 4; c++, at++) {
                record(with(
                        claim(article, at * 6, at * 6 + 5),
                        "speaker",
                        speakers.get(s),
                        "kind",
                        c % 2 == 0 ? "DIRECT" : "INDIRECT"));
            }
        }
        String plain = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { name } } }";
        String nested = """
        query($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { name
          one: claims(first: 1) { nodes { id } }
          three: claims(first: 3) { nodes { id } }
          indirect: claims(filter: {kind: [INDIRECT]}) { nodes { kind } } } } }""";
        Map<String, Object> ids = Map.of("ids", speakers);
        int base = count(plain, ids);
        assertEquals(base + 3, count(nested, ids));
        JsonPath answer = ask(nested, ids);
        for (int s = 0; s < 50; s++) {
            assertEquals(1, answer.getList("nodes[" + s + "].one.nodes").size());
            assertEquals(3, answer.getList("nodes[" + s + "].three.nodes").size());
            assertEquals(List.of("INDIRECT", "INDIRECT"), answer.getList("nodes[" + s + "].indirect.nodes.kind"));
        }
    }

    private static int count(String query, Map<String, Object> variables) {
        return explained(query, variables).getList("extensions.plan.statements", Integer.class).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
