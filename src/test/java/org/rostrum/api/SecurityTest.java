package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the attack tools play: every check of dolevf/graphql-cop, and what graphql-armor protects from with its
 * defaults. Of graphql-cop's checks this server fails two by choice: introspection is on unless it is switched off, as
 * on every public API ({@link IntrospectionOffTest}), and GraphiQL is served where it is switched on.
 */
@QuarkusTest
class SecurityTest extends ApiTest {

    /** A number written with few characters, which takes seconds to write out. */
    private static final String HUGE = "1e3000000";

    private static String repeated(int times, String pattern) {
        return IntStream.range(0, times)
                .mapToObj(i -> pattern.replace("#", String.valueOf(i)))
                .collect(Collectors.joining(" "));
    }

    private static void limited(String name, int max, int actual, String document) {
        JsonPath answer = send(document, Map.of());
        assertEquals(1, answer.getList("errors").size(), answer::prettify);
        assertEquals("TOO_EXPENSIVE", answer.getString("errors[0].extensions.code"), answer::prettify);
        assertEquals(name, answer.getString("errors[0].extensions.limit.name"), answer::prettify);
        assertEquals(max, answer.getInt("errors[0].extensions.limit.max"), answer::prettify);
        assertEquals(actual, answer.getInt("errors[0].extensions.limit.actual"), answer::prettify);
        assertNull(answer.get("data"), answer::prettify);
    }

    @Test
    void aliasOverload() {
        limited("root-fields", 50, 101, "query cop { " + repeated(101, "alias#: __typename") + " }");
        limited("aliases", 100, 101, "query cop { claims { nodes { " + repeated(101, "alias#: id") + " } } }");
    }

    @Test
    void arrayBatching() {
        String batch = IntStream.range(0, 10)
                .mapToObj(i -> "{\"query\": \"query cop { __typename }\"}")
                .collect(Collectors.joining(",", "[", "]"));
        given().contentType(ContentType.JSON)
                .body(batch)
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("data", nullValue());
    }

    @Test
    void directiveOverload() {
        limited("directives", 5, 10, "query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }");
        limited("directives", 5, 51, "query cop " + "@a ".repeat(51) + " { __typename }");
        limited("directives", 5, 6, "query cop($a: Int " + "@a ".repeat(6) + ") { __typename }");
    }

    @Test
    void fieldDuplication() {
        limited("root-fields", 50, 500, "query cop { " + "__typename \n".repeat(500) + "}");
        limited("fields", 2000, 2502, "query cop { claims { nodes { " + "id ".repeat(2500) + "} } }");
    }

    @Test
    void circularIntrospection() {
        refused(
                "TOO_EXPENSIVE",
                "query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }");
    }

    @Test
    void circularFragments() {
        String message = refused(
                "GRAPHQL_VALIDATION_FAILED",
                "query cop { ...a } fragment a on Query { ...b } fragment b on Query { __typename ...a }");
        assertEquals("the fragment a spreads itself: a → b → a", message);
        refused("GRAPHQL_VALIDATION_FAILED", "{ ...a } fragment a on Query { ...a }");
    }

