package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that is stored has an id by which it is found again, the same however it is reached. */
@QuarkusTest
class NodeTest extends ApiTest {

    private static final String BODY =
            "The foreign minister met his counterpart in Ankara on Monday. \u201cWe will answer,\u201d Kremlin spokesman Dmitry Peskov told reporters. "
                    + "Marco Rubio said that the talks in Ankara would go on. Russian troops attacked Kharkiv on Tuesday. ";

    @Test
    void whatHangsOnRecordsIsFoundByItsId() {
        String person = person(
                unique("Posted Person"), "affiliations", List.of(input("title", "Minister", "from", "2020-01-01")));
        String article = change("submitArticle", "article { id }", with(article(BODY + unique("x")), "extract", true))
                .getString("article.id");
        String event = change(
                        "recordEvent",
                        "event { id }",
                        input(
                                "type",
                                "CONSULT",
                                "title",
                                unique("Talks"),
                                "participants",
                                List.of(input("actor", person, "role", "HOST"))))
                .getString("event.id");
        JsonPath all = ask("""
        query($article: ID!, $person: ID!, $event: ID!) {
          article(id: $article) { claims { nodes { id evidence { id exact } attribution { id rule candidates { id score } } history { nodes { id action at } } } }
            events { nodes { id mentions { id exact } participants { id role } } } }
          actor(id: $person) { affiliations { id title } }
          event(id: $event) { participants { id role } }
        }""", Map.of("article", article, "person", person, "event", event));
        found("evidence", "Evidence", "exact", all, "article.claims.nodes.evidence.flatten()");
        found("attribution", "Attribution", "rule", all, "article.claims.nodes.attribution");
        found("candidate", "Candidate", "score", all, "article.claims.nodes.attribution.candidates.flatten()");
        found("change", "Change", "action", all, "article.claims.nodes.history.nodes.flatten()");
        found("mention", "EventMention", "exact", all, "article.events.nodes.mentions.flatten()");
        found("participant", "Participant", "role", all, "event.participants");
        found("affiliation", "Affiliation", "title", all, "actor.affiliations");
        String claim = all.getString("article.claims.nodes[0].id");
        assertEquals(
                claim.substring("claim".length()),
                all.getString("article.claims.nodes[0].attribution.id").substring("attribution".length()));
    }

    private static void found(String prefix, String type, String field, JsonPath all, String path) {
        List<Map<String, Object>> things = all.getList(path);
        assertFalse(things.isEmpty(), path);
        List<Object> ids = things.stream().map(thing -> thing.get("id")).toList();
        assertEquals(ids.size(), ids.stream().distinct().count(), path);
        ids.forEach(id -> assertEquals(prefix + "_", ((String) id).substring(0, prefix.length() + 1)));
        JsonPath nodes = ask(
                "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on " + type + " { " + field + " } } }",
                Map.of("ids", ids));
        assertEquals(ids, nodes.getList("nodes.id"));
        assertEquals(
                List.of(type),
                nodes.getList("nodes.__typename").stream().distinct().toList());
        assertEquals(things.stream().map(thing -> thing.get(field)).toList(), nodes.getList("nodes." + field));
    }

    @Test
    void links() {
        String person =
                person(unique("Linked Person"), "affiliations", List.of(input("title", "Minister", "country", "MT")));
        String post = ask("query($id: ID!) { actor(id: $id) { affiliations { id } } }", Map.of("id", person))
                .getString("actor.affiliations[0].id");
        JsonPath node = ask(
                "query($id: ID!) { node(id: $id) { ... on Affiliation { actor { id } country { alpha3 } organization { id } } } }",
                Map.of("id", post));
        assertEquals(person, node.getString("node.actor.id"));
        assertEquals("MLT", node.getString("node.country.alpha3"));
    }

    @Test
    void anIdThatNamesNothingGivesNull() {
        for (String prefix :
                List.of("evidence", "attribution", "candidate", "change", "mention", "participant", "affiliation")) {
            assertNull(ask(
                            "query($id: ID!) { node(id: $id) { id } }",
                            Map.of("id", prefix + "_01h455vb4pex5vsknk084sn02q"))
                    .get("node"));
        }
    }
}
