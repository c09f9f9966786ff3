package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections: every item once, in order, in both directions, whatever the page's size. */
@QuarkusTest
class PaginationTest extends ApiTest {

    private static final String PAGE =
            "nodes { id } edges { cursor node { id } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

    @ParameterizedTest
    @CsvSource({
        "SAID_ON, DESC, 3",
        "SAID_ON, ASC, 3",
        "SAID_ON, ASC, 7",
        "SAID_ON, DESC, 100",
        "RECORDED_AT, ASC, 2",
        "UPDATED_AT, DESC, 4",
        "CONFIDENCE, ASC, 3",
        "CONFIDENCE, DESC, 1",
        "POSITION, ASC, 3",
        "POSITION, DESC, 2"
    })
    void walksThroughAllClaimsForwardAndBackward(String field, String direction, int size) {
        List<String> ids = articleWithClaims(7);
        String order = "orderBy: {field: " + field + ", direction: " + direction + "}";
        String root = "claims(filter: {article: \"" + ids.get(0) + "\"}, " + order;
        List<String> forward = walk(root, true, size);
        List<String> backward = walk(root, false, size);
        Collections.reverse(backward);
        assertEquals(forward, backward);
        assertEquals(new TreeSet<>(ids.subList(1, 8)), new TreeSet<>(forward));
        if (!field.equals("CONFIDENCE")) {
            List<String> expected = new ArrayList<>(ids.subList(1, 8));
            if (direction.equals("DESC")) {
                Collections.reverse(expected);
            }
            assertEquals(expected, forward);
        }
    }