    @Test
    void fragmentsThatDouble() {
        StringBuilder document = new StringBuilder("{ ...f0 }");
        for (int i = 0; i < 60; i++) {
            document.append(" fragment f")
                    .append(i)
                    .append(" on Query { ...f")
                    .append(i + 1)
                    .append(" ...f")
                    .append(i + 1)
                    .append(" }");
        }
        document.append(" fragment f60 on Query { __typename }");
        String message =
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refused("TOO_EXPENSIVE", document.toString()));
        assertTrue(message.endsWith("more than the limit of 500"), message);
    }

    @Test
    void depth() {
        limited("depth", 20, 43, "{ claims { nodes { " + "repliesTo { ".repeat(40) + "id" + " }".repeat(40) + " } } }");
    }

    @Test
    void tokens() {
        String message = refused(
                "TOO_EXPENSIVE", "{ claims(filter: {speaker: [" + "\"x\" ".repeat(20_000) + "]}) { totalCount } }");
        assertEquals("the request has more than 10000 tokens or is nested too deep", message);
        refused("GRAPHQL_PARSE_FAILED", "{".repeat(9_000));
        refused(
                "TOO_EXPENSIVE",
                "{ claims(filter: " + "{not: ".repeat(3_000) + "{}" + "}".repeat(3_000) + ") { totalCount } }");
    }

    @Test
    void body() {
        String large =
                "{\"query\": \"{ __typename }\", \"variables\": {\"a\": \"" + "x".repeat(17 * 1024 * 1024) + "\"}}";
        given().contentType(ContentType.JSON)
                .body(large)
                .post("/graphql")
                .then()
                .statusCode(413)
                .body("errors[0].extensions.limit.name", is("body"))
                .body("errors[0].extensions.code", is("TOO_EXPENSIVE"));
        ask("{ __typename }");
    }

    @Test
    void cost() {
        limited(
                "nodes",
                20_000,
                1_010_100,
                "{ claims(first: 100) { nodes { speaker { claims(first: 100) { nodes { speaker { claims(first: 100) { nodes { id } } } } } } } } }");
        // Costs whose product or sum would overflow an int, or a long.
        String deep = "claims(first: 100) { nodes { article { ".repeat(6) + "id" + " } } }".repeat(6);
        refused("TOO_EXPENSIVE", "{ " + repeated(40, "a#: " + deep) + " }");
    }

    @Test
    void listsWithoutPagesCountToo() {
        limited(
                "nodes",
                20_000,
                168_420,
                "{ actor(id: \"x\") { " + "affiliations { actor { ".repeat(4) + "id" + " } }".repeat(4) + " } }");
        List<String> ids = Collections.nCopies(100, "actor_01h455vb4pex5vsknk084sn02q");
        String document =
                "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { claims(first: 100) { nodes { article { claims(first: 3) { nodes { id } } } } } } } }";
        refused("TOO_EXPENSIVE", document, Map.of("ids", ids));
        ask(document, Map.of("ids", ids.subList(0, 10)));
    }

    /** By the limit of what it may follow or by the deadline, whichever the machine reaches first. */
    @Test
    void anAnswerThatGrowsTooLargeIsStopped() {
        List<Map<String, Object>> posts = IntStream.range(0, 60)
                .<Map<String, Object>>mapToObj(i -> input("title", "Post " + i, "from", "2020-01-01"))
                .toList();
        String person = person(unique("Many Posts"), "affiliations", posts);
        String document = "query($id: ID!) { actor(id: $id) { " + "affiliations { actor { ".repeat(3) + "id"
                + " } }".repeat(3) + " } }";
        String answer = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> given().contentType(ContentType.JSON)
                        .body(Map.of("query", document, "variables", Map.of("id", person)))
                        .post("/graphql")
                        .then()
                        .statusCode(lessThan(500))
                        .extract()
                        .asString());
        assertTrue(answer.contains("TOO_EXPENSIVE") && answer.contains("the request was stopped"), answer);
        ask("{ __typename }");
    }

    @Test
    void getQueryAndGetMutationAndFormPost() {
        given().queryParam("query", "query cop { __typename }")
                .get("/graphql")
                .then()
                .statusCode(not(200));
        given().queryParam("query", "mutation cop { __typename }")
                .get("/graphql")
                .then()
                .statusCode(not(200));
        given().formParam("query", "query cop { __typename }")
                .post("/graphql")
                .then()
                .statusCode(415);
    }

    @Test
    void fieldSuggestions() {
        JsonPath answer = send("query cop { claim { id } clams { id } __shema { types } }", Map.of());
        assertFalse(answer.prettify().toLowerCase().contains("did you mean"), answer::prettify);
    }

    @Test
    void tracing() {
        assertNull(send("query cop { __typename }", Map.of()).get("extensions.tracing"));
        given().contentType(ContentType.JSON)
                .header("X-Apollo-Tracing", "1")
                .header("Apollo-Federation-Include-Trace", "ftv1")
                .body(Map.of("query", "{ __typename }"))
                .post("/graphql")
                .then()
                .body("extensions.tracing", nullValue())
                .body("extensions.ftv1", nullValue());
    }

    @Test
    void unhandledErrorsTellNothingOfTheServer() {
        for (String document : List.of(
                "query cop { claims(first: 0) { totalCount } }",
                "{ nothing }",
                "{ broken",
                "query($a: ClaimFilter) { claims(filter: $a) { totalCount } }")) {
            String answer = send(document, Map.of("a", Map.of("speaker", 5))).prettify();
            for (String internal :
                    List.of("Exception", "org.rostrum", "java.", "\tat ", "select ", "stackTrace", "classification")) {
                assertFalse(answer.contains(internal), answer);
            }
        }
    }

    @Test
    void errorsOfValidationAreCapped() {
        JsonPath answer = send("{ claims { nodes { " + repeated(90, "no#") + " } } }", Map.of());
        assertEquals(20, answer.getList("errors").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ claims(first: #) { totalCount } }",
                "{ claims(filter: {minConfidence: #}) { totalCount } }",
                "{ claims(filter: {text: #}) { totalCount } }",
                "{ claims(filter: {article: #}) { totalCount } }",
                "{ claims(filter: {kind: [#]}) { totalCount } }",
                "{ claims(filter: {saidOn: {from: #}}) { totalCount } }",
                "{ claims(filter: {updatedSince: #}) { totalCount } }",
                "{ claims(filter: #) { totalCount } }",
                "{ claim(id: #) { id } }",
                "{ __type(name: #) { name } }",
                "{ claims @include(if: #) { totalCount } }",
                "query($a: Int = #) { claims(first: $a) { totalCount } }",
                "mutation { submitArticle(input: {headline: \"h\", publisher: \"p\", publishedAt: \"2025-01-01T00:00:00Z\", body: \"b\", extract: #}) { alreadyKnown } }"
            })
    void noLiteralMakesCoercionSlow(String document) {
        for (String number : List.of(
                HUGE,
                "-" + HUGE,
                "1e-3000000",
                "9".repeat(300),
                "9".repeat(1_000_000),
                "0." + "9".repeat(1_000_000),
                "1e" + "9".repeat(300))) {
            JsonPath answer = assertTimeoutPreemptively(
                    Duration.ofSeconds(3), () -> send(document.replace("#", number), Map.of()));
            boolean harmless = number.equals("1e-3000000") && document.contains("minConfidence");
            assertTrue(
                    harmless || answer.get("errors[0].message") != null,
                    () -> document + " " + number.substring(0, 5) + answer.prettify());
        }
    }

    @Test
    void aWholeNumberMayBeWrittenWithAPoint() {
        assertNull(send("query($a: Int) { claims(first: $a) { totalCount } }", Map.of("a", 5.0))
                .get("errors"));
        refused("GRAPHQL_VALIDATION_FAILED", "query($a: Int) { claims(first: $a) { totalCount } }", Map.of("a", 5.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query($a: Int) { claims(first: $a) { totalCount } }",
                "query($a: Float) { claims(filter: {minConfidence: $a}) { totalCount } }",
                "query($a: String) { claims(filter: {text: $a}) { totalCount } }",
                "query($a: ID) { claims(filter: {article: $a}) { totalCount } }",
                "query($a: ClaimKind!) { claims(filter: {kind: [$a]}) { totalCount } }",
                "query($a: Date) { claims(filter: {saidOn: {from: $a}}) { totalCount } }",
                "query($a: DateTime) { claims(filter: {updatedSince: $a}) { totalCount } }",
                "query($a: ClaimFilter) { claims(filter: $a) { totalCount } }",
                "query($a: ID!) { claim(id: $a) { id } }",
                "query($a: [ID!]!) { nodes(ids: $a) { id } }",
                "query($a: Boolean!) { claims @include(if: $a) { totalCount } }"
            })
    void noVariableMakesCoercionSlow(String document) {
        for (String number : List.of(
                HUGE, "-" + HUGE, "1e-3000000", "9".repeat(900), "9".repeat(1_000_000), "1e" + "9".repeat(300))) {
            for (String value : List.of(number, "[" + number + "]", "{\"x\": " + number + "}")) {
                String body = "{\"query\": \"" + document + "\", \"variables\": {\"a\": " + value + "}}";
                String answer = assertTimeoutPreemptively(
                        Duration.ofSeconds(3),
                        () -> given().contentType(ContentType.JSON)
                                .body(body)
                                .post("/graphql")
                                .then()
                                .statusCode(lessThan(500))
                                .extract()
                                .asString());
                assertFalse(answer.contains("INTERNAL"), () -> document + answer);
            }
        }
    }
}
