package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, and what is kept of who did it. */
@QuarkusTest
class AuthorizationTest extends ApiTest {

    private static final String LINK =
            "mutation { unlinkClaims(input: {fromClaimId: \"x\", toClaimId: \"y\", type: SUPPORTS}) { userErrors { code } } }";
    private static final String DELETE =
            "mutation { deleteArticle(input: {articleId: \"x\"}) { userErrors { code } } }";

    private static ValidatableResponse post(String authorization, String document) {
        var request = given().contentType(ContentType.JSON)
                .header("Accept", "application/graphql-response+json")
                .body(Map.of("query", document));
        return (authorization == null ? request : request.header("Authorization", authorization))
                .post("/graphql")
                .then();
    }

    @Test
    void readersNeedNoToken() {
        post(null, "{ claims(first: 1) { nodes { id } } }").statusCode(200).body("errors", nullValue());
    }

    @Test
    void writersNeedATokenWithTheRole() {
        post(null, LINK)
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("errors[0].extensions.code", is("UNAUTHENTICATED"))
                .body("errors[0].message", is("writing needs a bearer token with the role contributor or reviewer"));
        post("Bearer " + token(), LINK)
                .statusCode(200)
                .body("data", nullValue())
                .body("errors[0].extensions.code", is("FORBIDDEN"));
        post("Bearer " + token("admin"), LINK).body("errors[0].extensions.code", is("FORBIDDEN"));
        post("Bearer " + token("contributor"), LINK)
                .body("errors", nullValue())
                .body("data.unlinkClaims.userErrors[0].code", is("NOT_FOUND"));
        post("Bearer " + token("contributor"), DELETE)
                .body("errors[0].extensions.code", is("FORBIDDEN"))
                .body("errors[0].message", is("the bearer token does not have the role that this needs"));
        post("Bearer " + token("reviewer"), DELETE)
                .body("errors", nullValue())
                .body("data.deleteArticle.userErrors[0].code", is("NOT_FOUND"));
    }

    @Test
    void aTokenCountsForEveryMutationOfARequest() {
        String several =
                "mutation { a: unlinkClaims(input: {fromClaimId: \"x\", toClaimId: \"y\", type: SUPPORTS}) { userErrors { code } }"
                        + " b: deleteArticle(input: {articleId: \"x\"}) { userErrors { code } } c: deleteArticle(input: {articleId: \"y\"}) { userErrors { code } } }";
        post("Bearer " + token("reviewer"), several)
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.c.userErrors[0].code", is("NOT_FOUND"));
    }

    @Test
    void tokensThatAreNotToBeTrustedAreRefused() throws Exception {
        PrivateKey foreign =
                KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        String good = token("reviewer");
        String[] parts = good.split("\\.");
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put(valid().sign(foreign), "has a signature that does not fit");
        refused.put(expiring(-3600), "has expired");
        refused.put(valid().claim("nbf", now() + 3600).sign(), "is not valid yet");
        refused.put(
                valid().expiresAt(now() - 10).sign(), "has a claim that cannot be used: exp must be later than iat");
        refused.put(
                valid().issuer("https://other.example").sign(),
                "was issued by somebody whom this server does not trust (claim iss)");
        refused.put(parts[0] + "." + parts[1] + ".", "has a signature that does not fit");
        for (String algorithm : List.of("none", "HS256", "RS512")) {
            refused.put(
                    header("{\"alg\":\"" + algorithm + "\"}") + "." + parts[1] + "." + parts[2],
                    "is signed with an algorithm that this server does not take");
        }
        for (String head : List.of("{}", "{\"alg\":5}", "{\"alg\":\"RS256\",\"kid\":[]}", "[".repeat(5_000), "null")) {
            refused.put(header(head) + ".a.b", "cannot be read as a JSON Web Token");
        }
        for (String nonsense : List.of("nonsense", "a.b.c", "...")) {
            refused.put(nonsense, "cannot be read as a JSON Web Token");
        }
        refused.forEach((token, why) -> {
            // A reader with a bad token hears of it too: silence would look like a missing right later.
            post("Bearer " + token, "{ __typename }")
                    .statusCode(401)
                    .body("errors[0].extensions.code", is("UNAUTHENTICATED"))
                    .body("errors[0].message", is("Authorization: the token " + why));
        });
    }

