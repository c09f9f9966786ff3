package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.graph.node.TypeId;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;
import org.rostrum.store.tx.BeforeCommit;
import org.rostrum.store.tx.TransactionRunner;

/** Live updates over graphql-transport-ws. */
@QuarkusTest
@TestProfile(SubscriptionsTest.Impatient.class)
class SubscriptionsTest extends ApiTest {

    private static final String RECORDED =
            "subscription($filter: ClaimFilter, $after: String) { claimRecorded(filter: $filter, after: $after) { id text speaker { name } article { headline } } }";
    private static final String CHANGED =
            "subscription($filter: ClaimFilter, $after: String) { claimChanged(filter: $filter, after: $after) { action at by claimId cursor claim { id review } fields { field before after } } }";

    /** A server that does not wait long for slow clients. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rostrum.limits.slow-subscriber", "1s", "rostrum.limits.subscriptions", "5");
        }
    }

    @Inject
    ChangeLog history;

    @Inject
    TransactionRunner writes;

    private static String now() {
        return ask("{ claims(last: 1, orderBy: {field: UPDATED_AT, direction: ASC}) { pageInfo { endCursor } } }")
                .getString("claims.pageInfo.endCursor");
    }

    @Test
    void aRecordedClaimIsAnnouncedOnceToThoseWhoWantIt() {
        String wanted = person(unique("Wanted Speaker"));
        articleWithClaims(1);
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("a", RECORDED, Map.of("filter", Map.of("speaker", List.of(wanted)), "after", now()));
            articleWithClaims(2);
            String claim = articleWithClaims(1, "speaker", wanted).get(1);
            change("reviewClaim", "claim { id }", input("claimId", claim, "review", "CONFIRMED"));
            JsonPath event = socket.expect("next");
            assertEquals("a", event.getString("id"));
            assertEquals(claim, event.getString("payload.data.claimRecorded.id"));
            assertEquals("A headline", event.getString("payload.data.claimRecorded.article.headline"));
            assertNull(socket.next(500));
            socket.send("complete", "a", null);
            articleWithClaims(1, "speaker", wanted);
            assertNull(socket.next(500));
        }
    }

    @Test
    void withoutACursorASubscriptionBeginsNow() throws Exception {
        String claim = articleWithClaims(1).get(1);
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("a", RECORDED, Map.of());
            // A query on the same connection is answered after the subscription was opened, or nearly so.
            Thread.sleep(500);
            String next = articleWithClaims(1).get(1);
            String heard = socket.expect("next").getString("payload.data.claimRecorded.id");
            assertNotEquals(claim, heard);
            assertEquals(next, heard);
        }
    }

    @Test
    void everyChangeOfAClaimIsAnnouncedInItsOrder() {
        List<String> ids = articleWithClaims(2);
        String start = now();
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("c", CHANGED, Map.of("after", start));
            change("reviewClaim", "claim { id }", input("claimId", ids.get(1), "review", "REJECTED"));
            change(
                    "linkClaims",
                    "link { id }",
                    input("fromClaimId", ids.get(1), "toClaimId", ids.get(2), "type", "DISPUTES"));
            change("deleteArticle", "deletedArticleId", input("articleId", ids.get(0)));
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                JsonPath event = socket.expect("next").setRootPath("payload.data.claimChanged");
                assertEquals("tester", event.getString("by"));
                seen.add(event.getString("action") + " " + ids.indexOf(event.getString("claimId")));
                if (event.getString("action").equals("DELETED")) {
                    assertNull(event.get("claim"));
                }
            }
            assertEquals("REVIEWED 1", seen.get(0));
            assertEquals(Set.of("LINKED 1", "LINKED 2"), new HashSet<>(seen.subList(1, 3)));
            assertEquals(Set.of("DELETED 1", "DELETED 2"), new HashSet<>(seen.subList(3, 5)));
        }
    }

    @Test
    void nothingIsLostBetweenTwoConnectionsWhileManyWrite() throws Exception {
        articleWithClaims(1);
        String after = now();
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> written = IntStream.range(0, 12)
                    .mapToObj(i -> writers.submit(() -> articleWithClaims(5)))
                    .toList();
            List<String> heard = new ArrayList<>();
            // Connects again after every few events, wherever they end.
            while (heard.size() < 60) {
                try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
                    socket.subscribe("r", RECORDED, Map.of("after", after));
                    for (int i = 0; i < 7 && heard.size() < 60; i++) {
                        JsonPath event = socket.expect("next");
                        heard.add(event.getString("payload.data.claimRecorded.id"));
                        after = event.getString("payload.extensions.cursor");
                    }
                }
            }
            Set<String> all = new HashSet<>();
            for (Future<List<String>> ids : written) {
                all.addAll(ids.get().subList(1, 6));
            }
            assertEquals(60, new HashSet<>(heard).size());
            assertEquals(all, new HashSet<>(heard));
        } finally {
            writers.shutdown();
        }
    }

    @Test
    void aWriteThatIsRolledBackIsNeverAnnounced() {
        String claim = articleWithClaims(1).get(1);
        String after = now();
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("c", CHANGED, Map.of("after", after));
            assertThrows(
                    IllegalStateException.class,
                    () -> QuarkusTransaction.requiringNew().run(() -> {
                        history.note(SubjectType.CLAIM, TypeId.require("id", claim, "claim"), ChangeAction.UPDATED);
                        CDI.current().getBeanManager().getEvent().fire(new BeforeCommit());
                        throw new IllegalStateException("rolled back");
                    }));
            assertNull(socket.next(700));
            writes.run(() -> {
                history.note(SubjectType.CLAIM, TypeId.require("id", claim, "claim"), ChangeAction.UPDATED);
                return null;
            });
            assertEquals(claim, socket.expect("next").getString("payload.data.claimChanged.claimId"));
            assertNull(socket.next(300));
        }
    }

    /**
     * On H2 a commit can be seen before it is on the disk; where it never gets there, as when the disk is full, it will
     * be gone.
     */
    @Test
    void whatIsNotOnTheDiskYetIsNotAnnounced() {
        // PostgreSQL shows no commit before it is on the disk.
        boolean shown = System.getProperty("rostrum.test.database") != null;
        BeanManager beans = CDI.current().getBeanManager();
        String claim = articleWithClaims(1).get(1);
        String after = now();
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("c", CHANGED, Map.of("after", after));
            QuarkusTransaction.requiringNew().run(() -> {
                history.note(SubjectType.CLAIM, TypeId.require("id", claim, "claim"), ChangeAction.UPDATED);
                beans.getEvent().fire(new BeforeCommit());
            });
            beans.getEvent().fire(new TransactionRunner.Durable(null));
            if (shown) {
                assertEquals(claim, socket.expect("next").getString("payload.data.claimChanged.claimId"));
            }
            assertNull(socket.next(700));
            writes.run(() -> {
                history.note(SubjectType.CLAIM, TypeId.require("id", claim, "claim"), ChangeAction.UPDATED);
                return null;
            });
            for (int i = shown ? 1 : 0; i < 2; i++) {
                assertEquals(
                        claim,
                        socket.expect("next").getString("payload.data.claimChanged.claimId"),
                        "what came later is there, so this is too");
            }
        }
    }

    @Test
    void aClientThatDoesNotReadIsToldAndLetGo() throws Exception {
        String article = store("x".repeat(900_000) + unique("y"));
        articleWithClaims(1);
        String after = now();
        for (int i = 0; i < 60; i++) {
            record(claim(article, i * 6, i * 6 + 5));
        }
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.stopReading();
            socket.subscribe(
                    "s",
                    "subscription($after: String) { claimRecorded(after: $after) { id article { body } } }",
                    Map.of("after", after));
            Thread.sleep(6_000);
            socket.readOn();
            int events = 0;
            for (JsonPath message = socket.next(3_000); message != null; message = socket.next(3_000)) {
                if (message.getString("type").equals("next")) {
                    events++;
                } else {
                    assertEquals("SLOW_SUBSCRIBER", message.getString("payload[0].extensions.code"));
                }
            }
            // One batch of at most twenty, of what the connection could take: not all sixty, 54 MB.
            assertTrue(events <= 20, events + " events");
            assertTrue(List.of(-1, 1006, 1013).contains(socket.closeCode()));
        }
        // Others are served as before.
        ask("{ claims(first: 1) { nodes { id } } }");
    }

    @Test
    void aClientThatAsksOnWithoutReadingIsNotReadFrom() throws Exception {
        String article = store("x".repeat(900_000) + unique("y"));
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.stopReading();
            for (int i = 0; i < 200; i++) {
                socket.subscribe("q" + i, "query Pushy($id: ID!) { article(id: $id) { body } }", Map.of("id", article));
            }
            Thread.sleep(4_000);
            String metrics = given().get("/q/metrics").then().extract().asString();
            double answered = metrics.lines()
                    .filter(line -> line.startsWith("rostrum_operations_seconds_count") && line.contains("Pushy"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
            assertTrue(answered < 60, answered + " of 200 were answered into the server's memory");
            // Reading on, the client gets all that it asked for, but what was too much at a time.
            socket.readOn();
            int heard = 0;
            for (JsonPath message = socket.next(5_000); message != null && heard < 200; message = socket.next(5_000)) {
                heard += message.getString("type").equals("complete")
                                || message.getString("type").equals("error")
                        ? 1
                        : 0;
            }
            assertEquals(200, heard);
        }
    }

    @Test
    void theProtocolsRulesAreKept() throws Exception {
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.open(RestAssured.port)) {
            socket.subscribe("a", "{ __typename }", Map.of());
            assertEquals(4401, socket.closeCode());
        }
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.send("connection_init", null, null);
            assertEquals(4429, socket.closeCode());
        }
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("a", RECORDED, Map.of());
            socket.subscribe("a", RECORDED, Map.of());
            assertEquals(4409, socket.closeCode());
        }
        for (String nonsense : List.of(
                "nonsense",
                "{}",
                "[]",
                "{\"type\": 5}",
                "{\"type\": \"other\"}",
                "{\"type\": \"subscribe\"}",
                "{\"type\": \"subscribe\", \"id\": \"\"}",
                "{\"type\": \"subscribe\", \"id\": \"a\", \"payload\": 5}",
                "{\"type\": \"subscribe\", \"id\": \"a\", \"payload\": {\"query\": 7}}")) {
            try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
                socket.raw(nonsense);
                assertEquals(4400, socket.closeCode(), nonsense);
            }
        }
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.send("ping", null, null);
            socket.expect("pong");
            socket.subscribe("q", "{ claims(first: 1) { totalCount } }", Map.of());
            assertEquals("q", socket.expect("next").getString("id"));
            assertEquals("q", socket.expect("complete").getString("id"));
            socket.subscribe("q", "{ nothing }", Map.of());
            assertEquals("GRAPHQL_VALIDATION_FAILED", socket.expect("error").getString("payload[0].extensions.code"));
        }
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.open(RestAssured.port, null, Map.of())) {
            assertEquals(4406, socket.closeCode());
        }
    }

    @Test
    void aConnectionHasABoundedNumberOfSubscriptions() {
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            for (int i = 0; i < 5; i++) {
                socket.subscribe("s" + i, RECORDED, Map.of());
            }
            socket.subscribe("s5", RECORDED, Map.of());
            JsonPath error = socket.expect("error");
            assertEquals("s5", error.getString("id"));
            assertEquals("subscriptions", error.getString("payload[0].extensions.limit.name"));
        }
    }

    @Test
    void tokensCountOnWebsocketsToo() throws Exception {
        String mutation = "mutation { deleteArticle(input: {articleId: \"x\"}) { userErrors { code } } }";
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("m", mutation, Map.of());
            assertEquals("UNAUTHENTICATED", socket.expect("error").getString("payload[0].extensions.code"));
        }
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.open(RestAssured.port)) {
            socket.send("connection_init", null, Map.of("Authorization", "Bearer " + token("reviewer")));
            socket.expect("connection_ack");
            socket.subscribe("m", mutation, Map.of());
            assertEquals("NOT_FOUND", socket.expect("next").getString("payload.data.deleteArticle.userErrors[0].code"));
        }
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.open(RestAssured.port)) {
            socket.send("connection_init", null, Map.of("authorization", "Bearer nonsense"));
            assertEquals(4403, socket.closeCode());
        }
    }

    /** A token that is past its end, but for some seconds within the leeway that counts over HTTP as well. */
    private static String dying(int seconds) {
        long now = System.currentTimeMillis() / 1000;
        return Jwt.upn("tester")
                .groups(Set.of("reviewer"))
                .issuedAt(now - 600)
                .expiresAt(now - 60 + seconds)
                .sign();
    }

    @Test
    void aWebsocketIsClosedWhenItsTokenExpiresAndNotBefore() throws Exception {
        articleWithClaims(1);
        String start = now();
        try (GraphQLWebSocketClient idle = GraphQLWebSocketClient.open(RestAssured.port);
                GraphQLWebSocketClient busy = GraphQLWebSocketClient.open(RestAssured.port);
                GraphQLWebSocketClient anonymous = GraphQLWebSocketClient.ready(RestAssured.port)) {
            String token = dying(8);
            long began = System.nanoTime();
            for (GraphQLWebSocketClient socket : List.of(idle, busy)) {
                socket.send("connection_init", null, Map.of("Authorization", "Bearer " + token));
                socket.expect("connection_ack");
            }
            busy.subscribe("s", RECORDED, Map.of("after", start));
            busy.subscribe(
                    "m", "mutation { deleteArticle(input: {articleId: \"x\"}) { userErrors { code } } }", Map.of());
            assertEquals(
                    "NOT_FOUND",
                    busy.expect("next").getString("payload.data.deleteArticle.userErrors[0].code"),
                    "within the leeway");
            // graphql-ws and what is built on it connect again after this code; after 4401 they give up.
            assertEquals(4403, busy.closeCode());
            assertEquals(4403, idle.closeCode());
            assertTrue(System.nanoTime() - began > 5_000_000_000L, "not before it expires");
            anonymous.send("ping", null, null);
            anonymous.expect("pong");
        }
        try (GraphQLWebSocketClient late = GraphQLWebSocketClient.open(RestAssured.port)) {
            late.send("connection_init", null, Map.of("Authorization", "Bearer " + dying(-1)));
            assertEquals(4403, late.closeCode());
        }
    }

    @Test
    void anEventStreamEndsWithItsTokenWithoutSayingThatItIsComplete() {
        long began = System.nanoTime();
        String body = given().header("Accept", "text/event-stream")
                .contentType("application/json")
                .auth()
                .oauth2(dying(8))
                .body(Map.of("query", RECORDED))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(body.startsWith(":\n") && !body.contains("complete") && !body.contains("errors"), body);
        assertTrue(System.nanoTime() - began > 5_000_000_000L, "not before it expires");
    }

    @Test
    void pagesOfOtherSitesOpenNoWebsocket() {
        assertThrows(
                CompletionException.class,
                () -> GraphQLWebSocketClient.open(
                        RestAssured.port, "graphql-transport-ws", Map.of("Origin", "https://evil.example")));
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.open(
                RestAssured.port, "graphql-transport-ws", Map.of("Origin", "http://127.0.0.1:" + RestAssured.port))) {
            socket.send("connection_init", null, null);
            socket.expect("connection_ack");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "Y2xhaW0"})
    void aCursorThatIsNoneIsTheClientsMistake(String cursor) {
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("a", RECORDED, Map.of("after", cursor));
            JsonPath error = socket.expect("error");
            assertEquals("BAD_USER_INPUT", error.getString("payload[0].extensions.code"));
            assertTrue(error.getString("payload[0].message").startsWith("after: "));
        }
    }

    @Test
    void anEventStreamKeepsItsFormat() {
        String body = given().header("Accept", "text/event-stream")
                .contentType("application/json")
                .body(Map.of("query", "{ claims(first: 0) { totalCount } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/event-stream; charset=utf-8")
                .extract()
                .asString();
        assertTrue(body.startsWith(":\nevent: next\ndata: {\"errors\":[{\"message\":\"first: must be"), body);
        assertTrue(body.endsWith("}\n\nevent: complete\ndata: \n\n"), body);
    }
}
