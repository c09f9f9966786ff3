package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries, filters and links, each way. */
@QuarkusTest
class QueryApiTest extends ApiTest {

    private static final String MISSING = "01h455vb4pex5vsknk084sn02q";

    @Test
    void everythingWithAnIdIsANode() {
        List<String> ids = articleWithClaims(2);
        String person = person(unique("Node Person"));
        String event = change("recordEvent", "event { id }", input("type", "AGREE", "title", unique("A treaty")))
                .getString("event.id");
        String link = change(
                        "linkClaims",
                        "link { id }",
                        input("fromClaimId", ids.get(1), "toClaimId", ids.get(2), "type", "DISPUTES"))
                .getString("link.id");
        List<String> all = List.of(ids.get(0), ids.get(1), person, event, link);
        JsonPath answer = ask("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", Map.of("ids", all));
        assertEquals(all, answer.getList("nodes.id"));
        assertEquals(List.of("Article", "Claim", "Person", "Event", "ClaimLink"), answer.getList("nodes.__typename"));
        for (String id : all) {
            assertEquals(
                    id,
                    ask("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                            .getString("node.id"));
        }
    }

    @Test
    void nodesKeepTheOrderOfTheirIdsAndLeaveHoles() {
        String one = person(unique("First One"));
        String other = person(unique("Other One"));
        JsonPath answer = ask(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
                Map.of("ids", List.of(other, "claim_" + MISSING, one, other)));
        assertEquals(
                Arrays.asList(other, null, one, other),
                answer.getList("nodes").stream()
                        .map(node -> node == null ? null : ((Map<?, ?>) node).get("id"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"article, article", "actor, actor", "claim, claim", "event, event", "node, article"})
    void anUnknownIdGivesNull(String query, String prefix) {
        assertNull(ask("{ " + query + "(id: \"" + prefix + "_" + MISSING + "\") { id } }")
                .get(query));
    }

    @ParameterizedTest
    @CsvSource({"article, claim", "actor, article", "claim, event", "event, actor"})
    void anIdOfAnotherTypeIsRefused(String query, String prefix) {
        String message = refused("BAD_USER_INPUT", "{ " + query + "(id: \"" + prefix + "_" + MISSING + "\") { id } }");
        assertEquals(
                "id: \"" + prefix + "_" + MISSING + "\" is the id of an object of type " + prefix
                        + ", expected one of type " + query,
                message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "claim",
                "claim_",
                "claim_xyz",
                "claim_81h455vb4pex5vsknk084sn02q",
                "claim_01h455vb4pex5vsknk084sn02u",
                "42"
            })
    void whatIsNoIdIsRefused(String id) {
        assertEquals(
                "id: \"" + id + "\" is not an id",
                refused("BAD_USER_INPUT", "query($id: ID!) { claim(id: $id) { id } }", Map.of("id", id)));
        assertEquals(
                "id: \"" + id + "\" is not an id",
                refused("BAD_USER_INPUT", "query($id: ID!) { node(id: $id) { id } }", Map.of("id", id)));
        assertEquals(
                "ids: \"" + id + "\" is not an id",
                refused("BAD_USER_INPUT", "query($id: ID!) { nodes(ids: [$id]) { id } }", Map.of("id", id)));
    }

    @Test
    void atMostAHundredNodesAtATime() {
        List<String> ids = Collections.nCopies(101, "claim_" + MISSING);
        assertEquals(
                "ids: must hold at most 100 ids, held 101",
                refused("BAD_USER_INPUT", "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", ids)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UA", "ua", "UKR", "ukr", " Ua "})
    void aCountryIsFoundByEitherCodeInAnyCase(String code) {
        JsonPath country = ask(
                "query($c: String!) { country(code: $c) { name alpha2 alpha3 demonym wikidataId country { alpha3 } } }",
                Map.of("c", code));
        assertEquals(
                Map.of(
                        "name",
                        "Ukraine",
                        "alpha2",
                        "UA",
                        "alpha3",
                        "UKR",
                        "demonym",
                        "Ukrainian",
                        "wikidataId",
                        "Q212",
                        "country",
                        Map.of("alpha3", "UKR")),
                country.getMap("country"));
    }

    @Test
    void anUnknownCountryCodeIsRefusedWhereverItStands() {
        String wrong = "\"ZZ\" is not an ISO 3166-1 alpha-2 or alpha-3 code of a country";
        assertEquals("code: " + wrong, refused("BAD_USER_INPUT", "{ country(code: \"ZZ\") { name } }"));
        assertEquals(
                "filter.speakerCountry: " + wrong,
                refused("BAD_USER_INPUT", "{ claims(filter: {speakerCountry: [\"ZZ\"]}) { nodes { id } } }"));
        assertEquals(
                "filter.or.speakerCountry: " + wrong,
                refused("BAD_USER_INPUT", "{ claims(filter: {or: [{speakerCountry: [\"ZZ\"]}]}) { nodes { id } } }"));
        assertEquals(
                "filter.country: " + wrong,
                refused("BAD_USER_INPUT", "{ events(filter: {country: [\"ZZ\"]}) { nodes { id } } }"));
        assertEquals(
                "filter.country: " + wrong,
                refused("BAD_USER_INPUT", "{ actors(filter: {country: [\"ZZ\"]}) { nodes { id } } }"));
    }

    @Test
    void aRangeMustNotEndBeforeItBegins() {
        String range = "{from: \"2025-02-02\", to: \"2025-02-01\"}";
        assertEquals(
                "filter.saidOn.from: must not be after filter.saidOn.to: 2025-02-02 is after 2025-02-01",
                refused("BAD_USER_INPUT", "{ claims(filter: {saidOn: " + range + "}) { nodes { id } } }"));
        assertEquals(
                "filter.date.from: must not be after filter.date.to: 2025-02-02 is after 2025-02-01",
                refused("BAD_USER_INPUT", "{ events(filter: {date: " + range + "}) { nodes { id } } }"));
        assertTrue(refused(
                        "BAD_USER_INPUT",
                        "{ articles(filter: {publishedAt: {from: \"2025-02-02T00:00:00Z\", to: \"2025-02-01T00:00:00Z\"}}) { nodes { id } } }")
                .startsWith("filter.publishedAt.from: must not be after filter.publishedAt.to"));
    }

    /** An article with three claims that differ in everything that claims can be filtered by. */
    private record Filtered(
            String publisher, String article, String ada, String ben, String event, List<String> claims) {
        String only(String condition) {
            return "{article: \"" + article + "\", " + condition + "}";
        }
    }

    private static Filtered filtered() {
        String ada =
                person(unique("Ada Filter"), "wikidataId", "Q9" + System.nanoTime() % 100_000_000, "country", "UA");
        String ben = person(
                unique("Ben Filter"),
                "affiliations",
                List.of(input("title", "Minister", "country", "US", "from", "2020-01-01")));
        String event = change("recordEvent", "event { id }", input("type", "CONSULT", "title", unique("Talks")))
                .getString("event.id");
        JsonPath stored = change(
                "submitArticle",
                "article { id publisher { id } }",
                article("Peace now. War is near. Nothing to say. " + unique("x")));
        String article = stored.getString("article.id");
        String first = record(with(
                claim(article, 0, 10),
                "speaker",
                ada,
                "kind",
                "DIRECT",
                "act",
                "APPEAL",
                "saidOn",
                "2025-01-10",
                "confidence",
                0.9,
                "events",
                List.of(event)));
        String second = record(with(
                claim(article, 11, 23),
                "speaker",
                ben,
                "addressee",
                ada,
                "kind",
                "INDIRECT",
                "act",
                "PREDICT_BAD",
                "saidOn",
                "2025-02-10",
                "confidence",
                0.5));
        String third =
                record(with(claim(article, 24, 39), "kind", "MIXED", "act", "DECLINE_COMMENT", "confidence", 0.2));
        return new Filtered(
                stored.getString("article.publisher.id"), article, ada, ben, event, List.of(first, second, third));
    }

    private static void shows(Filtered data, String condition, Integer... claims) {
        List<String> shown = ask("{ claims(filter: " + data.only(condition) + ") { nodes { id } totalCount } }")
                .getList("claims.nodes.id");
        assertEquals(
                new TreeSet<>(Arrays.stream(claims).map(data.claims::get).toList()), new TreeSet<>(shown), condition);
    }

    @Test
    void claimsAreFilteredByEachCondition() {
        Filtered data = filtered();
        shows(data, "speaker: [\"" + data.ada + "\"]", 0);
        shows(data, "speaker: [\"" + data.ada + "\", \"" + data.ben + "\"]", 0, 1);
        shows(data, "speaker: []");
        shows(data, "addressee: [\"" + data.ada + "\"]", 1);
        shows(data, "speakerCountry: [\"ua\"]", 0);
        shows(data, "speakerCountry: [\"USA\", \"UKR\"]", 0, 1);
        shows(data, "publisher: [\"" + data.publisher + "\"]", 0, 1, 2);
        shows(data, "publisher: [\"" + data.ada + "\"]");
        shows(data, "event: \"" + data.event + "\"", 0);
        shows(data, "saidOn: {from: \"2025-01-10\", to: \"2025-01-10\"}", 0);
        shows(data, "saidOn: {from: \"2025-01-11\"}", 1);
        shows(data, "saidOn: {to: \"2025-01-09\"}");
        shows(data, "kind: [DIRECT, MIXED]", 0, 2);
        shows(data, "act: [DECLINE_COMMENT]", 2);
        shows(data, "text: \"wAr\"", 1);
        shows(data, "text: \"%\"");
        shows(data, "text: \"_\"");
        shows(data, "text: \"' or 1=1 --\"");
        shows(data, "minConfidence: 0.5", 0, 1);
        shows(data, "review: [EXTRACTED]", 0, 1, 2);
        shows(data, "review: [CONFIRMED]");
        shows(data, "updatedSince: \"2000-01-01T00:00:00Z\"", 0, 1, 2);
        shows(data, "updatedSince: \"2999-01-01T00:00:00Z\"");
        String item = ask("{ actor(id: \"" + data.ada + "\") { wikidataId } }").getString("actor.wikidataId");
        shows(data, "speakerWikidataId: [\"" + item + "\"]", 0);
    }

    @Test
    void filtersAreCombined() {
        Filtered data = filtered();
        shows(data, "kind: [DIRECT], act: [PREDICT_BAD]");
        shows(data, "or: [{kind: [DIRECT]}, {act: [PREDICT_BAD]}]", 0, 1);
        shows(data, "and: [{minConfidence: 0.3}, {not: {kind: [DIRECT]}}]", 1);
        // What has no speaker is not said by Ada either.
        shows(data, "not: {speaker: [\"" + data.ada + "\"]}", 1, 2);
        shows(data, "not: {saidOn: {from: \"2025-02-01\"}}", 0, 2);
        shows(data, "or: []");
    }

    @Test
    void filtersThatAreTooLargeOrWrongAreRefused() {
        assertEquals(
                "filter.minConfidence: must be between 0 and 1, was 1.5",
                refused("BAD_USER_INPUT", "{ claims(filter: {minConfidence: 1.5}) { nodes { id } } }"));
        String deep = "{not: ".repeat(6) + "{}" + "}".repeat(6);
        assertEquals(
                "filter: filters must not be nested deeper than 5",
                refused("BAD_USER_INPUT", "{ claims(filter: " + deep + ") { nodes { id } } }"));
        String wide = "{or: [" + "{kind: [DIRECT]}, ".repeat(60) + "]}";
        assertEquals(
                "filter: must hold at most 50 filters",
                refused("BAD_USER_INPUT", "{ claims(filter: " + wide + ") { nodes { id } } }"));
        assertEquals(
                "filter.article: \"x\" is not an id",
                refused("BAD_USER_INPUT", "{ claims(filter: {article: \"x\"}) { nodes { id } } }"));
        assertEquals(
                "text: must not contain U+0000 or half of a surrogate pair",
                refused(
                        "BAD_USER_INPUT",
                        "query($t: String) { claims(filter: {text: $t}) { nodes { id } } }",
                        Map.of("t", "a\u0000b")));
        assertEquals(
                "date: must be between 0001-01-01 and 9999-12-31",
                refused("BAD_USER_INPUT", "{ claims(filter: {saidOn: {from: \"+12345-01-01\"}}) { nodes { id } } }"));
    }

    @Test
    void articlesActorsAndEventsAreFiltered() {
        String word = unique("Kaleidoscope");
        String other = unique("Periscope");
        JsonPath stored = change(
                "submitArticle",
                "article { id url publisher { id } }",
                with(article("About " + word), "language", "uk", "publishedAt", "2024-05-05T10:00:00Z"));
        String id = stored.getString("article.id");
        for (String filter : List.of(
                "text: \"" + word.toUpperCase() + "\"",
                "publisher: [\"" + stored.getString("article.publisher.id") + "\"]",
                "url: \"" + stored.getString("article.url") + "\"",
                "text: \"" + word + "\", language: [\"uk\"]",
                "text: \"" + word
                        + "\", publishedAt: {from: \"2024-05-05T10:00:00Z\", to: \"2024-05-05T10:00:01Z\"}")) {
            assertEquals(
                    List.of(id),
                    ask("{ articles(filter: {" + filter + "}) { nodes { id } } }")
                            .getList("articles.nodes.id"),
                    filter);
        }
        assertEquals(
                0,
                ask("{ articles(filter: {text: \"" + word
                                + "\", publishedAt: {to: \"2024-05-05T10:00:00Z\"}}) { totalCount } }")
                        .getInt("articles.totalCount"));
        String person = person(word, "aliases", List.of(other), "country", "MT");
        for (String filter : List.of(
                "text: \"" + word + "\"",
                "text: \"" + other.toLowerCase() + "\"",
                "type: [PERSON], country: [\"MLT\"], text: \"" + word + "\"")) {
            assertEquals(
                    List.of(person),
                    ask("{ actors(filter: {" + filter + "}) { nodes { id } } }").getList("actors.nodes.id"),
                    filter);
        }
        assertEquals(
                0,
                ask("{ actors(filter: {text: \"" + word + "\", type: [GROUP]}) { totalCount } }")
                        .getInt("actors.totalCount"));
        String event = change(
                        "recordEvent",
                        "event { id }",
                        input(
                                "type",
                                "AID",
                                "title",
                                word,
                                "date",
                                "2024-05-05",
                                "country",
                                "MT",
                                "participants",
                                List.of(input("actor", person, "role", "TARGET"))))
                .getString("event.id");
        for (String filter : List.of(
                "text: \"" + word + "\"",
                "participant: [\"" + person + "\"]",
                "type: [AID], country: [\"mlt\"], date: {from: \"2024-05-05\", to: \"2024-05-05\"}, text: \"" + word
                        + "\"")) {
            assertEquals(
                    List.of(event),
                    ask("{ events(filter: {" + filter + "}) { nodes { id } } }").getList("events.nodes.id"),
                    filter);
        }
        assertEquals(
                0,
                ask("{ events(filter: {text: \"" + word + "\", type: [SANCTION]}) { totalCount } }")
                        .getInt("events.totalCount"));
    }

    @Test
    void everyLinkCanBeFollowedBothWays() {
        Filtered data = filtered();
        String reply = record(with(
                claim(store("A reply. " + unique("x")), 0, 7), "speaker", data.ben, "repliesTo", data.claims.get(0)));
        JsonPath down = ask("""
        query($id: ID!) { article(id: $id) {
          publisher { articles { nodes { id } } }
          events { nodes { id articles { nodes { id } } claims { nodes { id } } } }
          claims(first: 1) { nodes {
            speaker { id country { alpha3 } events { nodes { id } } claims { nodes { id article { id } } } }
            country { alpha3 claims(first: 100, filter: {article: $id}) { nodes { id } } }
            replies { nodes { id repliesTo { id } } }
            links(direction: INCOMING) { nodes { type from { id } to { id } } }
            both: links(types: [REPLIES_TO]) { totalCount } } } } }""", Map.of("id", data.article));
        String first = data.claims.get(0);
        assertEquals(List.of(data.article), down.getList("article.publisher.articles.nodes.id"));
        assertEquals(List.of(data.event), down.getList("article.events.nodes.id"));
        assertEquals(List.of(List.of(data.article)), down.getList("article.events.nodes.articles.nodes.id"));
        assertEquals(List.of(List.of(first)), down.getList("article.events.nodes.claims.nodes.id"));
        assertEquals(data.ada, down.getString("article.claims.nodes[0].speaker.id"));
        assertEquals("UKR", down.getString("article.claims.nodes[0].speaker.country.alpha3"));
        assertEquals(List.of(first), down.getList("article.claims.nodes[0].speaker.claims.nodes.id"));
        assertTrue(
                down.getList("article.claims.nodes[0].country.claims.nodes.id").contains(first));
        assertEquals(List.of(reply), down.getList("article.claims.nodes[0].replies.nodes.id"));
        assertEquals(List.of(first), down.getList("article.claims.nodes[0].replies.nodes.repliesTo.id"));
        assertEquals(List.of(reply), down.getList("article.claims.nodes[0].links.nodes.from.id"));
        assertEquals(1, down.getInt("article.claims.nodes[0].both.totalCount"));
        JsonPath office = ask("""
        query($id: ID!) { actor(id: $id) { affiliations(on: "2024-01-01") { title country { alpha3
          officeHolders(first: 100) { nodes { actor { id } } } } } before: affiliations(on: "2019-12-31") { title }
          claims { nodes { capacity { title actor { id } } } } } }""", Map.of("id", data.ben));
        assertEquals("USA", office.getString("actor.affiliations[0].country.alpha3"));
        assertTrue(office.getList("actor.affiliations[0].country.officeHolders.nodes.actor.id")
                .contains(data.ben));
        assertEquals(List.of(), office.getList("actor.before"));
        assertTrue(office.getList("actor.claims.nodes.capacity.title").contains("Minister"));
    }

    @Test
    void theCountrySpokenForFollowsTheOfficeOnTheDay() {
        String who = person(
                unique("Office Changer"),
                "country",
                "FR",
                "affiliations",
                List.of(
                        input("title", "Prime Minister", "country", "NL", "from", "2010-01-01", "until", "2024-06-30"),
                        input("title", "Secretary General", "from", "2024-10-01")));
        String article = store("abcde ".repeat(4) + unique("x"));
        int at = 0;
        for (String day : List.of("2024-06-30", "2024-08-01", "2025-01-01")) {
            record(with(claim(article, at, at + 5), "speaker", who, "saidOn", day));
            at += 6;
        }
        JsonPath claims = ask(
                "query($id: ID!) { article(id: $id) { claims { nodes { capacity { title } country { alpha3 } } } } }",
                Map.of("id", article));
        assertEquals(
                Arrays.asList(Map.of("title", "Prime Minister"), null, Map.of("title", "Secretary General")),
                claims.getList("article.claims.nodes.capacity"));
        assertEquals(
                Arrays.asList(Map.of("alpha3", "NLD"), Map.of("alpha3", "FRA"), null),
                claims.getList("article.claims.nodes.country"));
    }

    @Test
    void claimsAreCountedOverTime() {
        Filtered data = filtered();
        String filter = "filter: {article: \"" + data.article + "\"}";
        JsonPath months = ask("{ claimCounts(" + filter + ", per: MONTH) { from count } }");
        assertEquals(Arrays.asList("2025-01-01", "2025-02-01", null), months.getList("claimCounts.from"));
        assertEquals(List.of(1, 1, 1), months.getList("claimCounts.count"));
        assertEquals(
                Arrays.asList("2025-01-06", "2025-02-10", null),
                ask("{ claimCounts(" + filter + ", per: WEEK) { from } }").getList("claimCounts.from"));
        assertEquals(
                Arrays.asList("2025-01-10", "2025-02-10", null),
                ask("{ claimCounts(" + filter + ", per: DAY) { from } }").getList("claimCounts.from"));
        JsonPath years = ask("{ claimCounts(" + filter + ", per: YEAR) { from count } }");
        assertEquals(Arrays.asList("2025-01-01", null), years.getList("claimCounts.from"));
        assertEquals(List.of(2, 1), years.getList("claimCounts.count"));
        assertEquals(
                new TreeSet<>(List.of(data.ada, data.ben)),
                new TreeSet<>(ask("{ claimCounts(filter: " + data.only("saidOn: {from: \"2025-01-01\"}")
                                + ", per: YEAR, by: SPEAKER) { actor { id } } }")
                        .<String>getList("claimCounts.actor.id")));
        assertEquals(
                new TreeSet<>(List.of("USA", "UKR")),
                new TreeSet<>(ask("{ claimCounts(filter: " + data.only("saidOn: {from: \"2025-01-01\"}")
                                + ", per: YEAR, by: COUNTRY) { actor { ... on Country { alpha3 } } } }")
                        .<String>getList("claimCounts.actor.alpha3")));
        assertEquals(
                3,
                ask("{ claimCounts(" + filter + ", per: DAY, by: KIND) { kind count } }")
                        .getList("claimCounts.kind")
                        .size());
        assertEquals(
                new TreeSet<>(List.of("APPEAL", "PREDICT_BAD", "DECLINE_COMMENT")),
                new TreeSet<>(ask("{ claimCounts(" + filter + ", per: DAY, by: ACT) { act } }")
                        .<String>getList("claimCounts.act")));
        JsonPath publishers = ask("{ claimCounts(" + filter + ", per: YEAR, by: PUBLISHER) { count actor { id } } }");
        assertEquals(List.of(data.publisher, data.publisher), publishers.getList("claimCounts.actor.id"));
    }

    @Test
    void aSearchFindsEveryKindOfRecordAndCanBeNarrowed() {
        String word = "Quixotry" + System.nanoTime();
        String article = store("On " + word + " and more.");
        String claim = record(claim(article, 0, 3 + word.length()));
        String person = person(unique(word));
        String event = change("recordEvent", "event { id }", input("type", "PROTEST", "title", "March for " + word))
                .getString("event.id");
        String ids =
                "nodes { __typename ... on Article { id } ... on Claim { id } ... on Person { id } ... on Event { id } }";
        JsonPath all = ask(
                "query($q: String!) { search(query: $q) { totalCount " + ids + " } }", Map.of("q", word.toLowerCase()));
        assertEquals(
                new TreeSet<>(List.of(article, claim, person, event)),
                new TreeSet<>(all.<String>getList("search.nodes.id")));
        assertEquals(4, all.getInt("search.totalCount"));
        assertEquals(
                List.of(event),
                ask(
                                "query($q: String!) { search(query: $q, types: [EVENT]) { " + ids + " } }",
                                Map.of("q", "march " + word))
                        .getList("search.nodes.id"));
        assertEquals("query: must not be empty", refused("BAD_USER_INPUT", "{ search(query: \"  \") { totalCount } }"));
        assertEquals(
                "query: must be at most 200 characters long, was 201",
                refused(
                        "BAD_USER_INPUT",
                        "query($q: String!) { search(query: $q) { totalCount } }",
                        Map.of("q", "x".repeat(201))));
        assertEquals(
                "query: must be at most 10 words, was 11",
                refused(
                        "BAD_USER_INPUT",
                        "query($q: String!) { search(query: $q) { totalCount } }",
                        Map.of("q", "x ".repeat(11))));
    }

    /** A text in which there is nothing to look for finds nothing, whatever is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!", "?", "%", "\\", "_", "!!", "' \"", "’", "¿¡", "🏃", "\u0301"})
    void aTextWithoutLettersOrDigitsFindsNothing(String text) {
        String body = "Odd ! ? % \\ _ !! ' \" ’ ¿¡ 🏃 e\u0301 marks " + System.nanoTime();
        String article = change("submitArticle", "article { id }", with(article(body), "headline", body))
                .getString("article.id");
        record(claim(article, 0, body.length()));
        person(body);
        change("recordEvent", "event { id }", input("type", "PROTEST", "title", body, "place", body));
        JsonPath found = ask(
                "query($t: String!) { actors(filter: {text: $t}) { totalCount nodes { id } } articles(filter: {text: $t}) { totalCount nodes { id } } "
                        + "claims(filter: {text: $t}) { totalCount nodes { id } } events(filter: {text: $t}) { totalCount nodes { id } } }",
                Map.of("t", text));
        for (String list : List.of("actors", "articles", "claims", "events")) {
            assertEquals(0, found.getInt(list + ".totalCount"), list);
            assertEquals(List.of(), found.getList(list + ".nodes"), list);
        }
        if (!text.isBlank()) {
            JsonPath search = ask(
                    "query($q: String!) { search(query: $q) { totalCount nodes { __typename } } }", Map.of("q", text));
            assertEquals(0, search.getInt("search.totalCount"));
            assertEquals(List.of(), search.getList("search.nodes"));
            // Beside a word, it is none.
            assertEquals(
                    4,
                    ask(
                                    "query($q: String!) { search(query: $q) { totalCount } }",
                                    Map.of("q", body.substring(body.lastIndexOf(' ') + 1) + " " + text))
                            .getInt("search.totalCount"));
        }
    }

    @Test
    void anOrderDirectionOfNullIsTheDefault() {
        ask("{ claims(orderBy: {field: SAID_ON, direction: null}) { nodes { id } } }");
    }
}
