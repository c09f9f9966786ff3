package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An article that is read anew keeps what people decided, and merges can be taken back. */
@QuarkusTest
class ReprocessArticleTest extends ApiTest {

    private static final String PAYLOAD =
            "article { id } added { id } changed { id text } removedClaimIds kept extractionSkipped";
    private static final String CLAIMS =
            "query($a: ID!) { article(id: $a) { claims(first: 100, filter: {review: [EXTRACTED, CONFIRMED, CORRECTED, REJECTED]}) { nodes { id text review speaker { name } "
                    + "saidOn links(direction: OUTGOING) { nodes { type to { id } } } } } events { nodes { id title } } } }";

    @Test
    void readingAnArticleAgainChangesNothing() {
        String article = submit();
        JsonPath before = ask(CLAIMS, Map.of("a", article));
        JsonPath again = change("reprocessArticle", PAYLOAD, input("articleId", article));
        assertEquals(
                List.of(List.of(), List.of(), List.of()),
                List.of(again.getList("added"), again.getList("changed"), again.getList("removedClaimIds")),
                again::prettify);
        assertEquals(before.getList("article.claims.nodes").size(), again.getInt("kept"));
        assertEquals(
                before.<Object>get("article").toString(),
                ask(CLAIMS, Map.of("a", article)).<Object>get("article").toString());
    }

    @Test
    void whatAPersonDecidedStays() {
        String article = submit();
        List<Map<String, Object>> claims = ask(CLAIMS, Map.of("a", article)).getList("article.claims.nodes");
        String corrected = (String) claims.get(0).get("id");
        String rejected = (String) claims.get(1).get("id");
        String other = person(unique("Corrected"));
        change(
                "reviewClaim",
                "claim { id }",
                input("claimId", corrected, "review", "CORRECTED", "speaker", other, "saidOn", "2025-03-01"));
        change("reviewClaim", "claim { id }", input("claimId", rejected, "review", "REJECTED"));
        String own = record(claim(article, 0, 5));
        JsonPath again = change("reprocessArticle", PAYLOAD, input("articleId", article));
        assertEquals(
                List.of(List.of(), List.of(), List.of()),
                List.of(again.getList("added"), again.getList("changed"), again.getList("removedClaimIds")),
                again::prettify);
        JsonPath now = ask(
                "query($a: ID!, $b: ID!, $c: ID!) { a: claim(id: $a) { review saidOn speaker { id } } b: claim(id: $b) { review } c: claim(id: $c) { text } }",
                Map.of("a", corrected, "b", rejected, "c", own));
        assertEquals(
                List.of("CORRECTED", "2025-03-01", other),
                List.of(now.get("a.review"), now.get("a.saidOn"), now.get("a.speaker.id")));
        assertEquals("REJECTED", now.getString("b.review"));
        assertTrue(now.getString("c.text").length() > 0);
    }

    @Test
    void aLinkThatAPersonTookAwayIsNotMadeAgain() {
        String article = submit();
        List<Map<String, Object>> claims = ask(CLAIMS, Map.of("a", article)).getList("article.claims.nodes");
        Map<String, Object> reply = claims.stream()
                .filter(claim -> !((List<?>) ((Map<?, ?>) claim.get("links")).get("nodes")).isEmpty())
                .findFirst()
                .orElseThrow();
        Map<?, ?> link = (Map<?, ?>) ((List<?>) ((Map<?, ?>) reply.get("links")).get("nodes")).get(0);
        float confidence = ask(
                        "query($id: ID!) { claim(id: $id) { links { nodes { confidence } } } }",
                        Map.of("id", reply.get("id")))
                .getFloat("claim.links.nodes[0].confidence");
        assertTrue(confidence > 0 && confidence < 1, () -> "confidence " + confidence);
        change(
                "unlinkClaims",
                "removedLinkId",
                input(
                        "fromClaimId",
                        reply.get("id"),
                        "toClaimId",
                        ((Map<?, ?>) link.get("to")).get("id"),
                        "type",
                        link.get("type")));
        change("reprocessArticle", PAYLOAD, input("articleId", article));
        assertEquals(
                List.of(),
                ask("query($id: ID!) { claim(id: $id) { links { nodes { type } } } }", Map.of("id", reply.get("id")))
                        .getList("claim.links.nodes"));
    }

