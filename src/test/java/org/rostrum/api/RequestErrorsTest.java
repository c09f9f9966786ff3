package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that break the specification's rules are told so, and not run; none is taken for the server's fault. */
@QuarkusTest
class RequestErrorsTest extends ApiTest {

    /** A variable that has a default may stand where null must not: then it must not be null. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query($v: ID = \"a\") { claims(first: 1, filter: {speaker: [$v]}) { totalCount } } | claims(filter.speaker[0]), which is ID!",
                "query($v: ID = \"a\") { node(id: $v) { id } } | node(id), which is ID!",
                "query($v: ID = \"a\") { nodes(ids: [\"b\", $v]) { id } } | nodes(ids[1]), which is ID!",
                "query($v: [ID!] = []) { nodes(ids: $v) { id } } | nodes(ids), which is [ID!]!",
                "query($v: ClaimOrderField = SAID_ON) { claims(orderBy: {field: $v}) { totalCount } } | claims(orderBy.field), which is ClaimOrderField!",
                "query($v: SpeechAct = DENY) { claims(filter: {act: [$v, STATE]}) { totalCount } } | claims(filter.act[0]), which is SpeechAct!",
                "query($v: SpeechAct = DENY) { claims(filter: {or: [{kind: DIRECT}, {not: {act: [STATE, $v]}}]}) { totalCount } } | claims(filter.or[1].not.act[1]), which is SpeechAct!",
                "query($v: ClaimFilter = {}) { claims(filter: {and: [$v]}) { totalCount } } | claims(filter.and[0]), which is ClaimFilter!",
                "query($v: ID = \"a\") { claims(filter: {and: {speaker: [$v]}}) { totalCount } } | claims(filter.and.speaker[0]), which is ID!",
                "query($v: ID = \"a\") { articles(first: 1) { nodes { claims(filter: {speaker: [$v]}) { totalCount } } } } | claims(filter.speaker[0]), which is ID!",
                "query($v: ID = \"a\") { ...F } fragment F on Query { claims(first: 1) { nodes { ... on Claim { replies(first: 1) { nodes { otherReports(filter: {speaker: [$v]}) { totalCount } } } } } } } | otherReports(filter.speaker[0]), which is ID!",
                "query($v: String = \"Claim\") { __type(name: $v) { name } } | __type(name), which is String!",
                "query($v: String = \"UA\") { country(code: $v) { id } } | country(code), which is String!",
                "mutation($v: ID = \"a\") { deleteArticle(input: {articleId: $v}) { deletedArticleId } } | deleteArticle(input.articleId), which is ID!",
                "mutation($v: DeleteArticleInput = {articleId: \"a\"}) { deleteArticle(input: $v) { deletedArticleId } } | deleteArticle(input), which is DeleteArticleInput!",
                "mutation($v: Int = 1) { recordClaim(input: {articleId: \"a\", kind: DIRECT, evidence: [{start: 0, end: $v}]}) { claim { id } } } | recordClaim(input.evidence[0].end), which is Int!"
            })
    void nullForAVariableWithADefaultWhereNullMustNotBe(String document, String place) {
        JsonPath answer = send(document, input("v", null));
        assertEquals(
                "variables.v: must not be null for " + place, answer.getString("errors[0].message"), answer::prettify);
        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
        assertEquals(
                document.indexOf("$v", document.indexOf('{', document.indexOf(')'))) + 1,
                answer.getInt("errors[0].locations[0].column"));
        assertEquals(1, answer.getList("errors").size());
        assertFalse(answer.getMap("").containsKey("data"), answer::prettify);
        // Left out, the default stands; what is wrong with that is a field's own matter.
        assertFalse(String.valueOf(send(document, Map.of()).getList("errors.message"))
                .contains("must not be null"));
    }

    @Test
    void nullForAVariableIsNoErrorWhereItMayBeOrIsNotUsed() {
        ask(
                "query($v: ClaimFilter = {kind: [DIRECT]}, $n: Int = 1) { claims(filter: $v, first: $n) { totalCount } }",
                input("v", null, "n", null));
        ask(
                "query($v: ID = \"a\", $no: Boolean!) { __typename claims(filter: {speaker: [$v]}) @include(if: $no) { totalCount } }",
                input("v", null, "no", false));
    }

    /** No field of a mutation is run when one has such a null. */
    @Test
    void aMutationWithSuchANullDoesNothing() {
        String name = unique("Never Recorded");
        String message = refused(
                "BAD_USER_INPUT",
                "mutation($n: String!, $t: ActorType = PERSON, $x: ActorType = PERSON) { "
                        + "one: recordActor(input: {name: $n, type: $t}) { actor { id } } two: recordActor(input: {name: \"x\", type: $x}) { actor { id } } }",
                input("n", name, "x", null));
        assertEquals("variables.x: must not be null for recordActor(input.type), which is ActorType!", message);
        assertEquals(
                0,
                ask("query($n: String!) { actors(filter: {text: $n}) { totalCount } }", Map.of("n", name))
                        .getInt("actors.totalCount"));
    }

