package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A real article and a reading of it that was made by hand. Both stay outside of the project: skipped where they are
 * not at hand.
 */
@QuarkusTest
class CeasefireTest extends ApiTest {

    private static final Path SAMPLES = Path.of(System.getProperty("rostrum.samples", "../shared/samples"));

    private String text;

    @BeforeEach
    void read() throws IOException {
        Assumptions.assumeTrue(Files.exists(SAMPLES.resolve("ceasefire.txt")), "no sample article at " + SAMPLES);
        text = Files.readString(SAMPLES.resolve("ceasefire.txt"));
    }

    @Test
    void theDirectQuotationsHaveTheRightSpeakersAndCountries() {
        String url = "https://www.nbcnews.example/ceasefire";
        String article = change(
                        "submitArticle",
                        "article { id }",
                        input(
                                "url",
                                url,
                                "headline",
                                "Putin says Russia is ready for a ceasefire but sets terms",
                                "publisher",
                                "NBC News",
                                "publishedAt",
                                "2025-03-13T20:00:00Z",
                                "body",
                                text))
                .getString("article.id");
        JsonPath claims = ask("""
        query($a: ID) { claims(first: 50, filter: {kind: [DIRECT], article: $a}) { nodes { text speaker { name country { alpha3 } }
          evidence { start end exact } article { headline publisher { name } } } } }""", Map.of("a", article));
        Map<String, String> speakers = new TreeMap<>();
        List<Map<String, Object>> nodes = claims.getList("claims.nodes");
        for (int i = 0; i < nodes.size(); i++) {
            String words = claims.getString("claims.nodes[" + i + "].text");
            if (nodes.get(i).get("speaker") != null) {
                speakers.put(
                        words.substring(0, 20),
                        claims.getString("claims.nodes[" + i + "].speaker.name") + " "
                                + claims.getString("claims.nodes[" + i + "].speaker.country.alpha3"));
            }
            for (Map<String, Object> evidence :
                    claims.<Map<String, Object>>getList("claims.nodes[" + i + "].evidence")) {
                assertEquals(
                        text.substring((int) evidence.get("start"), (int) evidence.get("end")), evidence.get("exact"));
            }
            assertEquals("NBC News", claims.getString("claims.nodes[" + i + "].article.publisher.name"));
        }
        assertEquals(
                Map.of(
                        "We agree with the pr",
                        "Vladimir Putin RUS",
                        "I want to meet him a",
                        "Donald Trump USA",
                        "The steps to mimic p",
                        "Yuri Ushakov RUS",
                        "I can do very bad th",
                        "Donald Trump USA",
                        "In the near future, ",
                        "Vladimir Putin RUS",
                        "There’s no doubt tha",
                        "Dmitry Peskov RUS",
                        "I think 99% of Ukrai",
                        "Vitaliy Kim UKR",
                        "What matters is the ",
                        "Volodymyr Zelenskyy UKR",
                        "We need to shift the",
                        "Andrzej Duda POL"),
                speakers);
        change("deleteArticle", "deletedArticleId", input("articleId", article));
    }