    @Test
    void whatBecameKnownSinceIsTakenOver() {
        String surname = "Z" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "o");
        String article = change(
                        "submitArticle",
                        "article { id }",
                        input(
                                "headline",
                                "Anew",
                                "publisher",
                                "The Resolver",
                                "publishedAt",
                                "2025-03-13T12:00:00Z",
                                "body",
                                "“The road is closed until further notice,” Valentin " + surname + " said. "
                                        + unique("x")))
                .getString("article.id");
        String claim = ask(CLAIMS, Map.of("a", article)).getString("article.claims.nodes[0].id");
        assertNull(ask(CLAIMS, Map.of("a", article)).get("article.claims.nodes[0].speaker"));
        String person = person("Valentin " + surname);
        JsonPath again = change("reprocessArticle", PAYLOAD, input("articleId", article));
        assertEquals(List.of(claim), again.getList("changed.id"));
        JsonPath now = ask(
                "query($id: ID!) { claim(id: $id) { speaker { id } history(first: 1) { nodes { action fields { field after } } } } }",
                Map.of("id", claim));
        assertEquals(person, now.getString("claim.speaker.id"));
        assertEquals(
                List.of(person), now.getList("claim.history.nodes[0].fields.findAll { it.field == 'speaker' }.after"));
    }

    @Test
    void anArticleInAnotherLanguageIsNotRead() {
        String article = change(
                        "submitArticle",
                        "article { id }",
                        with(article("Wir warten. " + unique("x")), "language", "de"))
                .getString("article.id");
        assertEquals(
                "The article's language is German; statements are found in English only.",
                change("reprocessArticle", PAYLOAD, input("articleId", article)).getString("extractionSkipped"));
    }

    @Test
    void anArticleThatIsNotThereIsAMistake() {
        mistaken("reprocessArticle", "NOT_FOUND", "articleId", input("articleId", "nonsense"));
        mistaken(
                "reprocessArticle", "NOT_FOUND", "articleId", input("articleId", "article_01h455vb4pex5vsknk084sn02q"));
    }

    @Test
    void aMergeMovesEverythingAndTakingItBackMovesItBack() {
        String gone = person(
                unique("Gone"),
                "aliases",
                List.of("Alias of gone"),
                "country",
                "PL",
                "affiliations",
                List.of(input("title", "Mayor of Here", "country", "PL")));
        String stays = person(unique("Stays"));
        String article = store("abcde fghij " + unique("x"));
        String theirs = record(with(claim(article, 0, 5), "speaker", gone, "addressee", stays));
        String own = record(with(claim(article, 6, 11), "speaker", stays));
        String event = change(
                        "recordEvent",
                        "event { id }",
                        input(
                                "type",
                                "CONSULT",
                                "title",
                                unique("Both"),
                                "participants",
                                List.of(
                                        input("actor", gone, "role", "SOURCE"),
                                        input("actor", stays, "role", "SOURCE"))))
                .getString("event.id");
        JsonPath before = state(gone, stays, theirs, own, event);
        change("mergeActors", "actor { id }", input("actorId", gone, "intoActorId", stays));
        JsonPath merged = state(gone, stays, theirs, own, event);
        assertEquals(
                List.of(stays, stays), List.of(merged.getString("gone.id"), merged.getString("theirs.speaker.id")));
        assertEquals(1, merged.getList("event.participants").size());
        assertTrue(merged.getList("stays.aliases").contains("Alias of gone"));
        assertEquals("POL", merged.getString("theirs.country.alpha3"));

        change("unmergeActors", "actor { id }", input("actorId", gone));
        JsonPath after = state(gone, stays, theirs, own, event);
        assertEquals(before.<Object>get("gone"), after.<Object>get("gone"));
        assertEquals(before.<Object>get("stays"), after.<Object>get("stays"));
        assertEquals(before.<Object>get("theirs"), after.<Object>get("theirs"));
        assertEquals(before.<Object>get("own"), after.<Object>get("own"));
        assertEquals(2, after.getList("event.participants").size());
        assertNotEquals(
                after.getString("event.participants[0].actor.id"), after.getString("event.participants[1].actor.id"));
        assertEquals(
                List.of("mergedInto"),
                ask(
                                "query($id: ID!) { actor(id: $id) { history(first: 1) { nodes { fields { field } } } } }",
                                Map.of("id", gone))
                        .getList("actor.history.nodes[0].fields.field"));
        mistaken("unmergeActors", "CONFLICT", "actorId", input("actorId", gone));
        mistaken("unmergeActors", "NOT_FOUND", "actorId", input("actorId", "actor_01h455vb4pex5vsknk084sn02q"));
    }

    private static JsonPath state(String gone, String stays, String theirs, String own, String event) {
        return ask("""
        query($gone: ID!, $stays: ID!, $theirs: ID!, $own: ID!, $event: ID!) {
          gone: actor(id: $gone) { id name aliases country { alpha3 } affiliations { title } } stays: actor(id: $stays) { id name aliases country { alpha3 } affiliations { title } }
          theirs: claim(id: $theirs) { speaker { id } addressee { id } country { alpha3 } } own: claim(id: $own) { speaker { id } country { alpha3 } }
          event(id: $event) { participants { role actor { id } } } }""", Map.of("gone", gone, "stays", stays, "theirs", theirs, "own", own, "event", event));
    }

    private static String submit() {
        return change(
                        "submitArticle",
                        "article { id }",
                        input(
                                "headline",
                                "Again",
                                "publisher",
                                "The Resolver",
                                "publishedAt",
                                "2025-03-13T12:00:00Z",
                                "body",
                                "“The agreement holds and we intend to keep it,” Emmanuel Macron said on Tuesday. In response to Macron’s statement, Keir Starmer said on Wednesday that Britain would send more help. "
                                        + "Olaf Scholz met Keir Starmer in London on Monday. “Nothing is settled yet,” Scholz said. "
                                        + unique("x")))
                .getString("article.id");
    }
}
