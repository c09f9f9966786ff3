package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request may ask for, and what it hears when it asks for something else. */
@QuarkusTest
class RequestLimitsTest extends ApiTest {

    @Test
    void aQueryThatAsksForTooManyRecordsIsRefusedBeforeItRuns() {
        String message = refused(
                "TOO_EXPENSIVE",
                "{ claims(first: 100) { nodes { speaker { claims(first: 100) { nodes { speaker { claims(first: 100) { nodes { id } } } } } } } } }");
        assertEquals("the request asks for up to 1010100 records, more than the limit of 20000", message);
        ask("{ claims(first: 100) { nodes { speaker { claims(first: 100) { nodes { id } } } } } }");
    }

    @Test
    void pageSizesInVariablesCountToo() {
        refused(
                "TOO_EXPENSIVE",
                "query($n: Int) { claims(first: $n) { nodes { article { claims(last: $n) { nodes { article { claims(first: $n) { nodes { id } } } } } } } } }",
                Map.of("n", 100));
        ask(
                "query($n: Int) { claims(first: $n) { nodes { article { claims(last: $n) { nodes { article { claims(first: $n) { nodes { id } } } } } } } } }",
                Map.of("n", 5));
    }

    @Test
    void aliasesAndFragmentsDoNotHideRecords() {
        StringBuilder query = new StringBuilder("query {");
        for (int i = 0; i < 201; i++) {
            query.append(" a").append(i).append(": claims(first: 100) { ...f }");
        }
        refused(
                "TOO_EXPENSIVE",
                query.append(" } fragment f on ClaimConnection { nodes { id } }")
                        .toString());
    }

    @Test
    void aQueryThatIsTooDeepIsRefused() {
        String deep = "{ claims(first: 1) { nodes " + "{ repliesTo ".repeat(30) + "{ id }" + " }".repeat(30) + " } }";
        String message = refused("TOO_EXPENSIVE", deep);
        assertTrue(message.startsWith("the request is 33 fields deep, deeper than the limit of 20"), message);
    }

    @Test
    void introspectionAsGraphiQLSendsItIsAnswered() {
        ask("""
        query IntrospectionQuery { __schema { queryType { name } mutationType { name } types { ...T } directives { name locations args { ...I } } } }
        fragment T on __Type { kind name description fields(includeDeprecated: true) { name args { ...I } type { ...R } } inputFields { ...I }
          interfaces { ...R } enumValues(includeDeprecated: true) { name } possibleTypes { ...R } }
        fragment I on __InputValue { name description type { ...R } defaultValue }
        fragment R on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }""");
    }

    @Test
    void aBrokenDocumentIsToldAsSuch() {
        refused("GRAPHQL_PARSE_FAILED", "{ claims");
        refused("GRAPHQL_VALIDATION_FAILED", "{ nothingLikeThis }");
        refused("GRAPHQL_VALIDATION_FAILED", "{ claims(first: \"many\") { nodes { id } } }");
        refused(
                "GRAPHQL_VALIDATION_FAILED",
                "query($n: Int) { claims(first: $n) { nodes { id } } }",
                Map.of("n", "many"));
        refused("GRAPHQL_VALIDATION_FAILED", "mutation { submitArticle(input: {headline: \"x\"}) { article { id } } }");
        refused("GRAPHQL_VALIDATION_FAILED", "{ claims(filter: {kind: [SHOUTED]}) { nodes { id } } }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ claims(filter: {saidOn: {from: \"yesterday\"}}) { nodes { id } } }",
                "{ claims(filter: {updatedSince: \"2025-13-01T00:00:00Z\"}) { nodes { id } } }",
                "{ actor(id: \"x\") { affiliations(on: \"31.12.2024\") { title } } }",
                "{ claims(first: 99999999999) { nodes { id } } }",
                "{ claims(filter: {minConfidence: \"high\"}) { nodes { id } } }"
            })
    void valuesOfTheWrongFormAreTheClientsMistake(String query) {
        JsonPath answer = send(query, Map.of());
        String code = answer.getString("errors[0].extensions.code");
        assertTrue(code.equals("BAD_USER_INPUT") || code.equals("GRAPHQL_VALIDATION_FAILED"), answer::prettify);
        assertFalse(answer.prettify().contains("Exception"), answer::prettify);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
    void aFormOfAForeignPageRunsNothing(String type) {
        String body = "{\"query\": \"mutation { deleteArticle(input: {articleId: \\\"x\\\"}) { deletedArticleId } }\"}";
        given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.TEXT)))
                .header("Content-Type", type)
                .body(body)
                .post("/graphql")
                .then()
                .statusCode(415);
    }

    @Test
    void listsAndTextsInFiltersAreBounded() {
        List<String> ids = Collections.nCopies(201, "actor_01h455vb4pex5vsknk084sn02q");
        Map<String, Object> variables = Map.of("ids", ids, "t", "x".repeat(501));
        assertEquals(
                "filter.speaker: must hold at most 200 values, held 201",
                refused(
                        "BAD_USER_INPUT",
                        "query($ids: [ID!]) { claims(filter: {speaker: $ids}) { totalCount } }",
                        variables));
        assertEquals(
                "filter.publisher: must hold at most 200 values, held 201",
                refused(
                        "BAD_USER_INPUT",
                        "query($ids: [ID!]) { articles(filter: {publisher: $ids}) { totalCount } }",
                        variables));
        assertEquals(
                "filter.participant: must hold at most 200 values, held 201",
                refused(
                        "BAD_USER_INPUT",
                        "query($ids: [ID!]) { events(filter: {participant: $ids}) { totalCount } }",
                        variables));
        for (String list : List.of("claims", "articles", "events", "actors")) {
            assertEquals(
                    "text: must be at most 500 characters long, was 501",
                    refused(
                            "BAD_USER_INPUT",
                            "query($t: String) { " + list + "(filter: {text: $t}) { totalCount } }",
                            variables));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "42",
                "null",
                "{\"query\": 5}",
                "{\"query\": null}",
                "{\"query\": \"{ __typename }\", \"variables\": 5}",
                "{\"query\": \"{ __typename }\", \"variables\": [1]}",
                "{\"query\": \"{ __typename }\", \"operationName\": {}}",
                "{\"query\": \"",
                "nonsense",
                "{\"query\": \"{ __typename }\", \"extensions\": 7}",
                "{\"query\": []}"
            })
    void noRequestMakesTheServerFail(String body) {
        given().contentType(ContentType.JSON).body(body).post("/graphql").then().statusCode(lessThan(500));
    }
}
