package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Claims are recorded, reviewed and linked; a wrong input changes nothing. */
@QuarkusTest
class ClaimMutationTest extends ApiTest {

    private static final String MISSING_CLAIM = "claim_01h455vb4pex5vsknk084sn02q";
    private static final String MISSING_ACTOR = "actor_01h455vb4pex5vsknk084sn02q";

    @Test
    void aRecordedClaimHasEveryFieldOfItsInput() {
        String article = store("He said: “Peace, 🕊 now,” and “nothing else.” " + unique("x"));
        String speaker = person(unique("Clara Claim"));
        JsonPath claim = change(
                        "recordClaim",
                        """
        claim { text kind cue act speaker { id } speakerMention addressee { id } addresseeMention saidOn saidOnPrecision confidence review
          evidence { start end exact prefix suffix } recordedAt updatedAt }""",
                        with(
                                claim(article, 9, 25),
                                "evidence",
                                List.of(
                                        input("start", 9, "end", 25, "exact", "“Peace, 🕊 now,”"),
                                        input("start", 30, "end", 45)),
                                "cue",
                                "said",
                                "act",
                                "APPEAL",
                                "speaker",
                                speaker,
                                "speakerMention",
                                "He",
                                "addressee",
                                speaker,
                                "addresseeMention",
                                "himself",
                                "saidOn",
                                "2025-03-12",
                                "saidOnPrecision",
                                "MONTH",
                                "confidence",
                                0.25))
                .setRootPath("data.recordClaim.claim");
        assertEquals("Peace, 🕊 now … nothing else.", claim.getString("text"));
        assertEquals(
                List.of("said", "APPEAL", speaker, "He", speaker, "himself", "2025-03-01", "MONTH", "EXTRACTED"),
                List.of(
                        claim.get("cue"),
                        claim.get("act"),
                        claim.get("speaker.id"),
                        claim.get("speakerMention"),
                        claim.get("addressee.id"),
                        claim.get("addresseeMention"),
                        claim.get("saidOn"),
                        claim.get("saidOnPrecision"),
                        claim.get("review")));
        assertEquals(0.25, claim.getDouble("confidence"));
        assertEquals("“Peace, 🕊 now,”", claim.getString("evidence[0].exact"));
        assertEquals("He said: ", claim.getString("evidence[0].prefix"));
        assertEquals(
                " and ",
                claim.getString("evidence[1].prefix")
                        .substring(claim.getString("evidence[1].prefix").length() - 5));
    }

