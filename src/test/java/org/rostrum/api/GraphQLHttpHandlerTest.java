package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.graph.value.Sha256;

/** GraphQL over HTTP beyond what the reference audits look at ({@link ClientsTest} runs those). */
@QuarkusTest
class GraphQLHttpHandlerTest extends ApiTest {

    private static final String GRAPHQL = "application/graphql-response+json";

    private static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }

    private static Response query(String accept, String document) {
        return json().header("Accept", accept).body(Map.of("query", document)).post("/graphql");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/graphql-response+json|application/graphql-response+json",
                "application/json|application/json",
                "*/*|application/json",
                "application/*|application/graphql-response+json",
                "application/json;q=0.9, application/graphql-response+json|application/graphql-response+json",
                "application/json, application/graphql-response+json;q=0.9|application/json",
                "application/graphql-response+json;q=0, */*|application/json",
                "text/html, */*;q=0.1|application/json",
                "application/graphql-response+json, application/json, text/event-stream, multipart/mixed|application/graphql-response+json",
                "APPLICATION/JSON ; Q=0.5|application/json"
            })
    void answersInTheTypeThatTheClientLikesBest(String accept, String type) {
        query(accept, "{ __typename }")
                .then()
                .statusCode(200)
                .header("Content-Type", type + "; charset=utf-8")
                .body("data.__typename", is("Query"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml, text/*", "application/json;q=0"})
    void refusesClientsThatTakeNothingItHas(String accept) {
        query(accept, "{ __typename }")
                .then()
                .statusCode(406)
                .body("errors[0].message", startsWith("Accept must name"));
    }

    @Test
    void tellsByTheStatusWhetherTheOperationRanWhereTheClientKnowsGraphQLsOwnType() {
        query(GRAPHQL, "{ claims(first: 0) { totalCount } }")
                .then()
                .statusCode(200)
                .body("data", nullValue())
                .body("errors[0].extensions.code", is("BAD_USER_INPUT"));
        query(GRAPHQL, "{ broken")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", is("GRAPHQL_PARSE_FAILED"))
                .body("errors[0].locations[0].line", is(1));
        query(GRAPHQL, "{ nothing }")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", is("GRAPHQL_VALIDATION_FAILED"));
        query(GRAPHQL, "mutation { deleteArticle(input: {articleId: \"x\"}) { deletedArticleId } }")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("errors[0].extensions.code", is("UNAUTHENTICATED"));
        for (String document : new String[] {
            "{ broken", "{ nothing }", "mutation { deleteArticle(input: {articleId: \"x\"}) { deletedArticleId } }"
        }) {
            query("application/json", document)
                    .then()
                    .statusCode(200)
                    .body("errors[0].extensions.code", notNullValue());
        }
    }

    @Test
    void keepsBlockStringsCommentsAndUnicodeAsSent() {
        String headline = "Zażółć 🏃 \u2028 gęślą";
        String document =
                "# a comment with \"quotes\" and { braces\nmutation($a: String!) { submitArticle(input: {headline: $a, publisher: \"\"\"\n    The \"Block\"\n      Gazette\n  \"\"\", publishedAt: \"2025-03-13T12:00:00Z\", body: \"\"\"\n    one # no comment\n      two \\\"\"\" three\n    \"\"\", extract: false}) { article { headline body publisher { name } } userErrors { message } } }";
        Map<String, Object> body = Map.of("query", document, "variables", Map.of("a", headline));
        Response answer = json().auth().oauth2(token("contributor")).body(body).post("/graphql");
        answer.then()
                .statusCode(200)
                .body("data.submitArticle.article.headline", equalTo(headline))
                .body("data.submitArticle.article.body", equalTo("one # no comment\n  two \"\"\" three"))
                .body("data.submitArticle.article.publisher.name", equalTo("The \"Block\"\n  Gazette"));
        assertTrue(new String(answer.asByteArray(), StandardCharsets.UTF_8).contains("🏃"));
        json().auth()
                .oauth2(token("reviewer"))
                .body(body)
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void readsCharactersBeyondTheBasicPlaneWhereverTheyStand() {
        String start = "{ claims(filter: {text: \"";
        for (int length : new int[] {4_094, 4_095, 4_096, 8_191, 12_287}) {
            String document = start + " ".repeat(length - start.length()) + "🏃\"}) { totalCount } }";
            query("application/json", document)
                    .then()
                    .body("errors[0].message", startsWith("text: must be at most 500"));
            String published =
                    "query Q { claims { totalCount } } # 🏃 \n mutation M { submitArticle(input: {headline: \""
                            + unique("🏃🎈")
                            + "\", publisher: \"P\", publishedAt: \"2025-01-01T00:00:00Z\", extract: false, body: \"\"\"";
            String body = "\ue000 " + "y".repeat(length - published.length() - 2) + "🏃 🎈 \ue001 🏃 " + unique("z");
            Map<String, Object> request = Map.of(
                    "query", published + body + "\"\"\"}) { article { body headline } } }", "operationName", "M");
            json().auth()
                    .oauth2(token("contributor"))
                    .body(request)
                    .post("/graphql")
                    .then()
                    .body("data.submitArticle.article.body", is(body))
                    .body("data.submitArticle.article.headline", startsWith("🏃🎈"));
        }
    }

    @Test
    void refusesABodyThatIsNotUtf8OrNotJson() {
        byte[] latin =
                "{\"query\": \"{ __type(name: \\\"\u00e4\\\") { name } }\"}".getBytes(StandardCharsets.ISO_8859_1);
        json().body(latin)
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", is("the body is not UTF-8"));
        json().body("{\"query\": ")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", startsWith("the body is not JSON"));
        json().body("{\"query\": \"{ __typename }\"} {}")
                .post("/graphql")
                .then()
                .statusCode(400);
        json().body("[{\"query\": \"{ __typename }\"}]")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("batches are not taken"));
        json().body("[".repeat(500) + "]".repeat(500)).post("/graphql").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "application/jsonp",
                "application/json; charset=utf-16",
                "text/plain; application/json"
            })
    void runsNothingThatAFormOfAForeignPageCanSend(String type) {
        String body = "{\"query\": \"mutation { deleteArticle(input: {articleId: \\\"x\\\"}) { deletedArticleId } }\"}";
        String kind = type.split(";")[0];
        given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(kind, ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", type)
                .body(body)
                .post("/graphql")
                .then()
                .statusCode(415)
                .body("errors[0].extensions.code", is("BAD_USER_INPUT"));
        given().body(body.getBytes(StandardCharsets.UTF_8))
                .noContentType()
                .post("/graphql")
                .then()
                .statusCode(415);
    }

    @Test
    void runsAGetOnlyWhenNoForeignPageCanHaveSentIt() {
        get(Map.of()).then().statusCode(400).body("errors[0].message", startsWith("a GET needs one of the headers"));
        get(Map.of("Accept", "application/json")).then().statusCode(400);
        get(Map.of("Content-Type", "text/plain")).then().statusCode(400);
        // An image, a script, a link and a scripted request of a foreign page, as browsers mark them.
        get(Map.of("Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Site", "cross-site"))
                .then()
                .statusCode(400);
        get(Map.of("Sec-Fetch-Mode", "navigate", "Sec-Fetch-Site", "cross-site"))
                .then()
                .statusCode(400);
        get(Map.of("Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"))
                .then()
                .statusCode(400);
        get(Map.of("Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "same-site", "Origin", "https://evil.example"))
                .then()
                .statusCode(400);
        get(Map.of("Sec-Fetch-Mode", "cors", "Origin", "https://evil.example"))
                .then()
                .statusCode(400);
        get(Map.of("Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Site", "same-origin"))
                .then()
                .statusCode(400);
        for (Map<String, String> headers : new Map[] {
            Map.of("GraphQL-Require-Preflight", "1"),
            Map.of("Apollo-Require-Preflight", "true"),
            Map.of("X-Apollo-Operation-Name", "Q"),
            Map.of("Content-Type", "application/json"),
            Map.of("Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "same-origin")
        }) {
            get(headers).then().statusCode(200).body("data.__typename", is("Query"));
        }
    }

    private static Response get(Map<String, String> headers) {
        return given().headers(headers).queryParam("query", "{ __typename }").get("/graphql");
    }

    @Test
    void runsNoMutationByGet() {
        String article = store("A body " + unique("get"));
        given().header("GraphQL-Require-Preflight", "1")
                .auth()
                .oauth2(token("reviewer"))
                .queryParam(
                        "query",
                        "mutation { deleteArticle(input: {articleId: \"" + article + "\"}) { deletedArticleId } }")
                .get("/graphql")
                .then()
                .statusCode(405)
                .header("Allow", "POST")
                .body("errors[0].message", is("mutations must be sent by POST"));
        assertEquals(
                article,
                ask("query($id: ID!) { article(id: $id) { id } }", Map.of("id", article))
                        .getString("article.id"));
    }

    @Test
    void readsTheParametersOfAGet() throws IOException {
        RequestSpecification get = given().header("GraphQL-Require-Preflight", "1");
        get.queryParam("query", "query A($n: String!) { __type(name: $n) { name } } query B { __typename }")
                .queryParam("operationName", "A")
                .queryParam("variables", "{\"n\": \"Claim\"}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.__type.name", is("Claim"));
        given().header("GraphQL-Require-Preflight", "1")
                .queryParam("query", "{ __typename }")
                .queryParam("variables", "[1]")
                .get("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", is("variables: must be an object"));
        given().header("GraphQL-Require-Preflight", "1")
                .queryParam("query", "{ __typename }")
                .queryParam("variables", "{")
                .get("/graphql")
                .then()
                .statusCode(400);
        given().header("GraphQL-Require-Preflight", "1")
                .queryParam("query", "{ __typename }", "{ a }")
                .get("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", is("query: must be given once"));
        given().header("GraphQL-Require-Preflight", "1").get("/graphql").then().statusCode(400);
        for (String broken : new String[] {"%7B__typename%", "%zz"}) {
            assertTrue(
                    raw("GET /graphql?query=" + broken
                                    + " HTTP/1.1\r\nHost: x\r\nGraphQL-Require-Preflight: 1\r\nConnection: close\r\n\r\n")
                            .startsWith("HTTP/1.1 400"),
                    broken);
        }
    }

    /** What clients' libraries refuse to send. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"})
    void takesNoOtherMethod(String method) {
        given().request(method, "/graphql").then().statusCode(405).header("Allow", "GET, POST");
    }

    @Test
    void leavesNoWayPastItToThePlatformsEndpoint() {
        String body = "{\"query\": \"{ __typename }\"}";
        given().contentType("text/plain").body(body).post("/graphql/").then().statusCode(415);
        given().queryParam("query", "{ __typename }").get("/graphql/").then().statusCode(400);
    }

    @Test
    void runsTheOperationThatIsNamed() {
        Map<String, Object> body =
                new HashMap<>(Map.of("query", "query A { a: __typename } query B { b: __typename }"));
        json().body(body).post("/graphql").then().body("errors[0].message", startsWith("operationName: must be given"));
        body.put("operationName", "B");
        json().body(body).post("/graphql").then().body("data.b", is("Query"));
        body.put("operationName", "C");
        json().body(body)
                .post("/graphql")
                .then()
                .body("errors[0].message", is("operationName: the document has no operation of this name"));
    }

    @Test
    void refusesASubscriptionOverPlainPost() {
        query("application/json", "subscription { claimRecorded { id } }")
                .then()
                .statusCode(406)
                .body("errors[0].message", startsWith("a subscription needs Accept: text/event-stream"));
    }

    @Test
    void tellsTheCostOfEveryRequest() {
        query("application/json", "{ claims(first: 10) { nodes { article { claims(first: 5) { nodes { id } } } } } }")
                .then()
                .body("extensions.cost.requested", is(60))
                .body("extensions.cost.limit", is(20000));
    }

    @Test
    void remembersDocumentsThatClientsRegisterByTheirHash() {
        String document = "query Registered" + System.nanoTime() + " { __typename }";
        String hash = Sha256.sha256(document.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> extensions = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
        json().body(Map.of("extensions", extensions))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors[0].message", is("PersistedQueryNotFound"))
                .body("errors[0].extensions.code", is("PERSISTED_DOCUMENT_NOT_FOUND"));
        json().body(Map.of("query", "{ __typename }", "extensions", extensions))
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", startsWith("extensions.persistedQuery.sha256Hash: is not the SHA-256"));
        json().body(Map.of("query", document, "extensions", extensions))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.__typename", is("Query"));
        json().body(Map.of("extensions", extensions))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.__typename", is("Query"));
        String asText = "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";
        Response got = given().header("Apollo-Require-Preflight", "1")
                .queryParam("extensions", asText)
                .get("/graphql");
        got.then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=0, must-revalidate")
                .header("Vary", containsString("Accept"));
        String tag = got.header("ETag");
        given().header("Apollo-Require-Preflight", "1")
                .header("If-None-Match", "\"other\", " + tag)
                .queryParam("extensions", asText)
                .get("/graphql")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(is(""));
        given().header("Apollo-Require-Preflight", "1")
                .header("If-None-Match", "\"other\"")
                .queryParam("extensions", asText)
                .get("/graphql")
                .then()
                .statusCode(200);
        for (Object wrong : new Object[] {
            Map.of("version", 2, "sha256Hash", hash), Map.of("version", 1), Map.of("version", 1, "sha256Hash", 5)
        }) {
            json().body(Map.of("extensions", Map.of("persistedQuery", wrong)))
                    .post("/graphql")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void answersThatAreNotPersistedAreNotStored() {
        query("application/json", "{ __typename }").then().header("Cache-Control", "no-store");
        get(Map.of("GraphQL-Require-Preflight", "1"))
                .then()
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue());
    }

    @Test
    void givesNoOtherSiteAnythingUnlessConfigured() {
        json().header("Origin", "https://elsewhere.example")
                .body(Map.of("query", "{ __typename }"))
                .post("/graphql")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void saysThatItLivesAndIsReady() {
        given().get("/q/health/live").then().statusCode(200).body("status", is("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body(
                        "checks.name",
                        org.hamcrest.Matchers.hasItems(
                                "The server is not about to stop",
                                "The database answers",
                                "The database's disk has room"));
    }

    @Test
    void countsOperationsByNameButNotByAnyNumberOfNames() {
        for (int i = 0; i < 150; i++) {
            query("application/json", "query Named" + i + " { __typename }")
                    .then()
                    .statusCode(200);
        }
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        long names = metrics.lines()
                .filter(line -> line.startsWith("rostrum_operations_seconds_count"))
                .map(line -> line.replaceAll(".*operation=\"([^\"]*)\".*", "$1"))
                .distinct()
                .count();
        assertTrue(names <= 103, () -> names + " names");
        assertTrue(metrics.contains("operation=\"other\""));
        assertFalse(metrics.contains("Named149"));
    }

    /** Any answer that is long enough. */
    private static final String LONG = "{ __schema { types { name description } } }";

    /** What comes over the wire; the client would decode it. */
    private static Response raw(Map<String, String> headers, String document) {
        return given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .contentType(ContentType.JSON)
                .headers(headers)
                .body(Map.of("query", document))
                .post("/graphql");
    }

    @Test
    void longAnswersAreCompressedForClientsThatTakeIt() throws IOException {
        Response plain = raw(Map.of(), LONG);
        plain.then().statusCode(200).header("Content-Encoding", nullValue()).header("Vary", "Accept, Accept-Encoding");
        Response packed = raw(Map.of("Accept-Encoding", "br;q=1, gzip;q=0.8"), LONG);
        packed.then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Vary", "Accept, Accept-Encoding")
                .header("Content-Type", "application/json; charset=utf-8");
        byte[] body = packed.asByteArray();
        assertTrue(body.length < plain.asByteArray().length / 3, () -> body.length + " bytes");
        assertEquals(
                plain.asString(),
                new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8));
        raw(Map.of("Accept-Encoding", "gzip"), "{ __typename }").then().header("Content-Encoding", nullValue());
        raw(Map.of("Accept-Encoding", "gzip;q=0"), LONG).then().header("Content-Encoding", nullValue());
        raw(Map.of("Accept-Encoding", "br, zstd"), LONG).then().header("Content-Encoding", nullValue());
    }

    @Test
    void answersToSomebodyAreNotCompressed() {
        raw(Map.of("Accept-Encoding", "gzip", "Authorization", "Bearer " + token("contributor")), LONG)
                .then()
                .statusCode(200)
                .header("Content-Encoding", nullValue());
        raw(Map.of("Accept-Encoding", "gzip", "Cookie", "session=1"), LONG)
                .then()
                .statusCode(200)
                .header("Content-Encoding", nullValue());
    }

    @Test
    void theFormsOfAnAnswerHaveTagsOfTheirOwn() {
        String hash = Sha256.sha256(LONG.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> extensions = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
        json().body(Map.of("query", LONG, "extensions", extensions))
                .post("/graphql")
                .then()
                .statusCode(200);
        String asText = "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";
        RestAssuredConfig config = RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
        String plain = given().config(config)
                .header("Apollo-Require-Preflight", "1")
                .queryParam("extensions", asText)
                .get("/graphql")
                .header("ETag");
        Response packed = given().config(config)
                .header("Apollo-Require-Preflight", "1")
                .header("Accept-Encoding", "gzip")
                .queryParam("extensions", asText)
                .get("/graphql");
        packed.then().statusCode(200).header("Content-Encoding", "gzip").header("ETag", startsWith("\""));
        assertNotEquals(plain, packed.header("ETag"));
        given().header("Apollo-Require-Preflight", "1")
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", packed.header("ETag"))
                .queryParam("extensions", asText)
                .get("/graphql")
                .then()
                .statusCode(304)
                .header("ETag", packed.header("ETag"))
                .header("Content-Encoding", nullValue());
        given().config(config)
                .header("Apollo-Require-Preflight", "1")
                .header("If-None-Match", packed.header("ETag"))
                .queryParam("extensions", asText)
                .get("/graphql")
                .then()
                .statusCode(200)
                .header("ETag", plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql",
                "/graphql/schema.graphql",
                "/q/health/ready",
                "/q/metrics",
                "/graphiql",
                "/graphiql/page.js",
                "/nothing",
                "/"
            })
    void noBrowserGuessesWhatAnAnswerIs(String path) {
        given().get(path).then().header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "no-referrer");
    }

    @Test
    void answersAreNoPages() {
        query("application/json", "{ __typename }")
                .then()
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        get(Map.of())
                .then()
                .statusCode(400)
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void graphiqlsPageRunsOnlyWhatTheServerSends() {
        String page = given().header("Accept-Encoding", "gzip")
                .get("/graphiql")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/html; charset=utf-8")
                .header("X-Frame-Options", "DENY")
                .header("Cache-Control", "no-store")
                .header("Content-Encoding", nullValue())
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("script-src 'self';"),
                                containsString("style-src 'self';"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .extract()
                .asString();
        Matcher loaded = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"").matcher(page);
        int files = 0;
        while (loaded.find()) {
            files++;
            Response file = given().config(RestAssuredConfig.config()
                            .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                    .header("Accept-Encoding", "gzip")
                    .get(loaded.group(1));
            file.then()
                    .statusCode(200)
                    .header("Content-Encoding", "gzip")
                    .header("Content-Type", containsString(loaded.group(1).endsWith("js") ? "javascript" : "css"));
            given().header("Accept-Encoding", "gzip")
                    .header("If-None-Match", file.header("ETag"))
                    .get(loaded.group(1))
                    .then()
                    .statusCode(304);
            given().get(loaded.group(1)).then().statusCode(200);
        }
        assertEquals(6, files, page);
        assertFalse(
                Pattern.compile("<style|<script>| on\\w+=|style=").matcher(page).find(), page);
        given().get("/graphql-ui/index.html").then().statusCode(404);
    }

    @Test
    void messagesOverWebsocketsAreNotCompressed() throws IOException {
        String upgrade;
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            ("GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n"
                                            + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) socket.getInputStream().read());
            }
            upgrade = head.toString();
        }
        assertTrue(upgrade.startsWith("HTTP/1.1 101"), upgrade);
        assertFalse(upgrade.toLowerCase().contains("permessage-deflate"), upgrade);
    }
}
