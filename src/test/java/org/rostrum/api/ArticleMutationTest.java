package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Articles are stored once and whole, and their deletion takes along what depends on them. */
@QuarkusTest
class ArticleMutationTest extends ApiTest {

    private static final String MISSING_ACTOR = "actor_01h455vb4pex5vsknk084sn02q";

    @Test
    void submittingTwiceChangesNothingAndSaysSo() {
        Map<String, Object> article =
                with(article("“We will see,” said Dmitry Peskov. " + unique("x")), "extract", true);
        JsonPath first = change("submitArticle", "alreadyKnown article { id updatedAt } claims { id }", article);
        JsonPath byUrl = change(
                "submitArticle",
                "alreadyKnown article { id updatedAt headline } claims { id }",
                with(article, "headline", "Other", "body", "Other"));
        JsonPath byBody = change(
                "submitArticle",
                "alreadyKnown article { id updatedAt } claims { id }",
                with(article, "url", "https://other.example/x" + System.nanoTime()));
        assertEquals(false, first.getBoolean("alreadyKnown"));
        assertEquals(1, first.getList("claims").size());
        for (JsonPath again : List.of(byUrl, byBody)) {
            assertTrue(again.getBoolean("alreadyKnown"));
            assertEquals(first.getMap("article").get("id"), again.getString("article.id"));
            assertEquals(first.getString("article.updatedAt"), again.getString("article.updatedAt"));
            assertEquals(first.getList("claims.id"), again.getList("claims.id"));
        }
        assertEquals("A headline", byUrl.getString("article.headline"));
    }

    @Test
    void oneArticleSentByManyAtOnceIsStoredOnce() throws Exception {
        Map<String, Object> article =
                with(article("“We will see,” said Dmitry Peskov. " + unique("x")), "extract", true);
        ExecutorService senders = Executors.newFixedThreadPool(6);
        try {
            List<Future<JsonPath>> answers = senders.invokeAll(IntStream.range(0, 6)
                    .<Callable<JsonPath>>mapToObj(
                            i -> () -> change("submitArticle", "alreadyKnown article { id }", article))
                    .toList());
            TreeSet<String> ids = new TreeSet<>();
            int stored = 0;
            for (Future<JsonPath> answer : answers) {
                ids.add(answer.get().getString("article.id"));
                stored += answer.get().getBoolean("alreadyKnown") ? 0 : 1;
            }
            assertEquals(1, ids.size());
            assertEquals(1, stored);
        } finally {
            senders.shutdown();
        }
    }

    @Test
    void aWrongArticleIsRefusedFieldByFieldAndNothingIsStored() {
        Map<String, Object> good = article("A body " + unique("x"));
        mistaken("submitArticle", "REQUIRED", "body", with(good, "body", ""));
        mistaken("submitArticle", "REQUIRED", "body", with(good, "body", " \n\t"));
        mistaken("submitArticle", "TOO_LONG", "body", with(good, "body", "ä".repeat(1024 * 1024 + 1)));
        mistaken("submitArticle", "INVALID", "body", with(good, "body", "a\u0000b"));
        mistaken(
                "submitArticle",
                "OUT_OF_RANGE",
                "publishedAt",
                with(good, "publishedAt", Instant.now().plusSeconds(3600).toString()));
        mistaken("submitArticle", "OUT_OF_RANGE", "publishedAt", with(good, "publishedAt", "0001-01-01T00:00:00Z"));
        mistaken("submitArticle", "INVALID", "url", with(good, "url", "gazette.example/x"));
        mistaken("submitArticle", "INVALID", "url", with(good, "url", "javascript:alert(1)"));
        mistaken("submitArticle", "TOO_LONG", "url", with(good, "url", "https://a.example/" + "x".repeat(2000)));
        mistaken("submitArticle", "REQUIRED", "headline", with(good, "headline", " "));
        mistaken("submitArticle", "TOO_LONG", "headline", with(good, "headline", "x".repeat(501)));
        mistaken("submitArticle", "REQUIRED", "publisher", with(good, "publisher", ""));
        mistaken("submitArticle", "NOT_FOUND", "publisher", with(good, "publisher", MISSING_ACTOR));
        mistaken("submitArticle", "NOT_FOUND", "publisher", with(good, "publisher", person(unique("No Publisher"))));
        mistaken("submitArticle", "INVALID", "language", with(good, "language", "not a language"));
        JsonPath several = mutate("submitArticle", "", with(good, "body", "", "headline", ""));
        assertEquals(
                List.of(List.of("input", "headline"), List.of("input", "body")), several.getList("userErrors.path"));
        assertEquals(
                0,
                ask("query($u: String) { articles(filter: {url: $u}) { totalCount } }", Map.of("u", good.get("url")))
                        .getInt("articles.totalCount"));
        String publisher = (String) good.get("publisher");
        assertEquals(
                0,
                ask("query($n: String) { actors(filter: {text: $n}) { totalCount } }", Map.of("n", publisher))
                        .getInt("actors.totalCount"));
    }