    @Test
    void aWrongClaimIsRefusedFieldByField() {
        String article = store("A body with a dove: 🕊." + unique("x"));
        Map<String, Object> good = claim(article, 0, 6);
        mistaken(
                "recordClaim", "NOT_FOUND", "articleId", with(good, "articleId", "article_01h455vb4pex5vsknk084sn02q"));
        mistaken("recordClaim", "NOT_FOUND", "articleId", with(good, "articleId", MISSING_CLAIM));
        mistaken("recordClaim", "REQUIRED", "evidence", with(good, "evidence", List.of()));
        String outside = mistaken(
                "recordClaim",
                "OUT_OF_RANGE",
                "evidence.0",
                with(good, "evidence", List.of(input("start", 0, "end", 4000))));
        assertTrue(outside.startsWith("evidence.0: must be a part of the body, which has "), outside);
        mistaken(
                "recordClaim",
                "OUT_OF_RANGE",
                "evidence.0",
                with(good, "evidence", List.of(input("start", -1, "end", 4))));
        mistaken(
                "recordClaim",
                "OUT_OF_RANGE",
                "evidence.0",
                with(good, "evidence", List.of(input("start", 4, "end", 4))));
        mistaken(
                "recordClaim",
                "CONFLICT",
                "evidence.1",
                with(good, "evidence", List.of(input("start", 0, "end", 6), input("start", 3, "end", 9))));
        mistaken(
                "recordClaim",
                "CONFLICT",
                "evidence.0.exact",
                with(good, "evidence", List.of(input("start", 0, "end", 6, "exact", "a body"))));
        mistaken("recordClaim", "INVALID", "evidence.0", with(good, "evidence", List.of(input("start", 0, "end", 21))));
        mistaken("recordClaim", "INVALID", "evidence.0", with(good, "evidence", List.of(input("start", 1, "end", 2))));
        mistaken(
                "recordClaim",
                "TOO_LONG",
                "evidence",
                with(
                        good,
                        "evidence",
                        IntStream.range(0, 51)
                                .mapToObj(i -> input("start", 0, "end", 1))
                                .toList()));
        mistaken("recordClaim", "NOT_FOUND", "speaker", with(good, "speaker", MISSING_ACTOR));
        mistaken("recordClaim", "NOT_FOUND", "addressee", with(good, "addressee", article));
        mistaken("recordClaim", "NOT_FOUND", "repliesTo", with(good, "repliesTo", MISSING_CLAIM));
        mistaken(
                "recordClaim",
                "NOT_FOUND",
                "events.0",
                with(good, "events", List.of("event_01h455vb4pex5vsknk084sn02q")));
        mistaken("recordClaim", "OUT_OF_RANGE", "confidence", with(good, "confidence", 1.01));
        mistaken("recordClaim", "OUT_OF_RANGE", "saidOn", with(good, "saidOn", "1200-01-01"));
        mistaken("recordClaim", "CONFLICT", "saidOnPrecision", with(good, "saidOnPrecision", "DAY"));
        mistaken(
                "recordClaim",
                "CONFLICT",
                "saidOnPrecision",
                with(good, "saidOn", "2025-01-01", "saidOnPrecision", "UNKNOWN"));
        mistaken("recordClaim", "CONFLICT", "saidOnBasis", with(good, "saidOnBasis", "TOLD"));
        mistaken("recordClaim", "TOO_LONG", "cue", with(good, "cue", "x".repeat(201)));
        mistaken("recordClaim", "INVALID", "speakerMention", with(good, "speakerMention", "a\u0000"));
        assertEquals(
                0,
                ask("query($id: ID!) { article(id: $id) { claims { totalCount } } }", Map.of("id", article))
                        .getInt("article.claims.totalCount"));
        String id = record(good);
        JsonPath again = mutate("recordClaim", "claim { id }", good);
        assertEquals("ALREADY_EXISTS", again.getString("userErrors[0].code"));
        assertEquals(id, again.getString("claim.id"));
    }

    @Test
    void whatWasNotSaidShowsOnlyWhereAFilterAsksForIt() {
        List<String> ids = articleWithClaims(1, "cue", "said");
        String article = ids.get(0);
        String denied = record(with(claim(article, 0, 3), "modality", "NEGATED", "text", unique("Xenolith")));
        String list = """
        query($id: ID!) { article(id: $id) { claims { nodes { id modality } totalCount }
            hidden: claims(filter: {modality: [NEGATED, HYPOTHETICAL]}) { nodes { id modality } totalCount }
            all: claims(filter: {or: [{modality: [NEGATED]}, {kind: [DIRECT]}]}) { totalCount } } }""";
        JsonPath shown = ask(list, Map.of("id", article));
        assertEquals(List.of(ids.get(1)), shown.getList("article.claims.nodes.id"));
        assertEquals(List.of("ASSERTED"), shown.getList("article.claims.nodes.modality"));
        assertEquals(List.of(denied), shown.getList("article.hidden.nodes.id"));
        assertEquals(List.of("NEGATED"), shown.getList("article.hidden.nodes.modality"));
        assertEquals(2, shown.getInt("article.all.totalCount"));
        assertEquals(
                List.of(),
                ask("{ search(query: \"Xenolith\", types: [CLAIM]) { nodes { __typename } } }", Map.of())
                        .getList("search.nodes"));
        assertEquals(
                denied,
                ask("query($id: ID!) { claim(id: $id) { id } }", Map.of("id", denied))
                        .getString("claim.id"));
        mistaken(
                "reviewClaim",
                "REQUIRED",
                "modality",
                input("claimId", denied, "review", "CORRECTED", "modality", null));
        change(
                "reviewClaim",
                "claim { modality }",
                input("claimId", denied, "review", "CORRECTED", "modality", "ASSERTED"));
        JsonPath corrected = ask(list, Map.of("id", article));
        assertEquals(2, corrected.getInt("article.claims.totalCount"));
        assertEquals(0, corrected.getInt("article.hidden.totalCount"));
        assertEquals(
                List.of("review", "modality"),
                ask(
                                "query($id: ID!) { claim(id: $id) { history(first: 1) { nodes { fields { field } } } } }",
                                Map.of("id", denied))
                        .getList("claim.history.nodes[0].fields.field"));
    }