    /** Walks a list to its end; backward gives the items from the list's end on. */
    private static List<String> walk(String list, boolean forward, int size) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < 50; page++) {
            String bounds = (forward ? ", first: " : ", last: ")
                    + size
                    + (cursor == null ? "" : (forward ? ", after: \"" : ", before: \"") + cursor + "\"");
            JsonPath answer = ask("{ list: " + list + bounds + ") { " + PAGE + " } }");
            List<String> ids = new ArrayList<>(answer.<String>getList("list.nodes.id"));
            assertEquals(ids, answer.getList("list.edges.node.id"));
            assertEquals(7, answer.getInt("list.totalCount"));
            assertEquals(answer.getList("list.edges.cursor").get(0), answer.getString("list.pageInfo.startCursor"));
            assertEquals(
                    cursor != null,
                    answer.getBoolean("list.pageInfo." + (forward ? "hasPreviousPage" : "hasNextPage")));
            if (!forward) {
                Collections.reverse(ids);
            }
            seen.addAll(ids);
            if (!answer.getBoolean("list.pageInfo." + (forward ? "hasNextPage" : "hasPreviousPage"))) {
                return seen;
            }
            cursor = answer.getString("list.pageInfo." + (forward ? "endCursor" : "startCursor"));
        }
        throw new AssertionError("the list has no end");
    }

    @Test
    void neitherRepeatsNorSkipsWhileClaimsAreAdded() {
        String article = store("abcde ".repeat(10) + unique(""));
        List<String> before = new ArrayList<>();
        for (int i : new int[] {2, 4, 6, 8}) {
            before.add(record(claim(article, i * 6, i * 6 + 5)));
        }
        String query =
                "query($id: ID!, $after: String) { article(id: $id) { claims(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } } }";
        JsonPath first = ask(query, Map.of("id", article));
        record(claim(article, 0, 5));
        String late = record(claim(article, 7 * 6, 7 * 6 + 5));
        JsonPath second =
                ask(query, Map.of("id", article, "after", first.getString("article.claims.pageInfo.endCursor")));
        assertEquals(before.subList(0, 2), first.getList("article.claims.nodes.id"));
        assertEquals(List.of(before.get(2), late), second.getList("article.claims.nodes.id"));
    }

    @Test
    void boundsOnBothSidesGiveWhatIsBetween() {
        List<String> ids = articleWithClaims(6);
        List<String> cursors = ask(
                        "query($id: ID!) { article(id: $id) { claims { edges { cursor } } } }",
                        Map.of("id", ids.get(0)))
                .getList("article.claims.edges.cursor");
        String query =
                "query($id: ID!, $a: String, $b: String) { article(id: $id) { claims(after: $a, before: $b) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } } }";
        JsonPath between = ask(query, Map.of("id", ids.get(0), "a", cursors.get(0), "b", cursors.get(4)));
        assertEquals(ids.subList(2, 5), between.getList("article.claims.nodes.id"));
    }

    @Test
    void nestedListsArePagedForEachParent() {
        List<String> one = articleWithClaims(4);
        List<String> other = articleWithClaims(2);
        JsonPath answer = ask("""
        query($ids: [ID!]!) { nodes(ids: $ids) { ... on Article {
          three: claims(first: 3) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage } }
          last: claims(last: 1) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage } } } } }""", Map.of("ids", List.of(one.get(0), other.get(0))));
        assertEquals(one.subList(1, 4), answer.getList("nodes[0].three.nodes.id"));
        assertEquals(other.subList(1, 3), answer.getList("nodes[1].three.nodes.id"));
        assertEquals(List.of(4, 2), answer.getList("nodes.three.totalCount"));
        assertEquals(List.of(true, false), answer.getList("nodes.three.pageInfo.hasNextPage"));
        assertEquals(List.of(one.get(4)), answer.getList("nodes[0].last.nodes.id"));
        assertEquals(List.of(other.get(2)), answer.getList("nodes[1].last.nodes.id"));
        assertEquals(List.of(true, true), answer.getList("nodes.last.pageInfo.hasPreviousPage"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles", "actors", "claims", "events"})
    void everyRootListGoesOnWhereItsCursorStands(String list) {
        articleWithClaims(2);
        articleWithClaims(1);
        for (int i = 0; i < 3; i++) {
            change("recordEvent", "event { id }", input("type", "CONSULT", "title", unique("A meeting")));
        }
        JsonPath first = ask("{ " + list + "(first: 2) { nodes { id } pageInfo { endCursor hasNextPage } } }");
        JsonPath second = ask(
                "query($c: String) { " + list + "(first: 1, after: $c) { nodes { id } pageInfo { startCursor } } }",
                Map.of("c", first.getString(list + ".pageInfo.endCursor")));
        JsonPath back = ask(
                "query($c: String) { " + list + "(last: 2, before: $c) { nodes { id } } }",
                Map.of("c", second.getString(list + ".pageInfo.startCursor")));
        assertTrue(first.getBoolean(list + ".pageInfo.hasNextPage"));
        assertFalse(first.getList(list + ".nodes.id")
                .contains(second.getList(list + ".nodes.id").get(0)));
        assertEquals(first.getList(list + ".nodes.id"), back.getList(list + ".nodes.id"));
    }

    @Test
    void twentyItemsWhereNothingIsAskedFor() {
        List<String> ids = articleWithClaims(22);
        JsonPath answer =
                ask("query($id: ID!) { article(id: $id) { claims { nodes { id } } } }", Map.of("id", ids.get(0)));
        assertEquals(ids.subList(1, 21), answer.getList("article.claims.nodes.id"));
    }

    @Test
    void searchResultsArePaged() {
        String word = "zeitenwende" + System.nanoTime();
        for (int i = 0; i < 3; i++) {
            person(word + " " + i);
        }
        Set<String> seen = new TreeSet<>();
        String cursor = null;
        for (int i = 0; i < 3; i++) {
            Map<String, Object> variables = new HashMap<>(Map.of("q", word));
            variables.put("after", cursor);
            JsonPath answer = ask(
                    "query($q: String!, $after: String) { search(query: $q, first: 1, after: $after) { totalCount nodes { ... on Person { name } } pageInfo { endCursor hasNextPage } } }",
                    variables);
            assertEquals(3, answer.getInt("search.totalCount"));
            assertEquals(i < 2, answer.getBoolean("search.pageInfo.hasNextPage"));
            seen.addAll(answer.getList("search.nodes.name"));
            cursor = answer.getString("search.pageInfo.endCursor");
        }
        assertEquals(3, seen.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first: 0 | first: must be between 1 and 100, was 0",
                "first: 101 | first: must be between 1 and 100, was 101",
                "last: 0 | last: must be between 1 and 100, was 0",
                "last: -1 | last: must be between 1 and 100, was -1",
                "first: 1, last: 1 | last: cannot be given together with first",
                "after: \"\" | after: is not a cursor; take it from pageInfo or an edge of this list",
                "after: \"rubbish\" | after: is not a cursor; take it from pageInfo or an edge of this list",
                "before: \"###\" | before: is not a cursor; take it from pageInfo or an edge of this list"
            })
    void wrongBoundsAreRefusedByName(String bounds, String message) {
        for (String list : List.of("claims", "articles", "actors", "events")) {
            assertEquals(message, refused("BAD_USER_INPUT", "{ " + list + "(" + bounds + ") { nodes { id } } }"));
        }
        String article = store(unique("A body"));
        assertEquals(
                message,
                refused(
                        "BAD_USER_INPUT",
                        "{ article(id: \"" + article + "\") { claims(" + bounds + ") { nodes { id } } } }"));
    }

    @Test
    void aCursorOfAnotherListOrOrderIsRefused() {
        List<String> ids = articleWithClaims(2);
        String ofArticles =
                ask("{ articles(first: 1) { pageInfo { endCursor } } }").getString("articles.pageInfo.endCursor");
        String ofClaims = ask("{ claims(first: 1) { pageInfo { endCursor } } }").getString("claims.pageInfo.endCursor");
        String message = "after: is a cursor of another list or of another order than this one";
        assertEquals(
                message,
                refused(
                        "BAD_USER_INPUT",
                        "query($c: String) { claims(after: $c) { nodes { id } } }",
                        Map.of("c", ofArticles)));
        assertEquals(
                message,
                refused(
                        "BAD_USER_INPUT",
                        "query($c: String) { claims(after: $c, orderBy: {field: RECORDED_AT}) { nodes { id } } }",
                        Map.of("c", ofClaims)));
        assertEquals(
                message,
                refused(
                        "BAD_USER_INPUT",
                        "query($c: String, $id: ID!) { article(id: $id) { claims(after: $c) { nodes { id } } } }",
                        Map.of("c", ofClaims, "id", ids.get(0))));
    }
}
