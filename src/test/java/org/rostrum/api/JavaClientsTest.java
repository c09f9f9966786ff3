package org.rostrum.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.graphql.client.GraphQLClientException;
import io.smallrye.graphql.client.typesafe.api.GraphQLClientApi;
import io.smallrye.graphql.client.typesafe.api.TypesafeGraphQLClientBuilder;
import io.smallrye.graphql.client.websocket.WebsocketSubprotocol;
import io.smallrye.mutiny.Multi;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.FieldAccessException;
import org.springframework.graphql.client.GraphQlClient;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.graphql.client.WebSocketGraphQlClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.publisher.Flux;

/** Clients of Java services work unchanged: SmallRye's typesafe client and Spring's. */
@QuarkusTest
class JavaClientsTest extends ApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    @TestHTTPResource("/graphql")
    URI url;

    /** What a service that uses SmallRye's client declares: the client makes the documents of it. */
    @GraphQLClientApi
    interface Statements extends AutoCloseable {
        @Query
        ClaimConnection claims(ClaimFilter filter, @NonNull Integer first, String after);

        @Mutation
        SubmitArticlePayload submitArticle(@NonNull SubmitArticleInput input);

        @Subscription
        Multi<Claim> claimRecorded(String after);
    }

    /** A claim with what is asked of it; for Spring's client as well. */
    record Claim(@Id String id, String text, LocalDate saidOn) {}

    /** A page of claims. */
    record ClaimConnection(int totalCount, List<Claim> nodes) {}

    /** An article with what is asked of it. */
    record Article(@Id String id, String headline, Instant publishedAt) {}

    /** A mistake of the input. */
    record UserError(String message, List<String> path) {}

    /** What became of an article. */
    record SubmitArticlePayload(Article article, List<UserError> userErrors) {}

    /** An inclusive range of days. */
    @Input("DateRange")
    public static class DateRange {
        public LocalDate from;
        public LocalDate to;
    }

    /** Which claims are asked for. */
    @Input("ClaimFilter")
    public static class ClaimFilter {
        @Id
        public String article;

        public DateRange saidOn;
    }

    /** An article to submit. */
    @Input("SubmitArticleInput")
    public static class SubmitArticleInput {
        public String headline;
        public String publisher;
        public Instant publishedAt;
        public String body;
        public boolean extract;
    }

    private static ClaimFilter untilSecondDay(String article) {
        ClaimFilter filter = new ClaimFilter();
        filter.article = article;
        filter.saidOn = new DateRange();
        filter.saidOn.to = FIRST_DAY.plusDays(1);
        return filter;
    }

    private static SubmitArticleInput article(String headline, String body) {
        SubmitArticleInput input = new SubmitArticleInput();
        input.headline = headline;
        input.publisher = "The Services";
        input.publishedAt = Instant.parse("2025-03-13T12:00:00Z");
        input.body = body;
        return input;
    }

    private static void assertTwoClaims(ClaimConnection claims) {
        assertEquals(2, claims.totalCount());
        assertEquals(
                List.of(FIRST_DAY.plusDays(1), FIRST_DAY),
                claims.nodes().stream().map(Claim::saidOn).toList());
    }

    private static void assertWritten(SubmitArticleInput input, SubmitArticlePayload written) {
        assertEquals(List.of(), written.userErrors());
        assertEquals(input.headline, written.article().headline());
        assertEquals(input.publishedAt, written.article().publishedAt());
    }

    private static String now() {
        return ask("{ claims(last: 1, orderBy: {field: UPDATED_AT, direction: ASC}) { pageInfo { endCursor } } }")
                .getString("claims.pageInfo.endCursor");
    }

    private TypesafeGraphQLClientBuilder smallRye() {
        return TypesafeGraphQLClientBuilder.newBuilder()
                .endpoint(url)
                .subprotocols(WebsocketSubprotocol.GRAPHQL_TRANSPORT_WS);
    }

    @Test
    void smallRyesTypesafeClient() throws Exception {
        List<String> ids = articleWithClaims(4);
        try (Statements reader = smallRye().build(Statements.class);
                Statements writer = smallRye()
                        .header("Authorization", "Bearer " + token("contributor"))
                        .build(Statements.class)) {
            assertTwoClaims(reader.claims(untilSecondDay(ids.get(0)), 5, null));

            SubmitArticleInput input = article(unique("Written by SmallRye's client"), unique("A body"));
            assertWritten(input, writer.submitArticle(input));
            input.body = "";
            assertEquals(
                    List.of("input", "body"),
                    writer.submitArticle(input).userErrors().get(0).path());

            assertCode("UNAUTHENTICATED", () -> reader.submitArticle(input));
            assertCode("BAD_USER_INPUT", () -> reader.claims(new ClaimFilter(), 1, "nonsense"));
        }
    }

    @Test
    void smallRyesTypesafeClientSubscribes() throws Exception {
        articleWithClaims(1);
        String start = now();
        List<String> more = articleWithClaims(2);
        try (Statements reader = smallRye().build(Statements.class)) {
            List<String> heard = reader.claimRecorded(start)
                    .select()
                    .first(2)
                    .map(Claim::id)
                    .collect()
                    .asList()
                    .await()
                    .atMost(PATIENCE);
            assertEquals(more.subList(1, 3), heard);
            assertCode(
                    "BAD_USER_INPUT",
                    () -> reader.claimRecorded("nonsense")
                            .collect()
                            .first()
                            .await()
                            .atMost(PATIENCE));
        }
    }

    private static void assertCode(String code, Executable request) {
        GraphQLClientException refused = assertThrows(GraphQLClientException.class, request);
        assertEquals(code, refused.getErrors().get(0).getExtensions().get("code"));
    }

    private HttpGraphQlClient spring() {
        return HttpGraphQlClient.create(WebClient.create(url.toString()));
    }

    private static GraphQlClient.RequestSpec submit(GraphQlClient client, SubmitArticleInput input) {
        return client.document("mutation($input: SubmitArticleInput!) { submitArticle(input: $input)"
                        + " { article { id headline publishedAt } userErrors { message path } } }")
                .variable(
                        "input",
                        Map.of(
                                "headline",
                                input.headline,
                                "publisher",
                                input.publisher,
                                "publishedAt",
                                input.publishedAt.toString(),
                                "body",
                                input.body,
                                "extract",
                                input.extract));
    }

    @Test
    void springsHttpClient() {
        List<String> ids = articleWithClaims(4);
        HttpGraphQlClient reader = spring();
        HttpGraphQlClient writer = reader.mutate()
                .header("Authorization", "Bearer " + token("contributor"))
                .build();
        String claims = "query($filter: ClaimFilter, $after: String) { claims(filter: $filter, first: 5, after: $after)"
                + " { totalCount nodes { id text saidOn } } }";
        Map<String, Object> filter = Map.of(
                "article",
                ids.get(0),
                "saidOn",
                Map.of("to", FIRST_DAY.plusDays(1).toString()));
        assertTwoClaims(reader.document(claims)
                .variable("filter", filter)
                .retrieve("claims")
                .toEntity(ClaimConnection.class)
                .block(PATIENCE));

        SubmitArticleInput input = article(unique("Written by Spring's client"), unique("A body"));
        assertWritten(
                input,
                submit(writer, input)
                        .retrieve("submitArticle")
                        .toEntity(SubmitArticlePayload.class)
                        .block(PATIENCE));
        input.body = "";
        ClientGraphQlResponse mistaken = submit(writer, input).execute().block(PATIENCE);
        assertEquals(
                List.of("input", "body"),
                mistaken.field("submitArticle.userErrors[0].path").toEntityList(String.class));

        assertRefused(
                "UNAUTHENTICATED",
                () -> submit(reader, input)
                        .retrieve("submitArticle")
                        .toEntity(Map.class)
                        .block(PATIENCE));
        GraphQlClient.RequestSpec nonsense = reader.document(claims).variable("after", "nonsense");
        assertRefused(
                "BAD_USER_INPUT",
                () -> nonsense.retrieve("claims").toEntity(Map.class).block(PATIENCE));
    }

    @Test
    void springsClientsSubscribe() {
        WebSocketGraphQlClient socket = WebSocketGraphQlClient.create(
                URI.create(url.toString().replaceFirst("^http", "ws")), new ReactorNettyWebSocketClient());
        articleWithClaims(1);
        String start = now();
        List<String> more = articleWithClaims(2);
        for (GraphQlClient client : List.of(spring(), socket)) {
            Flux<Claim> recorded = client.document(
                            "subscription($after: String) { claimRecorded(after: $after) { id text saidOn } }")
                    .variable("after", start)
                    .retrieveSubscription("claimRecorded")
                    .toEntity(Claim.class);
            assertEquals(
                    more.subList(1, 3),
                    recorded.take(2).map(Claim::id).collectList().block(PATIENCE));
        }
        socket.stop().block(PATIENCE);
    }

    private static void assertRefused(String code, Executable request) {
        FieldAccessException refused = assertThrows(FieldAccessException.class, request);
        assertEquals(
                code, refused.getResponse().getErrors().get(0).getExtensions().get("code"));
    }
}