    @Test
    void aDateHasABasis() {
        String article = store("A body with a day." + unique("x"));
        String told = record(with(claim(article, 0, 6), "saidOn", "2025-03-12"));
        String published = record(with(claim(article, 7, 11), "saidOn", "2025-03-12", "saidOnBasis", "PUBLICATION"));
        record(claim(article, 12, 13));
        String list = """
        query($id: ID!, $basis: [DateBasis!]) { article(id: $id) { claims(filter: {saidOnBasis: $basis}) { nodes { id saidOnBasis } } } }""";
        assertEquals(
                Arrays.asList("TOLD", "PUBLICATION", null),
                ask(list, Map.of("id", article)).getList("article.claims.nodes.saidOnBasis"));
        assertEquals(
                List.of(told),
                ask(list, Map.of("id", article, "basis", List.of("TOLD", "INHERITED")))
                        .getList("article.claims.nodes.id"));
        String claim = "claim { saidOn saidOnPrecision saidOnBasis }";
        JsonPath kept = change(
                        "reviewClaim",
                        claim,
                        input("claimId", published, "review", "CORRECTED", "saidOnPrecision", "MONTH"))
                .setRootPath("data.reviewClaim.claim");
        assertEquals(
                List.of("2025-03-01", "MONTH", "PUBLICATION"),
                List.of(kept.get("saidOn"), kept.get("saidOnPrecision"), kept.get("saidOnBasis")));
        JsonPath corrected = change(
                        "reviewClaim",
                        claim,
                        input("claimId", published, "review", "CORRECTED", "saidOn", "2025-03-10"))
                .setRootPath("data.reviewClaim.claim");
        assertEquals(
                List.of("2025-03-10", "DAY", "TOLD"),
                List.of(corrected.get("saidOn"), corrected.get("saidOnPrecision"), corrected.get("saidOnBasis")));
        mistaken(
                "reviewClaim",
                "CONFLICT",
                "saidOnBasis",
                input("claimId", told, "review", "CORRECTED", "saidOn", null, "saidOnBasis", "TOLD"));
    }

    @Test
    void aReviewIsKeptAndARejectedClaimIsHidden() {
        List<String> ids = articleWithClaims(2, "cue", "said");
        String article = ids.get(0);
        String ada = person(unique("Ada Review"), "country", "FI");
        assertEquals(
                "CONFIRMED",
                change("reviewClaim", "claim { review }", input("claimId", ids.get(1), "review", "CONFIRMED"))
                        .getString("claim.review"));
        JsonPath corrected = change(
                        "reviewClaim",
                        "claim { review speaker { id } country { alpha3 } kind act cue saidOn saidOnPrecision text evidence { start end } }",
                        input(
                                "claimId",
                                ids.get(1),
                                "review",
                                "CORRECTED",
                                "speaker",
                                ada,
                                "kind",
                                "MIXED",
                                "act",
                                "DENY",
                                "cue",
                                null,
                                "saidOn",
                                null,
                                "evidence",
                                List.of(input("start", 0, "end", 4))))
                .setRootPath("data.reviewClaim.claim");
        assertEquals(
                Arrays.asList("CORRECTED", ada, "FIN", "MIXED", "DENY", null, null, "UNKNOWN", "abcd"),
                Arrays.asList(
                        corrected.get("review"),
                        corrected.get("speaker.id"),
                        corrected.get("country.alpha3"),
                        corrected.get("kind"),
                        corrected.get("act"),
                        corrected.get("cue"),
                        corrected.get("saidOn"),
                        corrected.get("saidOnPrecision"),
                        corrected.get("text")));
        assertEquals(List.of(Map.of("start", 0, "end", 4)), corrected.getList("evidence"));
        change("reviewClaim", "claim { review }", input("claimId", ids.get(2), "review", "REJECTED"));
        String list =
                "query($id: ID!) { article(id: $id) { claims { nodes { id } totalCount } rejected: claims(filter: {review: [REJECTED]}) { nodes { id } } } }";
        JsonPath shown = ask(list, Map.of("id", article));
        assertEquals(List.of(ids.get(1)), shown.getList("article.claims.nodes.id"));
        assertEquals(1, shown.getInt("article.claims.totalCount"));
        assertEquals(List.of(ids.get(2)), shown.getList("article.rejected.nodes.id"));
        assertEquals(
                "REJECTED",
                ask("query($id: ID!) { claim(id: $id) { review } }", Map.of("id", ids.get(2)))
                        .getString("claim.review"));
    }

