package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.rostrum.TestDatabase;

/** The base of end-to-end tests: sends documents, and creates the records that a test needs. */
@DisabledIfSystemProperty(
        named = TestDatabase.UNAVAILABLE,
        matches = ".+",
        disabledReason = "PostgreSQL could not be started here")
public abstract class ApiTest {

    /** Sends a document and gives the whole answer. */
    protected static JsonPath send(String document, Map<String, Object> variables) {
        return given().auth()
                .oauth2(token("reviewer"))
                .contentType(ContentType.JSON)
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A bearer token with these roles, signed with the key that the platform makes for tests. */
    protected static String token(String... roles) {
        return Jwt.upn("tester")
                .groups(Set.of(roles))
                .expiresIn(Duration.ofHours(1))
                .sign();
    }

    /** Sends a document that must be answered without errors and gives the data. */
    protected static JsonPath ask(String document, Map<String, Object> variables) {
        JsonPath answer = send(document, variables);
        assertNull(answer.get("errors"), () -> document + "\n" + answer.prettify());
        return answer.setRootPath("data");
    }

    protected static JsonPath ask(String document) {
        return ask(document, Map.of());
    }

    /** Sends a document that must be refused; gives the first error's message, after a look at its code. */
    protected static String refused(String code, String document, Map<String, Object> variables) {
        JsonPath answer = send(document, variables);
        assertTrue(
                answer.getList("errors") != null && !answer.getList("errors").isEmpty(),
                () -> "no error: " + answer.prettify());
        assertEquals(code, answer.getString("errors[0].extensions.code"), answer::prettify);
        return answer.getString("errors[0].message");
    }

    protected static String refused(String code, String document) {
        return refused(code, document, Map.of());
    }

    /** Runs a mutation that takes one input; gives its payload. */
    protected static JsonPath mutate(String name, String selection, Map<String, Object> input) {
        String type = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Input";
        JsonPath data = ask(
                "mutation($input: " + type + "!) { " + name + "(input: $input) { " + selection
                        + " userErrors { code message path } } }",
                Map.of("input", input));
        return data.setRootPath("data." + name);
    }

    /** Runs a mutation that must find nothing wrong. */
    protected static JsonPath change(String name, String selection, Map<String, Object> input) {
        JsonPath payload = mutate(name, selection, input);
        assertEquals(List.of(), payload.getList("userErrors"));
        return payload;
    }

    /** Runs a mutation that must find one mistake: with this code, at this path below the input. */
    protected static String mistaken(String name, String code, String path, Map<String, Object> input) {
        JsonPath payload = mutate(name, "", input);
        assertEquals(1, payload.getList("userErrors").size(), payload::prettify);
        assertEquals(code, payload.getString("userErrors[0].code"), payload::prettify);
        assertEquals("input." + path, String.join(".", payload.<String>getList("userErrors[0].path")));
        assertTrue(payload.getString("userErrors[0].message").startsWith(path), payload::prettify);
        return payload.getString("userErrors[0].message");
    }

    /** A name that no other test uses. */
    protected static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    /** An input map; null values are kept. */
    protected static Map<String, Object> input(Object... namesAndValues) {
        Map<String, Object> input = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            input.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return input;
    }

    /** The same input with some values changed. */
    protected static Map<String, Object> with(Map<String, Object> input, Object... namesAndValues) {
        Map<String, Object> changed = new HashMap<>(input);
        changed.putAll(input(namesAndValues));
        return changed;
    }

    /** A valid article of a publisher of its own. */
    protected static Map<String, Object> article(String body) {
        String name = unique("Test Gazette");
        return input(
                "url",
                "https://gazette.example/" + UUID.randomUUID(),
                "headline",
                "A headline",
                "publisher",
                name,
                "publishedAt",
                "2025-03-13T12:00:00Z",
                "language",
                "en",
                "body",
                body,
                "extract",
                false);
    }

    /** Stores an article and gives its id. */
    protected static String store(String body) {
        return change("submitArticle", "article { id }", article(body)).getString("article.id");
    }

    /** Records a person and gives the id. */
    protected static String person(String name, Object... more) {
        return change("recordActor", "actor { id }", with(input("type", "PERSON", "name", name), more))
                .getString("actor.id");
    }

    /** A claim over a part of an article's body. */
    protected static Map<String, Object> claim(String article, int start, int end) {
        return input("articleId", article, "kind", "DIRECT", "evidence", List.of(input("start", start, "end", end)));
    }

    /** Records a claim and gives its id. */
    protected static String record(Map<String, Object> claim) {
        return change("recordClaim", "claim { id }", claim).getString("claim.id");
    }

    /**
     * Stores an article with a number of claims of five letters each, a day apart; gives the article's id, then the
     * claims'.
     */
    protected static List<String> articleWithClaims(int number, Object... more) {
        String article = store("abcde ".repeat(number) + UUID.randomUUID());
        List<String> ids = new ArrayList<>(List.of(article));
        for (int i = 0; i < number; i++) {
            Map<String, Object> claim = with(
                    claim(article, i * 6, i * 6 + 5),
                    "saidOn",
                    java.time.LocalDate.of(2024, 1, 1).plusDays(i).toString());
            ids.add(record(with(claim, more)));
        }
        return ids;
    }
}
