package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rostrum.intake.sample.SampleDataLoader;

/** A fresh server with the sample data: what a newcomer sees first. */
@QuarkusTest
@TestProfile(SampleDataTest.Fresh.class)
class SampleDataTest extends ApiTest {

    /** A database of its own with the sample data in it. */
    public static class Fresh implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "rostrum.sample-data",
                    "true",
                    "quarkus.datasource.username",
                    "rostrum",
                    "quarkus.datasource.password",
                    "rostrum",
                    "quarkus.datasource.jdbc.url",
                    "jdbc:h2:mem:sample;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        }
    }

    @Inject
    SampleDataLoader sample;

    @Test
    void hasArticlesClaimsActorsAndEvents() {
        JsonPath all = ask(
                "{ articles { totalCount nodes { publisher { name } } } claims { totalCount } events { totalCount } claimCounts(per: YEAR, by: SPEAKER) { actor { id } } }");
        assertTrue(all.getInt("articles.totalCount") >= 6);
        assertTrue(new HashSet<>(all.getList("articles.nodes.publisher.name")).size() >= 3);
        assertTrue(all.getInt("claims.totalCount") >= 60);
        assertTrue(all.getInt("events.totalCount") >= 15);
        Set<String> actors = new HashSet<>(all.getList("claimCounts.actor.id"));
        ask("{ events(first: 100) { nodes { participants { actor { id } } } } }")
                .<List<String>>getList("events.nodes.participants.actor.id")
                .forEach(actors::addAll);
        assertTrue(actors.size() >= 25, actors::toString);
        assertFalse(ask("{ claims(first: 100) { nodes { repliesTo { id } } } }")
                .getList("claims.nodes.repliesTo.id")
                .isEmpty());
    }

    @Test
    void everySpeakerHasAnOfficeOrACountryOnTheDay() {
        List<Map<String, Object>> claims =
                ask("{ claims(first: 100) { nodes { text capacity { title } country { name } speaker { __typename name } } } }")
                        .getList("claims.nodes");
        for (Map<String, Object> claim : claims) {
            boolean group = "Group".equals(((Map<?, ?>) claim.get("speaker")).get("__typename"));
            assertTrue(group || claim.get("capacity") != null || claim.get("country") != null, claim::toString);
        }
    }

    @Test
    void isNotLoadedIntoADatabaseThatHasArticles() {
        assertFalse(sample.load());
        assertEquals(6, ask("{ articles { totalCount } }").getInt("articles.totalCount"));
    }

    @Test
    void graphiqlHasTabsWithQueriesThatAnswer() throws Exception {
        String page = given().get("/graphiql")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
        Matcher tabs = Pattern.compile("<script id=\"data\" type=\"application/json\">(.*)</script>")
                .matcher(page);
        assertTrue(tabs.find());
        JsonNode queries = new ObjectMapper().readTree(tabs.group(1)).get("tabs");
        assertEquals(5, queries.size());
        for (JsonNode query : queries) {
            if (query.asText().contains("subscription")) {
                continue;
            }
            JsonPath answer = ask(query.asText());
            assertTrue(answer.prettify().contains("\"name\""), query + answer.prettify());
        }
        Matcher files = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"").matcher(page);
        while (files.find()) {
            given().get(files.group(1)).then().statusCode(200);
        }
    }
}