    @Test
    void aWrongReviewIsRefused() {
        String claim = articleWithClaims(1).get(1);
        mistaken("reviewClaim", "NOT_FOUND", "claimId", input("claimId", MISSING_CLAIM, "review", "CONFIRMED"));
        mistaken("reviewClaim", "CONFLICT", "review", input("claimId", claim, "review", "CONFIRMED", "act", "DENY"));
        mistaken("reviewClaim", "REQUIRED", "review", input("claimId", claim, "review", "CORRECTED"));
        mistaken("reviewClaim", "REQUIRED", "kind", input("claimId", claim, "review", "CORRECTED", "kind", null));
        mistaken(
                "reviewClaim",
                "NOT_FOUND",
                "speaker",
                input("claimId", claim, "review", "CORRECTED", "speaker", MISSING_ACTOR));
        mistaken(
                "reviewClaim",
                "OUT_OF_RANGE",
                "evidence.0",
                input("claimId", claim, "review", "CORRECTED", "evidence", List.of(input("start", 0, "end", 9999))));
        mistaken("reviewClaim", "REQUIRED", "text", input("claimId", claim, "review", "CORRECTED", "text", ""));
        assertEquals(
                "EXTRACTED",
                ask("query($id: ID!) { claim(id: $id) { review } }", Map.of("id", claim))
                        .getString("claim.review"));
    }

    @Test
    void claimsAreLinkedOnceAndUnlinked() {
        List<String> ids = articleWithClaims(2);
        Map<String, Object> link = input("fromClaimId", ids.get(1), "toClaimId", ids.get(2), "type", "REPLIES_TO");
        JsonPath made = change("linkClaims", "link { id type from { id } to { id } }", link);
        assertEquals(
                ids.get(2),
                ask("query($id: ID!) { claim(id: $id) { repliesTo { id } } }", Map.of("id", ids.get(1)))
                        .getString("claim.repliesTo.id"));
        JsonPath again = mutate("linkClaims", "link { id }", link);
        assertEquals("ALREADY_EXISTS", again.getString("userErrors[0].code"));
        assertEquals(made.getMap("link").get("id"), again.getString("link.id"));
        mistaken("linkClaims", "CONFLICT", "toClaimId", with(link, "toClaimId", ids.get(1)));
        mistaken("linkClaims", "NOT_FOUND", "toClaimId", with(link, "toClaimId", MISSING_CLAIM));
        mistaken("unlinkClaims", "NOT_FOUND", "type", with(link, "type", "DISPUTES"));
        assertEquals(
                again.getString("link.id"),
                change("unlinkClaims", "removedLinkId", link).getString("removedLinkId"));
        assertNull(ask("query($id: ID!) { claim(id: $id) { repliesTo { id } } }", Map.of("id", ids.get(1)))
                .get("claim.repliesTo"));
    }
}