    private static long now() {
        return System.currentTimeMillis() / 1_000;
    }

    private static JwtClaimsBuilder valid() {
        return Jwt.upn("x").groups(Set.of("reviewer")).expiresIn(Duration.ofHours(1));
    }

    private static String expiring(int seconds) {
        return valid().issuedAt(now() - 7_200).expiresAt(now() + seconds).sign();
    }

    private static String header(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A claim is whatever JSON its issuer likes: none of it is the server's fault. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "upn",
                "groups",
                "exp",
                "iat",
                "nbf",
                "iss",
                "sub",
                "preferred_username",
                "aud",
                "address",
                "roleMappings",
                "jti"
            })
    void aClaimOfAnyTypeIsTakenOrRefusedButNeverAnError(String claim) {
        Map<String, String> claims = new TreeMap<>(Map.of("iss", "\"https://quarkus.io/issuer\"", "exp", "4000000000"));
        claims.put("groups", "[\"reviewer\"]");
        if (!Set.of("upn", "sub", "preferred_username").contains(claim)) {
            claims.put("upn", "\"x\"");
        }
        for (String value : List.of(
                "5",
                "-1.5e300",
                "true",
                "null",
                "[]",
                "[5]",
                "[[\"a\"]]",
                "{}",
                "{\"a\": 5}",
                "\"\"",
                "\" \"",
                "\"a\\u0000b\"",
                "\"\\ud800\"")) {
            claims.put(claim, value);
            String json = claims.entrySet().stream()
                    .map(one -> "\"" + one.getKey() + "\": " + one.getValue())
                    .collect(joining(", ", "{", "}"));
            int status =
                    post("Bearer " + TokenSigner.sign(json), DELETE).extract().statusCode();
            boolean must =
                    Set.of("upn", "sub", "preferred_username", "iss", "exp").contains(claim);
            assertTrue(status == 401 || !must && status == 200, json + " " + status);
            boolean wrong = claim.equals("groups") && value.matches("5|true|\\{}|\\[5]")
                    || Set.of("iat", "nbf").contains(claim) && value.matches("true|\\[5]|\\{}");
            assertTrue(!wrong || status == 401, json);
        }
    }

    @Test
    void aNameThatIsNoneIsRefusedWithTheReason() {
        for (String upn : List.of("5", "\"\"", "[\"x\"]")) {
            refusedFor(
                    "\"upn\": " + upn + ", \"exp\": 4000000000",
                    "has a claim that cannot be used: upn must be text that is not empty");
        }
        for (String control : List.of("\\u0000", "\\n", "\\u001b", "\\u0085", "\\u2028", "\\ud800")) {
            refusedFor(
                    "\"upn\": \"a" + control + "b\", \"exp\": 4000000000",
                    "has a claim that cannot be used: upn must be text without control characters");
        }
        refusedFor("\"exp\": 4000000000", "lacks the claim upn, preferred_username or sub");
        refusedFor("\"upn\": \"x\"", "lacks the claim exp");
    }

    private static void refusedFor(String claims, String why) {
        post("Bearer " + TokenSigner.sign("{\"iss\": \"https://quarkus.io/issuer\", " + claims + "}"), "{ __typename }")
                .statusCode(401)
                .body("errors[0].message", is("Authorization: the token " + why));
    }

    @Test
    void whenAndWithWhichKeyATokenWasMadeNeedsNotBeSaid() {
        String claims =
                "{\"iss\": \"https://quarkus.io/issuer\", \"exp\": 4000000000, \"sub\": \"x\", \"groups\": [\"reviewer\"]}";
        post("Bearer " + TokenSigner.sign(claims), DELETE)
                .statusCode(200)
                .body("data.deleteArticle.userErrors[0].code", is("NOT_FOUND"));
    }

    @Test
    void aLongNameIsKeptUpToALimitAndNeverCutWithinACharacter() {
        String name = "x".repeat(199) + "🕊🕊";
        String recordedBy = given().contentType(ContentType.JSON)
                .auth()
                .oauth2(valid().upn(name).sign())
                .body(Map.of(
                        "query",
                        "mutation($i: RecordActorInput!) { recordActor(input: $i) { actor { recordedBy } } }",
                        "variables",
                        Map.of("i", input("type", "PERSON", "name", unique("Long Name")))))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .path("data.recordActor.actor.recordedBy");
        assertEquals("x".repeat(199), recordedBy);
    }

    @Test
    void aTokenCountsALittleLongerThanItSays() {
        post("Bearer " + expiring(-5), "{ __typename }").statusCode(200);
        post("Bearer " + expiring(-90), "{ __typename }").statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Bearer", "Bearer ", "Bearer a b", "token"})
    void otherSchemesAreRefused(String header) {
        post(header, "{ __typename }")
                .statusCode(401)
                .body("errors[0].message", is("Authorization: must be \"Bearer\" and a token"));
    }

    @Test
    void itIsKeptWhoRecordedAndReviewedWhat() {
        List<String> ids = articleWithClaims(2);
        change(
                "linkClaims",
                "link { recordedBy }",
                input("fromClaimId", ids.get(1), "toClaimId", ids.get(2), "type", "DISPUTES"));
        change(
                "reviewClaim",
                "claim { id }",
                input("claimId", ids.get(1), "review", "CORRECTED", "cue", "shouted", "saidOn", null));
        JsonPath claim = ask("""
        query($id: ID!) { claim(id: $id) { recordedBy reviewedBy reviewedAt updatedAt recordedAt article { recordedBy } links { nodes { recordedBy } }
          history { totalCount nodes { action by at fields { field before after } } pageInfo { hasNextPage } } } }""", Map.of("id", ids.get(1))).setRootPath("data.claim");
        assertEquals("tester", claim.getString("recordedBy"));
        assertEquals("tester", claim.getString("reviewedBy"));
        assertNotNull(claim.getString("reviewedAt"));
        assertEquals("tester", claim.getString("article.recordedBy"));
        assertEquals(List.of("tester"), claim.getList("links.nodes.recordedBy"));
        assertEquals(3, claim.getInt("history.totalCount"));
        assertEquals(List.of("REVIEWED", "LINKED", "RECORDED"), claim.getList("history.nodes.action"));
        assertEquals(List.of("tester", "tester", "tester"), claim.getList("history.nodes.by"));
        assertEquals(claim.getString("updatedAt"), claim.getString("history.nodes[0].at"));
        assertEquals(claim.getString("recordedAt"), claim.getString("history.nodes[2].at"));
        Map<String, Map<String, String>> fields = new java.util.HashMap<>();
        claim.<Map<String, String>>getList("history.nodes[0].fields")
                .forEach(field -> fields.put(field.get("field"), field));
        assertEquals(Set.of("review", "cue", "saidOn", "saidOnPrecision", "saidOnBasis"), fields.keySet());
        assertEquals("shouted", fields.get("cue").get("after"));
        assertEquals("2024-01-01", fields.get("saidOn").get("before"));
        assertNull(fields.get("saidOn").get("after"));
        assertEquals("EXTRACTED", fields.get("review").get("before"));
        assertEquals("DISPUTES " + ids.get(2), claim.getString("history.nodes[1].fields[0].after"));
    }

    @Test
    void aHistoryTellsWhichWordsProvedAClaimBefore() {
        String article = store("one two three " + unique("x"));
        String claim = record(with(claim(article, 0, 3), "text", "something else"));
        change(
                "reviewClaim",
                "claim { id }",
                input(
                        "claimId",
                        claim,
                        "review",
                        "CORRECTED",
                        "evidence",
                        List.of(input("start", 0, "end", 3), input("start", 8, "end", 13))));
        JsonPath fields = ask(
                        "query($id: ID!) { claim(id: $id) { history(first: 1) { nodes { fields { field before after } } } } }",
                        Map.of("id", claim))
                .setRootPath("data.claim.history.nodes[0]");
        assertEquals("one", fields.getString("fields.find { it.field == 'evidence' }.before"));
        assertEquals("one … three", fields.getString("fields.find { it.field == 'evidence' }.after"));
        assertEquals("something else", fields.getString("fields.find { it.field == 'text' }.before"));
    }

    @Test
    void actorsAndEventsHaveHistoriesToo() {
        String person = person(unique("Historic Person"));
        change(
                "updateActor",
                "actor { id }",
                input(
                        "actorId",
                        person,
                        "aliases",
                        List.of("Histy"),
                        "affiliations",
                        List.of(input("title", "Minister", "country", "FR", "from", "2020-01-01"))));
        String other = person(unique("Other Person"));
        List<String> ids = articleWithClaims(1, "speaker", other);
        String event = change(
                        "recordEvent",
                        "event { id }",
                        input(
                                "type",
                                "CONSULT",
                                "title",
                                unique("A meeting"),
                                "date",
                                "2024-05-01",
                                "participants",
                                List.of(input("actor", other, "role", "HOST"))))
                .getString("event.id");
        change(
                "updateEvent",
                "event { id }",
                input("eventId", event, "place", "Paris", "addClaims", List.of(ids.get(1))));
        change("mergeActors", "actor { id }", input("actorId", other, "intoActorId", person));
        JsonPath all = ask("""
        query($person: ID!, $event: ID!, $claim: ID!) {
          actor(id: $person) { recordedBy history { nodes { action fields { field before after } } } }
          event(id: $event) { recordedBy history { nodes { action fields { field before after } } } }
          claim(id: $claim) { history { nodes { action fields { field before after } } } } }""", Map.of("person", person, "event", event, "claim", ids.get(1)));
        assertEquals(List.of("UPDATED", "UPDATED", "RECORDED"), all.getList("actor.history.nodes.action"));
        assertEquals(List.of("aliases", "affiliations"), all.getList("actor.history.nodes[1].fields.field"));
        assertEquals("[Minister (2020-01-01/)]", all.getString("actor.history.nodes[1].fields[1].after"));
        assertEquals(List.of("UPDATED", "UPDATED", "RECORDED"), all.getList("event.history.nodes.action"));
        assertEquals(List.of("place", "claims"), all.getList("event.history.nodes[1].fields.field"));
        assertEquals("participants", all.getString("event.history.nodes[0].fields[0].field"));
        // Merged: said by the one that stays, in its post and for its country.
        assertEquals(
                Set.of("speaker", "capacity", "country"),
                Set.copyOf(all.getList("claim.history.nodes[0].fields.field")));
        assertEquals(
                "Minister (2020-01-01/)",
                all.getString("claim.history.nodes[0].fields.find { it.field == 'capacity' }.after"));
        assertEquals(other, all.getString("claim.history.nodes[0].fields.find { it.field == 'speaker' }.before"));
        assertEquals(person, all.getString("claim.history.nodes[0].fields.find { it.field == 'speaker' }.after"));
    }

    @Test
    void whatTheSystemWroteIsTheSystems() {
        JsonPath country = ask("{ country(code: \"UA\") { recordedBy history { nodes { action by } } } }");
        assertEquals("rostrum", country.getString("country.recordedBy"));
    }
}