    @Test
    void eachVariableIsToldOnce() {
        JsonPath answer = send(
                "query($a: ID = \"a\", $b: ID = \"b\") { nodes(ids: [$a, $b, $a]) { id } node(id: $b) { id } }",
                input("a", null, "b", null));
        assertEquals(
                List.of(
                        "variables.a: must not be null for nodes(ids[0]), which is ID!",
                        "variables.b: must not be null for nodes(ids[1]), which is ID!"),
                answer.getList("errors.message"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query($v: Boolean = true) { claims(first: 1) @include(if: $v) { totalCount } }",
                "query($v: Boolean = true) { claims(first: 1) { nodes { id ... @skip(if: $v) { text } } } }",
                "query($v: Boolean = true) { __schema { types @include(if: $v) { name } } }",
                "mutation($v: Boolean = true) { deleteArticle(input: {articleId: \"a\"}) @skip(if: $v) { deletedArticleId } }"
            })
    void nullForAConditionWithADefault(String document) {
        assertEquals(
                "variables.v: @skip and @include need true or false",
                refused("BAD_USER_INPUT", document, input("v", null)));
    }

    @Test
    void nullForAVariableOfASubscription() {
        String document = "subscription($v: ID = \"a\") { claimRecorded(filter: {speaker: [$v]}) { id } }";
        String problem = "variables.v: must not be null for claimRecorded(filter.speaker[0]), which is ID!";
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("s", document, input("v", null));
            JsonPath error = socket.expect("error");
            assertEquals(problem, error.getString("payload[0].message"), error::prettify);
            assertEquals("BAD_USER_INPUT", error.getString("payload[0].extensions.code"));
        }
        given().header("Accept", "text/event-stream")
                .contentType("application/json")
                .body(input("query", document, "variables", input("v", null)))
                .post("/graphql")
                .then()
                .body(containsString(problem))
                .body(containsString("BAD_USER_INPUT"))
                .body(not(containsString("INTERNAL")));
    }

