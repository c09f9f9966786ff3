package org.rostrum.api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Mutations: what they change, and what they refuse without changing anything. */
@QuarkusTest
class MutationTest extends ApiTest {

  private static final String MISSING_CLAIM = "claim_01h455vb4pex5vsknk084sn02q";
  private static final String MISSING_ACTOR = "actor_01h455vb4pex5vsknk084sn02q";

  @Test
  void submittingTwiceChangesNothingAndSaysSo() {
    Map<String, Object> article = with(article("“We will see,” said Dmitry Peskov. " + unique("x")), "extract", true);
    JsonPath first = change("submitArticle", "alreadyKnown article { id updatedAt } claims { id }", article);
    JsonPath byUrl = change("submitArticle", "alreadyKnown article { id updatedAt headline } claims { id }", with(article, "headline", "Other", "body", "Other"));
    JsonPath byBody = change("submitArticle", "alreadyKnown article { id updatedAt } claims { id }", with(article, "url", "https://other.example/x" + System.nanoTime()));
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
    Map<String, Object> article = with(article("“We will see,” said Dmitry Peskov. " + unique("x")), "extract", true);
    ExecutorService senders = Executors.newFixedThreadPool(6);
    try {
      List<Future<JsonPath>> answers = senders.invokeAll(IntStream.range(0, 6)
          .<java.util.concurrent.Callable<JsonPath>>mapToObj(i -> () -> change("submitArticle", "alreadyKnown article { id }", article)).toList());
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
    mistaken("submitArticle", "OUT_OF_RANGE", "publishedAt", with(good, "publishedAt", Instant.now().plusSeconds(3600).toString()));
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
    assertEquals(List.of(List.of("input", "headline"), List.of("input", "body")), several.getList("userErrors.path"));
    assertEquals(0, ask("query($u: String) { articles(filter: {url: $u}) { totalCount } }", Map.of("u", good.get("url"))).getInt("articles.totalCount"));
    String publisher = (String) good.get("publisher");
    assertEquals(0, ask("query($n: String) { actors(filter: {text: $n}) { totalCount } }", Map.of("n", publisher)).getInt("actors.totalCount"));
  }

  @Test
  void aBodyOfJustTheLimitIsStoredAsItIs() {
    String body = "ж".repeat(1024 * 1024 - 20) + System.nanoTime();
    JsonPath stored = change("submitArticle", "article { body bodyLength }", article(body));
    assertEquals(body, stored.getString("article.body"));
    assertEquals(body.length(), stored.getInt("article.bodyLength"));
  }

  @Test
  void aPublisherIsTakenByNameOrIdAndRecordedOnce() {
    Map<String, Object> one = article("One " + unique("x"));
    String id = change("submitArticle", "article { publisher { id name } }", one).getString("article.publisher.id");
    assertEquals(id, change("submitArticle", "article { publisher { id } }", with(article("Two " + unique("x")), "publisher", ((String) one.get("publisher")).toUpperCase())).getString("article.publisher.id"));
    assertEquals(id, change("submitArticle", "article { publisher { id } }", with(article("Three " + unique("x")), "publisher", id)).getString("article.publisher.id"));
  }

  @Test
  void aClaimKeepsWhatItIsGiven() {
    String article = store("He said: “Peace, 🕊 now,” and “nothing else.” " + unique("x"));
    String speaker = person(unique("Clara Claim"));
    JsonPath claim = change("recordClaim", """
        claim { text kind cue act speaker { id } speakerMention addressee { id } addresseeMention saidOn saidOnPrecision confidence review
          evidence { start end exact prefix suffix } recordedAt updatedAt }""",
        with(claim(article, 9, 25), "evidence", List.of(input("start", 9, "end", 25, "exact", "“Peace, 🕊 now,”"), input("start", 30, "end", 45)),
            "cue", "said", "act", "APPEAL", "speaker", speaker, "speakerMention", "He", "addressee", speaker, "addresseeMention", "himself",
            "saidOn", "2025-03-12", "saidOnPrecision", "MONTH", "confidence", 0.25)).setRootPath("data.recordClaim.claim");
    assertEquals("Peace, 🕊 now … nothing else.", claim.getString("text"));
    assertEquals(List.of("said", "APPEAL", speaker, "He", speaker, "himself", "2025-03-01", "MONTH", "EXTRACTED"),
        List.of(claim.get("cue"), claim.get("act"), claim.get("speaker.id"), claim.get("speakerMention"), claim.get("addressee.id"),
            claim.get("addresseeMention"), claim.get("saidOn"), claim.get("saidOnPrecision"), claim.get("review")));
    assertEquals(0.25, claim.getDouble("confidence"));
    assertEquals("“Peace, 🕊 now,”", claim.getString("evidence[0].exact"));
    assertEquals("He said: ", claim.getString("evidence[0].prefix"));
    assertEquals(" and ", claim.getString("evidence[1].prefix").substring(claim.getString("evidence[1].prefix").length() - 5));
  }

  @Test
  void aWrongClaimIsRefusedFieldByField() {
    String article = store("A body with a dove: 🕊." + unique("x"));
    Map<String, Object> good = claim(article, 0, 6);
    mistaken("recordClaim", "NOT_FOUND", "articleId", with(good, "articleId", "article_01h455vb4pex5vsknk084sn02q"));
    mistaken("recordClaim", "NOT_FOUND", "articleId", with(good, "articleId", MISSING_CLAIM));
    mistaken("recordClaim", "REQUIRED", "evidence", with(good, "evidence", List.of()));
    String outside = mistaken("recordClaim", "OUT_OF_RANGE", "evidence.0", with(good, "evidence", List.of(input("start", 0, "end", 4000))));
    assertTrue(outside.startsWith("evidence.0: must be a part of the body, which has "), outside);
    mistaken("recordClaim", "OUT_OF_RANGE", "evidence.0", with(good, "evidence", List.of(input("start", -1, "end", 4))));
    mistaken("recordClaim", "OUT_OF_RANGE", "evidence.0", with(good, "evidence", List.of(input("start", 4, "end", 4))));
    mistaken("recordClaim", "CONFLICT", "evidence.1", with(good, "evidence", List.of(input("start", 0, "end", 6), input("start", 3, "end", 9))));
    mistaken("recordClaim", "CONFLICT", "evidence.0.exact", with(good, "evidence", List.of(input("start", 0, "end", 6, "exact", "a body"))));
    mistaken("recordClaim", "INVALID", "evidence.0", with(good, "evidence", List.of(input("start", 0, "end", 21))));
    mistaken("recordClaim", "INVALID", "evidence.0", with(good, "evidence", List.of(input("start", 1, "end", 2))));
    mistaken("recordClaim", "TOO_LONG", "evidence", with(good, "evidence", IntStream.range(0, 51).mapToObj(i -> input("start", 0, "end", 1)).toList()));
    mistaken("recordClaim", "NOT_FOUND", "speaker", with(good, "speaker", MISSING_ACTOR));
    mistaken("recordClaim", "NOT_FOUND", "addressee", with(good, "addressee", article));
    mistaken("recordClaim", "NOT_FOUND", "repliesTo", with(good, "repliesTo", MISSING_CLAIM));
    mistaken("recordClaim", "NOT_FOUND", "events.0", with(good, "events", List.of("event_01h455vb4pex5vsknk084sn02q")));
    mistaken("recordClaim", "OUT_OF_RANGE", "confidence", with(good, "confidence", 1.01));
    mistaken("recordClaim", "OUT_OF_RANGE", "saidOn", with(good, "saidOn", "1200-01-01"));
    mistaken("recordClaim", "CONFLICT", "saidOnPrecision", with(good, "saidOnPrecision", "DAY"));
    mistaken("recordClaim", "CONFLICT", "saidOnPrecision", with(good, "saidOn", "2025-01-01", "saidOnPrecision", "UNKNOWN"));
    mistaken("recordClaim", "TOO_LONG", "cue", with(good, "cue", "x".repeat(201)));
    mistaken("recordClaim", "INVALID", "speakerMention", with(good, "speakerMention", "a\u0000"));
    assertEquals(0, ask("query($id: ID!) { article(id: $id) { claims { totalCount } } }", Map.of("id", article)).getInt("article.claims.totalCount"));
    String id = record(good);
    JsonPath again = mutate("recordClaim", "claim { id }", good);
    assertEquals("ALREADY_EXISTS", again.getString("userErrors[0].code"));
    assertEquals(id, again.getString("claim.id"));
  }

  @Test
  void aReviewIsKeptAndARejectedClaimIsHidden() {
    List<String> ids = articleWithClaims(2, "cue", "said");
    String article = ids.get(0);
    String ada = person(unique("Ada Review"), "country", "FI");
    assertEquals("CONFIRMED", change("reviewClaim", "claim { review }", input("claimId", ids.get(1), "review", "CONFIRMED")).getString("claim.review"));
    JsonPath corrected = change("reviewClaim", "claim { review speaker { id } country { alpha3 } kind act cue saidOn saidOnPrecision text evidence { start end } }",
        input("claimId", ids.get(1), "review", "CORRECTED", "speaker", ada, "kind", "MIXED", "act", "DENY", "cue", null, "saidOn", null,
            "evidence", List.of(input("start", 0, "end", 4)))).setRootPath("data.reviewClaim.claim");
    assertEquals(Arrays.asList("CORRECTED", ada, "FIN", "MIXED", "DENY", null, null, "UNKNOWN", "abcd"), Arrays.asList(corrected.get("review"), corrected.get("speaker.id"),
        corrected.get("country.alpha3"), corrected.get("kind"), corrected.get("act"), corrected.get("cue"), corrected.get("saidOn"), corrected.get("saidOnPrecision"), corrected.get("text")));
    assertEquals(List.of(Map.of("start", 0, "end", 4)), corrected.getList("evidence"));
    change("reviewClaim", "claim { review }", input("claimId", ids.get(2), "review", "REJECTED"));
    String list = "query($id: ID!) { article(id: $id) { claims { nodes { id } totalCount } rejected: claims(filter: {review: [REJECTED]}) { nodes { id } } } }";
    JsonPath shown = ask(list, Map.of("id", article));
    assertEquals(List.of(ids.get(1)), shown.getList("article.claims.nodes.id"));
    assertEquals(1, shown.getInt("article.claims.totalCount"));
    assertEquals(List.of(ids.get(2)), shown.getList("article.rejected.nodes.id"));
    assertEquals("REJECTED", ask("query($id: ID!) { claim(id: $id) { review } }", Map.of("id", ids.get(2))).getString("claim.review"));
  }

  @Test
  void aWrongReviewIsRefused() {
    String claim = articleWithClaims(1).get(1);
    mistaken("reviewClaim", "NOT_FOUND", "claimId", input("claimId", MISSING_CLAIM, "review", "CONFIRMED"));
    mistaken("reviewClaim", "CONFLICT", "review", input("claimId", claim, "review", "CONFIRMED", "act", "DENY"));
    mistaken("reviewClaim", "REQUIRED", "review", input("claimId", claim, "review", "CORRECTED"));
    mistaken("reviewClaim", "REQUIRED", "kind", input("claimId", claim, "review", "CORRECTED", "kind", null));
    mistaken("reviewClaim", "NOT_FOUND", "speaker", input("claimId", claim, "review", "CORRECTED", "speaker", MISSING_ACTOR));
    mistaken("reviewClaim", "OUT_OF_RANGE", "evidence.0", input("claimId", claim, "review", "CORRECTED", "evidence", List.of(input("start", 0, "end", 9999))));
    mistaken("reviewClaim", "REQUIRED", "text", input("claimId", claim, "review", "CORRECTED", "text", ""));
    assertEquals("EXTRACTED", ask("query($id: ID!) { claim(id: $id) { review } }", Map.of("id", claim)).getString("claim.review"));
  }

  @Test
  void claimsAreLinkedOnceAndUnlinked() {
    List<String> ids = articleWithClaims(2);
    Map<String, Object> link = input("fromClaimId", ids.get(1), "toClaimId", ids.get(2), "type", "REPLIES_TO");
    JsonPath made = change("linkClaims", "link { id type from { id } to { id } }", link);
    assertEquals(ids.get(2), ask("query($id: ID!) { claim(id: $id) { repliesTo { id } } }", Map.of("id", ids.get(1))).getString("claim.repliesTo.id"));
    JsonPath again = mutate("linkClaims", "link { id }", link);
    assertEquals("ALREADY_EXISTS", again.getString("userErrors[0].code"));
    assertEquals(made.getMap("link").get("id"), again.getString("link.id"));
    mistaken("linkClaims", "CONFLICT", "toClaimId", with(link, "toClaimId", ids.get(1)));
    mistaken("linkClaims", "NOT_FOUND", "toClaimId", with(link, "toClaimId", MISSING_CLAIM));
    mistaken("unlinkClaims", "NOT_FOUND", "type", with(link, "type", "DISPUTES"));
    assertEquals(again.getString("link.id"), change("unlinkClaims", "removedLinkId", link).getString("removedLinkId"));
    assertNull(ask("query($id: ID!) { claim(id: $id) { repliesTo { id } } }", Map.of("id", ids.get(1))).get("claim.repliesTo"));
  }

  @Test
  void anActorIsRecordedOnce() {
    String name = unique("Olga Órdoñez");
    String item = "Q8" + System.nanoTime() % 100_000_000;
    JsonPath made = change("recordActor", "actor { __typename id name aliases wikidataId country { alpha3 } affiliations { title from until country { alpha2 } organization { name } } }",
        input("type", "PERSON", "name", " " + name + " ", "aliases", List.of("O. O.", "O. O."), "wikidataId", item, "country", "ESP", "affiliations",
            List.of(input("title", "Envoy", "from", "2024-01-01", "until", "2024-12-31", "country", "es")))).setRootPath("data.recordActor.actor");
    assertEquals(List.of("Person", name, List.of("O. O."), item, "ESP"),
        List.of(made.get("__typename"), made.get("name"), made.get("aliases"), made.get("wikidataId"), made.get("country.alpha3")));
    assertEquals("2024-12-31", made.getString("affiliations[0].until"));
    JsonPath byItem = mutate("recordActor", "actor { id }", input("type", "PERSON", "name", "Somebody", "wikidataId", item));
    JsonPath byName = mutate("recordActor", "actor { id }", input("type", "PERSON", "name", name.replace("Órdoñez", "ordonez")));
    for (JsonPath again : List.of(byItem, byName)) {
      assertEquals("ALREADY_EXISTS", again.getString("userErrors[0].code"));
      assertEquals(made.getString("id"), again.getString("actor.id"));
    }
    assertEquals(List.of(), mutate("recordActor", "", input("type", "PERSON", "name", name, "wikidataId", item + "1")).getList("userErrors"));
    assertEquals(List.of(), mutate("recordActor", "", input("type", "GROUP", "name", name)).getList("userErrors"));
  }

  @Test
  void twoPeopleOfOneNameAreRecordedByOneWhoKnowsThatTheyAreTwo() {
    String name = unique("John Smith");
    String one = person(name);
    JsonPath other = change("recordActor", "actor { id }", input("type", "PERSON", "name", name, "namesakeOf", List.of(one)));
    assertNotNull(other.getString("actor.id"));
    assertNotEquals(one, other.getString("actor.id"));
    JsonPath third = mutate("recordActor", "actor { id }", input("type", "PERSON", "name", name, "namesakeOf", List.of(one)));
    assertEquals("ALREADY_EXISTS", third.getString("userErrors[0].code"), "the second was not named");
    mistaken("recordActor", "NOT_FOUND", "namesakeOf.0", input("type", "PERSON", "name", name, "namesakeOf", List.of(MISSING_ACTOR)));
  }

  @Test
  void aWrongActorIsRefused() {
    Map<String, Object> good = input("type", "PERSON", "name", unique("Good Name"));
    mistaken("recordActor", "INVALID", "type", with(good, "type", "COUNTRY"));
    mistaken("recordActor", "REQUIRED", "name", with(good, "name", ""));
    mistaken("recordActor", "TOO_LONG", "name", with(good, "name", "x".repeat(301)));
    mistaken("recordActor", "INVALID", "wikidataId", with(good, "wikidataId", "P31"));
    mistaken("recordActor", "NOT_FOUND", "country", with(good, "country", "Atlantis"));
    mistaken("recordActor", "REQUIRED", "aliases.1", with(good, "aliases", List.of("a", "")));
    mistaken("recordActor", "TOO_LONG", "aliases", with(good, "aliases", IntStream.range(0, 101).mapToObj(i -> "a" + i).toList()));
    mistaken("recordActor", "CONFLICT", "affiliations.0.from", with(good, "affiliations", List.of(input("title", "x", "from", "2024-02-01", "until", "2024-01-01"))));
    mistaken("recordActor", "REQUIRED", "affiliations.0.title", with(good, "affiliations", List.of(input("title", " "))));
    mistaken("recordActor", "NOT_FOUND", "affiliations.0.country", with(good, "affiliations", List.of(input("title", "x", "country", "ZZ"))));
    mistaken("recordActor", "NOT_FOUND", "affiliations.0.organization", with(good, "affiliations", List.of(input("title", "x", "organization", MISSING_ACTOR))));
    mistaken("recordActor", "NOT_FOUND", "affiliations.0.organization", with(good, "affiliations", List.of(input("title", "x", "organization", person(unique("Not Organized"))))));
    assertEquals(List.of(), mutate("recordActor", "", good).getList("userErrors"));
  }

  @Test
  void anActorChangesOnlyWhereToldAndItsClaimsFollow() {
    String id = person(unique("Uma Update"), "aliases", List.of("U."), "country", "SE", "affiliations", List.of(input("title", "Minister", "country", "SE", "from", "2020-01-01")));
    String claim = record(with(claim(store("abc " + unique("x")), 0, 3), "speaker", id, "saidOn", "2025-01-01"));
    String actor = "actor { name aliases wikidataId country { alpha3 } affiliations { title } }";
    JsonPath renamed = change("updateActor", actor, input("actorId", id, "name", "Uma U."));
    assertEquals(List.of("Uma U.", List.of("U."), "SWE", List.of("Minister")),
        List.of(renamed.get("actor.name"), renamed.get("actor.aliases"), renamed.get("actor.country.alpha3"), renamed.get("actor.affiliations.title")));
    change("updateActor", actor, input("actorId", id, "aliases", List.of(), "affiliations", List.of(input("title", "Envoy", "country", "NO", "from", "2024-01-01"))));
    String query = "query($id: ID!) { claim(id: $id) { capacity { title } country { alpha3 } speaker { aliases country { alpha3 } } } }";
    JsonPath after = ask(query, Map.of("id", claim));
    assertEquals(List.of("Envoy", "NOR", List.of(), "NOR"), List.of(after.get("claim.capacity.title"), after.get("claim.country.alpha3"), after.get("claim.speaker.aliases"), after.get("claim.speaker.country.alpha3")));
    change("updateActor", actor, input("actorId", id, "country", null, "affiliations", null));
    JsonPath none = ask(query, Map.of("id", claim));
    assertEquals(Arrays.asList(null, null, null), Arrays.asList(none.get("claim.capacity"), none.get("claim.country"), none.get("claim.speaker.country")));
  }

  @Test
  void aWrongChangeOfAnActorIsRefused() {
    String id = person(unique("Vera Valid"));
    String item = "Q7" + System.nanoTime() % 100_000_000;
    person(unique("Item Holder"), "wikidataId", item);
    mistaken("updateActor", "NOT_FOUND", "actorId", input("actorId", MISSING_ACTOR, "name", "x"));
    mistaken("updateActor", "REQUIRED", "name", input("actorId", id, "name", null));
    mistaken("updateActor", "ALREADY_EXISTS", "wikidataId", input("actorId", id, "wikidataId", item));
    String ukraine = ask("{ country(code: \"UA\") { id } }").getString("country.id");
    mistaken("updateActor", "INVALID", "country", input("actorId", ukraine, "country", "RU"));
  }

  @Test
  void mergedActorsBecomeOne() {
    String goneName = unique("Merge Gone");
    String gone = person(goneName, "aliases", List.of("Gonny"), "affiliations", List.of(input("title", "Minister", "country", "PL", "from", "2020-01-01")));
    String stays = person(unique("Merge Stays"));
    String article = store("abcde abcde " + unique("x"));
    String claim = record(with(claim(article, 0, 5), "speaker", gone, "saidOn", "2025-01-01"));
    String other = record(with(claim(article, 6, 11), "addressee", gone, "speaker", stays));
    String event = change("recordEvent", "event { id }", input("type", "CONSULT", "title", unique("Talks"), "participants",
        List.of(input("actor", gone, "role", "SOURCE"), input("actor", stays, "role", "SOURCE"), input("actor", gone, "role", "HOST")))).getString("event.id");
    JsonPath merged = change("mergeActors", "actor { id aliases affiliations { title } claims { totalCount } events { nodes { id participants { role actor { id } } } } }",
        input("actorId", gone, "intoActorId", stays)).setRootPath("data.mergeActors.actor");
    assertEquals(stays, merged.getString("id"));
    assertEquals(new TreeSet<>(List.of(goneName, "Gonny")), new TreeSet<>(merged.<String>getList("aliases")));
    assertEquals(List.of("Minister"), merged.getList("affiliations.title"));
    assertEquals(2, merged.getInt("claims.totalCount"));
    assertEquals(List.of(event), merged.getList("events.nodes.id"));
    assertEquals(List.of(List.of("SOURCE", "HOST")), merged.getList("events.nodes.participants.role"));
    JsonPath after = ask("query($o: ID!, $c: ID!, $d: ID!) { actor(id: $o) { id } a: claim(id: $c) { speaker { id } country { alpha3 } } b: claim(id: $d) { addressee { id } } }",
        Map.of("o", gone, "c", claim, "d", other));
    assertEquals(List.of(stays, stays, "POL", stays), List.of(after.get("actor.id"), after.get("a.speaker.id"), after.get("a.country.alpha3"), after.get("b.addressee.id")));
    assertEquals(0, ask("query($t: String) { actors(filter: {text: $t, type: [GROUP]}) { totalCount } }", Map.of("t", goneName)).getInt("actors.totalCount"));
    String group = change("recordActor", "actor { id }", input("type", "GROUP", "name", unique("A Group"))).getString("actor.id");
    mistaken("mergeActors", "CONFLICT", "intoActorId", input("actorId", stays, "intoActorId", stays));
    mistaken("mergeActors", "CONFLICT", "intoActorId", input("actorId", gone, "intoActorId", stays));
    mistaken("mergeActors", "CONFLICT", "intoActorId", input("actorId", group, "intoActorId", stays));
    mistaken("mergeActors", "NOT_FOUND", "actorId", input("actorId", MISSING_ACTOR, "intoActorId", stays));
  }

  @Test
  void anEventIsRecordedOnceAndChangedOnlyWhereTold() {
    List<String> ids = articleWithClaims(2);
    String ada = person(unique("Ada Event"));
    Map<String, Object> input = input("type", "CONSULT", "title", unique("A summit"), "date", "2025-05-10", "endDate", "2025-05-11", "country", "UKR",
        "place", "Kyiv", "participants", List.of(input("actor", ada, "role", "HOST"), input("actor", ada, "role", "HOST")), "claims", List.of(ids.get(1), ids.get(1)));
    String fields = "event { id type title date datePrecision endDate country { alpha3 } place participants { role actor { id } } claims { nodes { id } } articles { nodes { id } } }";
    JsonPath made = change("recordEvent", fields, input);
    assertEquals(List.of(ids.get(0)), made.getList("event.articles.nodes.id"));
    assertEquals(1, made.getList("event.participants").size());
    String id = made.getString("event.id");
    JsonPath again = mutate("recordEvent", "event { id }", input);
    assertEquals("ALREADY_EXISTS", again.getString("userErrors[0].code"));
    assertEquals(id, again.getString("event.id"));
    JsonPath changed = change("updateEvent", fields, input("eventId", id, "title", "Renamed", "place", null, "addClaims", List.of(ids.get(2)), "removeClaims", List.of(ids.get(1))));
    assertEquals(Arrays.asList("CONSULT", "Renamed", "2025-05-10", "DAY", "2025-05-11", "UKR", null),
        Arrays.asList(changed.get("event.type"), changed.get("event.title"), changed.get("event.date"), changed.get("event.datePrecision"), changed.get("event.endDate"), changed.get("event.country.alpha3"), changed.get("event.place")));
    assertEquals(List.of(ids.get(2)), changed.getList("event.claims.nodes.id"));
    assertEquals(1, changed.getList("event.participants").size());
    JsonPath undated = change("updateEvent", fields, input("eventId", id, "date", null, "endDate", null, "participants", List.of()));
    assertEquals(Arrays.asList(null, "UNKNOWN", null, 0), Arrays.<Object>asList(undated.<Object>get("event.date"), undated.<Object>get("event.datePrecision"), undated.<Object>get("event.endDate"), undated.getList("event.participants").size()));
  }

  @Test
  void nullCountsAsLeftOutWhereThereIsADefault() {
    JsonPath event = change("recordEvent", "event { participants { role } }", input("type", "CONSULT", "title", unique("Talks"),
        "participants", List.of(input("actor", person(unique("Nula Role")), "role", null))));
    assertEquals(List.of("OTHER"), event.getList("event.participants.role"));
    ask("{ claims(orderBy: {field: SAID_ON, direction: null}) { nodes { id } } }");
    mistaken("submitArticle", "REQUIRED", "language", with(article("A body " + unique("x")), "language", null));
    change("submitArticle", "article { id }", with(article("A body " + unique("x")), "extract", null));
  }

  @Test
  void aWrongEventIsRefused() {
    Map<String, Object> good = input("type", "CONSULT", "title", unique("Good title"), "date", "2025-05-10");
    mistaken("recordEvent", "REQUIRED", "title", with(good, "title", ""));
    mistaken("recordEvent", "CONFLICT", "date", with(good, "endDate", "2025-05-09"));
    mistaken("recordEvent", "OUT_OF_RANGE", "date", with(good, "date", "0100-01-01"));
    mistaken("recordEvent", "NOT_FOUND", "country", with(good, "country", "ZZ"));
    mistaken("recordEvent", "NOT_FOUND", "participants.0.actor", with(good, "participants", List.of(input("actor", MISSING_ACTOR))));
    mistaken("recordEvent", "NOT_FOUND", "claims.0", with(good, "claims", List.of(MISSING_CLAIM)));
    mistaken("recordEvent", "CONFLICT", "datePrecision", with(good, "datePrecision", "UNKNOWN"));
    mistaken("updateEvent", "NOT_FOUND", "eventId", input("eventId", "event_01h455vb4pex5vsknk084sn02q", "title", "x"));
    String id = change("recordEvent", "event { id }", good).getString("event.id");
    mistaken("updateEvent", "REQUIRED", "title", input("eventId", id, "title", null, "place", "Nowhere"));
    assertNull(ask("query($id: ID!) { event(id: $id) { place } }", Map.of("id", id)).get("event.place"));
  }

  @Test
  void aDeletedArticleTakesItsClaimsAlong() {
    List<String> ids = articleWithClaims(2);
    String reply = record(with(claim(store("A reply " + unique("x")), 0, 7), "repliesTo", ids.get(1)));
    String event = change("recordEvent", "event { id }", input("type", "CONSULT", "title", unique("Talks"), "claims", List.of(ids.get(1)))).getString("event.id");
    assertEquals(ids.get(0), change("deleteArticle", "deletedArticleId", input("articleId", ids.get(0))).getString("deletedArticleId"));
    JsonPath after = ask("query($a: ID!, $c: ID!, $e: ID!, $r: ID!) { article(id: $a) { id } claim(id: $c) { id } event(id: $e) { claims { totalCount } } reply: claim(id: $r) { repliesTo { id } } }",
        Map.of("a", ids.get(0), "c", ids.get(1), "e", event, "r", reply));
    assertNull(after.get("article"));
    assertNull(after.get("claim"));
    assertEquals(0, after.getInt("event.claims.totalCount"));
    assertNull(after.get("reply.repliesTo"));
    mistaken("deleteArticle", "NOT_FOUND", "articleId", input("articleId", ids.get(0)));
  }
}