    @Test
    void aWholeReadingIsImportedAndEveryLinkCanBeFollowedBothWays() throws IOException {
        JsonPath gold = JsonPath.from(Files.readString(SAMPLES.resolve("ceasefire.gold.json")));
        String article = change(
                        "submitArticle",
                        "article { id }",
                        input(
                                "headline",
                                gold.getString("article.headline"),
                                "publisher",
                                gold.getString("article.publisher"),
                                "publishedAt",
                                gold.getString("article.publishedOn") + "T00:00:00Z",
                                "body",
                                text,
                                "extract",
                                false))
                .getString("article.id");
        Map<String, String> actors = new HashMap<>();
        gold.<String, Map<String, Object>>getMap("actors").forEach((id, actor) -> actors.put(id, actor(actor)));
        Map<String, String> claims = new HashMap<>();
        for (Map<String, Object> claim : gold.<Map<String, Object>>getList("claims")) {
            claims.put((String) claim.get("id"), claim(article, claim, actors, claims));
        }
        Map<String, String> events = new HashMap<>();
        for (Map<String, Object> event : gold.<Map<String, Object>>getList("events")) {
            events.put((String) event.get("id"), event(event, actors));
        }
        assertEquals(List.of(32, 14, 8), List.of(claims.size(), new TreeSet<>(actors.values()).size(), events.size()));

        JsonPath read = ask("""
        query($id: ID!) { article(id: $id) { claims(first: 100) { totalCount nodes { id text speaker { id claims(first: 100) { nodes { id } } }
          evidence { start end exact } repliesTo { id replies { nodes { id } } } article { id } } } } }""", Map.of("id", article));
        assertEquals(32, read.getInt("article.claims.totalCount"));
        for (int i = 0; i < 32; i++) {
            String at = "article.claims.nodes[" + i + "].";
            assertTrue(read.getList(at + "speaker.claims.nodes.id").contains(read.getString(at + "id")), at);
            assertEquals(article, read.getString(at + "article.id"));
        }
        for (Map<String, Object> claim : gold.<Map<String, Object>>getList("claims")) {
            JsonPath one = ask(
                    "query($id: ID!) { claim(id: $id) { speaker { id } saidOn evidence { start end exact } } }",
                    Map.of("id", claims.get(claim.get("id"))));
            assertEquals(actors.get(claim.get("speaker")), one.getString("claim.speaker.id"));
            assertEquals(claim.get("saidOn"), one.getString("claim.saidOn"));
            assertEquals(claim.get("text"), one.getList("claim.evidence.exact"));
        }
        JsonPath reply = ask(
                "query($r: ID!, $o: ID!) { reply: claim(id: $r) { repliesTo { id } } original: claim(id: $o) { replies { nodes { id } } } }",
                Map.of("r", claims.get("c06"), "o", claims.get("c03")));
        assertEquals(claims.get("c03"), reply.getString("reply.repliesTo.id"));
        assertEquals(List.of(claims.get("c06")), reply.getList("original.replies.nodes.id"));
        for (Map<String, Object> event : gold.<Map<String, Object>>getList("events")) {
            JsonPath one = ask(
                    "query($id: ID!) { event(id: $id) { country { alpha3 } participants { actor { id events(first: 100) { nodes { id } } } } } }",
                    Map.of("id", events.get(event.get("id"))));
            assertEquals(event.get("country"), one.getString("event.country.alpha3"));
            assertEquals(
                    ((List<?>) event.get("actors")).size(),
                    one.getList("event.participants").size());
            for (List<String> theirs : one.<List<String>>getList("event.participants.actor.events.nodes.id")) {
                assertTrue(theirs.contains(events.get(event.get("id"))));
            }
        }
        change("deleteArticle", "deletedArticleId", input("articleId", article));
    }

    private static String actor(Map<String, Object> actor) {
        List<Map<String, Object>> posts = new ArrayList<>();
        if (actor.get("office") != null) {
            posts.add(input("title", actor.get("office"), "country", actor.get("country")));
        }
        JsonPath payload = mutate(
                "recordActor",
                "actor { id }",
                input(
                        "type",
                        ((String) actor.get("type")).toUpperCase(),
                        "name",
                        actor.get("name"),
                        "wikidataId",
                        actor.get("wikidata"),
                        "country",
                        actor.get("country"),
                        "affiliations",
                        posts));
        boolean known = payload.getList("userErrors.code").equals(List.of("ALREADY_EXISTS"));
        assertTrue(known || payload.getList("userErrors").isEmpty(), payload::prettify);
        return payload.getString("actor.id");
    }

    private static String claim(
            String article, Map<String, Object> claim, Map<String, String> actors, Map<String, String> claims) {
        List<Map<String, Object>> evidence = new ArrayList<>();
        List<?> content = (List<?>) claim.get("content");
        for (int i = 0; i < content.size(); i++) {
            List<?> span = (List<?>) content.get(i);
            evidence.add(
                    input("start", span.get(0), "end", span.get(1), "exact", ((List<?>) claim.get("text")).get(i)));
        }
        return record(input(
                "articleId",
                article,
                "kind",
                claim.get("kind"),
                "evidence",
                evidence,
                "cue",
                claim.get("cue"),
                "speaker",
                actors.get(claim.get("speaker")),
                "speakerMention",
                claim.get("speakerMention"),
                "addresseeMention",
                claim.get("addressee"),
                "saidOn",
                claim.get("saidOn"),
                "saidOnPrecision",
                claim.get("precision"),
                "repliesTo",
                claims.get(claim.get("repliesTo"))));
    }

    private static String event(Map<String, Object> event, Map<String, String> actors) {
        List<Map<String, Object>> participants = new ArrayList<>();
        ((List<?>) event.get("actors"))
                .forEach(actor -> participants.add(input("actor", actors.get(actor), "role", "SOURCE")));
        JsonPath payload = mutate(
                "recordEvent",
                "event { id }",
                input(
                        "type",
                        event.get("type"),
                        "title",
                        event.get("title"),
                        "date",
                        event.get("date"),
                        "country",
                        event.get("country"),
                        "participants",
                        participants));
        return payload.getString("event.id");
    }
}
