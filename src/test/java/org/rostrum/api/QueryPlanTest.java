package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What clients can tell of how their operations are run. */
@QuarkusTest
class QueryPlanTest extends ApiTest {

    @Inject
    AgroalDataSource database;

    private static Response explained(String token, String query, Map<String, Object> variables) {
        RequestSpecification request = given().contentType("application/json")
                .accept("application/graphql-response+json")
                .header("Rostrum-Explain", "true");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.body(Map.of("query", query, "variables", variables)).post("/graphql");
    }

    private static List<Map<String, Object>> plan(String query, Map<String, Object> variables) {
        return explained(token("reviewer"), query, variables)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("extensions.plan");
    }

    private static int statements(String query, Map<String, Object> variables) {
        return plan(query, variables).stream()
                .mapToInt(step -> (int) step.get("statements"))
                .sum();
    }

    @Test
    void reviewersAreToldThePlan() {
        String article = articleWithClaims(3).get(0);
        List<Map<String, Object>> plan = plan(
                "query($id: ID!) { one: article(id: $id) { claims(first: 2) { nodes { evidence { exact } } } } }",
                Map.of("id", article));
        assertEquals(
                List.of("one", "one.claims", "one.claims.nodes.evidence"),
                plan.stream().map(step -> step.get("path")).toList());
        assertEquals(
                List.of(1, 2, 4), plan.stream().map(step -> step.get("level")).toList());
        assertEquals(
                List.of(1, 1, 2), plan.stream().map(step -> step.get("things")).toList());
        assertEquals(
                List.of(1, 1, 1),
                plan.stream().map(step -> step.get("statements")).toList());
        // A page reads one row more than it has, to know whether there is more.
        assertEquals(
                List.of(1, 3, 2), plan.stream().map(step -> step.get("rows")).toList());
        assertTrue(plan.stream().allMatch(step -> (int) step.get("microseconds") > 0));
    }

    @Test
    void nobodyElseIs() {
        for (String token : new String[] {null, token("contributor")}) {
            Response answer = explained(token, "{ __typename }", Map.of());
            assertEquals(403, answer.statusCode());
            assertEquals("FORBIDDEN", answer.jsonPath().getString("errors[0].extensions.code"));
            assertEquals(
                    "Rostrum-Explain: needs a bearer token with the role reviewer",
                    answer.jsonPath().getString("errors[0].message"));
        }
        assertNull(send("{ __typename }", Map.of()).get("extensions.plan"));
    }

    @Test
    void whatIsNotSelectedIsNotCounted() {
        String article = articleWithClaims(3).get(0);
        String query =
                "query($id: ID!, $counted: Boolean!) { article(id: $id) { claims(first: 1) { totalCount @include(if: $counted) nodes { text } } } }";
        assertEquals(2, statements(query, Map.of("id", article, "counted", false)));
        assertEquals(3, statements(query, Map.of("id", article, "counted", true)));
        // A page that is the whole list says how long it is.
        assertEquals(2, statements(query.replace("first: 1", "first: 3"), Map.of("id", article, "counted", true)));
    }

    @Test
    void linksOfFewRowsAreReadWithThem() {
        String speaker = person(unique("Joined Speaker"));
        String claim = articleWithClaims(1, "speaker", speaker).get(1);
        String query =
                "query($id: ID!) { claim(id: $id) { text speaker { name country { name } } article { headline publisher { name } } } }";
        assertEquals(1, statements(query, Map.of("id", claim)));
    }

    /** Merging moves links; one that is left over leads to the actor that stays. */
    @Test
    void aLinkToAnActorThatWasMergedLeadsToTheOther() throws Exception {
        String gone = person(unique("Merged Gone"));
        String stays = person(unique("Merged Stays"));
        String claim = articleWithClaims(1, "speaker", gone).get(1);
        change("mergeActors", "actor { id }", input("actorId", gone, "intoActorId", stays));
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update claim set speaker_id = (select id from actor where merged_into is not null and id <> speaker_id and merged_into = speaker_id) where id = ?")) {
            update.setObject(
                    1, org.rostrum.graph.node.TypeId.parse(claim).orElseThrow().uuid());
            assertEquals(1, update.executeUpdate());
        }
        assertEquals(
                stays,
                ask("query($id: ID!) { claim(id: $id) { speaker { id name } } }", Map.of("id", claim))
                        .getString("claim.speaker.id"));
    }

    @Test
    void questionsAboutTheSchemaAndAboutTheDataInOneRequest() {
        articleWithClaims(1);
        JsonPath answer = ask("""
        query($type: String!, $no: Boolean!) {
          __typename
          first: __type(name: $type) { ...T }
          claims(first: 1) { nodes { __typename } }
          __schema { queryType { name } @SKIP }
          skipped: __type(name: "Article") @include(if: $no) { name }
        }
        fragment T on __Type { name kind }""".replace("@SKIP", ""), Map.of("type", "Claim", "no", false));
        assertEquals(
                List.of("__typename", "first", "claims", "__schema"),
                List.copyOf(answer.<String, Object>getMap("").keySet()));
        assertEquals(Map.of("name", "Claim", "kind", "OBJECT"), answer.getMap("first"));
        assertEquals("Query", answer.getString("__schema.queryType.name"));
        assertEquals("Claim", answer.getString("claims.nodes[0].__typename"));
    }

    @Test
    void fieldsOfAMutationRunInOrderAndNoneBehindOneThatLeavesNoAnswer() {
        String name = unique("Serial Person");
        String merge =
                "mutation($a: RecordActorInput!, $b: RecordActorInput!) { one: recordActor(input: $a) { actor { name } } two: recordActor(input: $b) { userErrors { code } } }";
        JsonPath both = ask(
                merge, Map.of("a", input("type", "PERSON", "name", name), "b", input("type", "PERSON", "name", name)));
        assertEquals(name, both.getString("one.actor.name"));
        assertEquals(List.of("ALREADY_EXISTS"), both.getList("two.userErrors.code"));

        String article = store(unique("serial"));
        String other = unique("Never Recorded");
        JsonPath refused = given().contentType("application/json")
                .header("Authorization", "Bearer " + token("contributor"))
                .body(Map.of(
                        "query",
                        "mutation($d: DeleteArticleInput!, $a: RecordActorInput!) { deleteArticle(input: $d) { userErrors { code } } recordActor(input: $a) { actor { id } } }",
                        "variables",
                        Map.of("d", input("articleId", article), "a", input("type", "PERSON", "name", other))))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(Set.of("errors", "data", "extensions"), refused.getMap("").keySet());
        assertNull(refused.get("data"));
        assertEquals("FORBIDDEN", refused.getString("errors[0].extensions.code"));
        assertEquals(
                List.of(),
                ask("query($n: String!) { actors(filter: {text: $n}) { nodes { id } } }", Map.of("n", other))
                        .getList("actors.nodes"));
    }

    @Test
    void aConditionThatIsNeitherTrueNorFalseIsRefused() {
        String message = refused(
                "BAD_USER_INPUT",
                "query($on: Boolean = true) { claims(first: 1) @include(if: $on) { totalCount } }",
                input("on", null));
        assertEquals("variables.on: @skip and @include need true or false", message);
    }
}