    @Test
    void aBodyOfExactlyTheLimitIsStoredUnchanged() {
        String body = "ж".repeat(1024 * 1024 - 20) + System.nanoTime();
        JsonPath stored = change("submitArticle", "article { body bodyLength }", article(body));
        assertEquals(body, stored.getString("article.body"));
        assertEquals(body.length(), stored.getInt("article.bodyLength"));
    }

    @Test
    void aPublisherIsIdentifiedByNameOrIdAndRecordedOnce() {
        Map<String, Object> one = article("One " + unique("x"));
        String id = change("submitArticle", "article { publisher { id name } }", one)
                .getString("article.publisher.id");
        assertEquals(
                id,
                change(
                                "submitArticle",
                                "article { publisher { id } }",
                                with(
                                        article("Two " + unique("x")),
                                        "publisher",
                                        ((String) one.get("publisher")).toUpperCase()))
                        .getString("article.publisher.id"));
        assertEquals(
                id,
                change(
                                "submitArticle",
                                "article { publisher { id } }",
                                with(article("Three " + unique("x")), "publisher", id))
                        .getString("article.publisher.id"));
    }

    @Test
    void aDeletedArticleTakesItsClaimsAlongAndTheirHistoryTells() {
        List<String> ids = articleWithClaims(2);
        String reply = record(with(claim(store("A reply " + unique("x")), 0, 7), "repliesTo", ids.get(1)));
        String event = change(
                        "recordEvent",
                        "event { id }",
                        input("type", "CONSULT", "title", unique("Talks"), "claims", List.of(ids.get(1))))
                .getString("event.id");
        assertEquals(
                ids.get(0),
                change("deleteArticle", "deletedArticleId", input("articleId", ids.get(0)))
                        .getString("deletedArticleId"));
        JsonPath after = ask(
                "query($a: ID!, $c: ID!, $e: ID!, $r: ID!) { article(id: $a) { id } claim(id: $c) { id } event(id: $e) { claims { totalCount } } reply: claim(id: $r) { repliesTo { id } } }",
                Map.of("a", ids.get(0), "c", ids.get(1), "e", event, "r", reply));
        assertNull(after.get("article"));
        assertNull(after.get("claim"));
        assertEquals(0, after.getInt("event.claims.totalCount"));
        assertNull(after.get("reply.repliesTo"));
        String history = "history(first: 1) { nodes { action fields { field before after } } }";
        JsonPath lost = ask(
                "query($e: ID!, $r: ID!) { event(id: $e) { " + history + " } reply: claim(id: $r) { " + history
                        + " } }",
                Map.of("e", event, "r", reply));
        assertEquals(
                List.of(input(
                        "action",
                        "UPDATED",
                        "fields",
                        List.of(input("field", "claims", "before", ids.get(1), "after", null)))),
                lost.getList("event.history.nodes"));
        assertEquals(
                List.of(input(
                        "action",
                        "UNLINKED",
                        "fields",
                        List.of(input("field", "links", "before", "REPLIES_TO " + ids.get(1), "after", null)))),
                lost.getList("reply.history.nodes"));
        mistaken("deleteArticle", "NOT_FOUND", "articleId", input("articleId", ids.get(0)));
    }

    @Test
    void nullIsTheDefaultOnlyWhereThereIsOne() {
        mistaken("submitArticle", "REQUIRED", "language", with(article("A body " + unique("x")), "language", null));
        change("submitArticle", "article { id }", with(article("A body " + unique("x")), "extract", null));
    }
}