    /** The specification's rule of one root field, on which nothing depends on a condition. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subscription { claimRecorded @skip(if: true) { id } } | (MisplacedDirective) : Directive 'skip' not allowed at the root of a subscription",
                "subscription { claimRecorded @include(if: true) { id } } | (MisplacedDirective) : Directive 'include' not allowed at the root of a subscription",
                "subscription($v: Boolean! = true) { claimRecorded @skip(if: $v) { id } } | (MisplacedDirective) : Directive 'skip' not allowed at the root of a subscription",
                "subscription { ... @include(if: true) { claimRecorded { id } } } | (MisplacedDirective) : Directive 'include' not allowed at the root of a subscription",
                "subscription { ...F @skip(if: false) } fragment F on Subscription { claimRecorded { id } } | (MisplacedDirective) : Directive 'skip' not allowed at the root of a subscription",
                "subscription { ...F } fragment F on Subscription { ...G } fragment G on Subscription { claimRecorded @skip(if: true) { id } } | (MisplacedDirective) : Directive 'skip' not allowed at the root of a subscription",
                "subscription { claimRecorded { id } claimChanged @skip(if: true) { by } } | (MisplacedDirective) : Directive 'skip' not allowed at the root of a subscription",
                "subscription { claimRecorded { id } claimChanged { by } } | (SubscriptionMultipleRootFields) : Subscription operation must have exactly one root field",
                "subscription S { claimRecorded { id } ...F } fragment F on Subscription { other: claimRecorded { id } } | (SubscriptionMultipleRootFields) : Subscription operation 'S' must have exactly one root field",
                "subscription { __typename } | (SubscriptionIntrospectionRootField) : Subscription operation root field '__typename' cannot be an introspection field"
            })
    void theRootOfASubscription(String document, String problem) {
        String message = "Validation error " + problem;
        assertEquals(message, refused("GRAPHQL_VALIDATION_FAILED", document));
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("s", document, Map.of());
            assertEquals(message, socket.expect("error").getString("payload[0].message"));
        }
        given().header("Accept", "text/event-stream")
                .contentType("application/json")
                .body(Map.of("query", document))
                .post("/graphql")
                .then()
                .statusCode(not(500))
                .body(containsString(message))
                .body(not(containsString("INTERNAL")));
    }

    /** Fragments of another type, or that are missing, leave no field at the root. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "subscription { ... on Query { claims { totalCount } } }",
                "subscription { ...Missing }",
                "subscription { ...F } fragment F on Claim { id }"
            })
    void aSubscriptionOfNothing(String document) {
        refused("GRAPHQL_VALIDATION_FAILED", document);
    }

    @Test
    void conditionsBelowTheRootOfASubscriptionAreFine() {
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            articleWithClaims(1);
            String after =
                    ask("{ claims(last: 1, orderBy: {field: UPDATED_AT, direction: ASC}) { pageInfo { endCursor } } }")
                            .getString("claims.pageInfo.endCursor");
            socket.subscribe(
                    "s",
                    "subscription($after: String, $no: Boolean = false) { ...F } fragment F on Subscription { claimRecorded(after: $after) { id text @include(if: $no) } }",
                    Map.of("after", after));
            String claim = articleWithClaims(1).get(1);
            assertEquals(Map.of("id", claim), socket.expect("next").getMap("payload.data.claimRecorded"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ claims(first: 1) { nodes { ... @defer { text } } } }",
                "{ claims(first: 1) { nodes { ...F @defer(label: \"f\") } } } fragment F on Claim { text }",
                "query @experimental_disableErrorPropagation { __typename }",
                "subscription { claimRecorded { id ... @defer { text } } }",
                "query($a: Int @constraint(max: 5)) { claims(first: $a) { totalCount } }"
            })
    void directivesThatAreNotHonouredAreUnknown(String document) {
        JsonPath answer = send(document, Map.of());
        assertEquals("GRAPHQL_VALIDATION_FAILED", answer.getString("errors[0].extensions.code"), answer::prettify);
        assertTrue(answer.getString("errors[0].message").contains("Unknown directive '"), answer::prettify);
        assertNull(answer.get("data"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ claims(filter: {nothing: 5}) { totalCount } } | argument 'filter' with value '{nothing : 5}' contains a field not in 'ClaimFilter': 'nothing'",
                "{ claims(filter: {kind: [DIRECT, LOUD]}) { totalCount } } | argument 'filter.kind[1]' with value 'LOUD' is not a valid 'ClaimKind' - Literal value not in allowable values for enum 'ClaimKind' - 'LOUD'",
                "{ claims(filter: \"x\") { totalCount } } | argument 'filter' with value '\"x\"' must be an object type",
                "{ claims(orderBy: {direction: ASC}) { totalCount } } | argument 'orderBy' with value '{direction : ASC}' is missing required fields '[field]'",
                "{ claims(filter: {speaker: [null]}) { totalCount } } | argument 'filter.speaker[0]' with value 'null' must not be null",
                "query($f: ClaimFilter = {nothing: [\"}\", {a: 5}]}) { claims(filter: $f) { totalCount } } | Bad default value '{nothing : [\"}\", {a : 5}]}' for type 'ClaimFilter'"
            })
    void literalsAreToldAsGraphQL(String document, String problem) {
        JsonPath answer = send(document, Map.of());
        String messages = String.join("\n", answer.<String>getList("errors.message"));
        assertTrue(messages.contains(problem), messages);
        assertFalse(messages.contains("Value{"), messages);
    }

    @Test
    void longLiteralsAreToldInTheirBeginning() {
        String message = refused(
                "GRAPHQL_VALIDATION_FAILED",
                "{ claims(filter: {nothing: \"" + "x".repeat(5_000) + "\"}) { totalCount } }");
        assertTrue(message.contains("with value '{nothing : \"xxx"), message);
        assertTrue(message.endsWith("x…' contains a field not in 'ClaimFilter': 'nothing'"), message);
        assertTrue(message.length() < 300, message);
    }

    /** What introspection announces is what the schema as text has, and what documents may use. */
    @Test
    void announcesTheDirectivesThatItHonours() {
        List<String> announced = ask("{ __schema { directives { name } } }").getList("__schema.directives.name");
        assertEquals(
                List.of("deprecated", "include", "oneOf", "rolesAllowed", "skip", "specifiedBy"),
                announced.stream().sorted().toList());
        String sdl = given().get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/graphql; charset=UTF-8"))
                .extract()
                .asString();
        List<String> printed = sdl.lines()
                .filter(line -> line.startsWith("directive @"))
                .map(line -> line.replaceAll("directive @(\\w+).*", "$1"))
                .sorted()
                .toList();
        assertEquals(announced.stream().sorted().toList(), printed);
    }

    @Test
    void saysWhatItsScalarsAre() {
        List<Map<String, Object>> types = ask("{ __schema { types { kind name specifiedByURL } } }")
                .getList("__schema.types.findAll { it.kind == 'SCALAR' }");
        assertEquals(
                List.of("Boolean", "Date", "DateTime", "Float", "ID", "Int", "String"),
                types.stream().map(type -> (String) type.get("name")).sorted().toList());
        for (Map<String, Object> type : types) {
            assertEquals(
                    List.of("Date", "DateTime").contains(type.get("name")),
                    type.get("specifiedByURL") != null,
                    type::toString);
        }
    }
}
