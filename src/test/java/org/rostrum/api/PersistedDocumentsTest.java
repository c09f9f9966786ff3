package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rostrum.graph.value.Sha256;

/**
 * A server in production that runs nothing but its own front ends' documents, from the manifests that
 * {@code @graphql-codegen/client-preset} and {@code relay-compiler} wrote, and lets one other site's pages in.
 */
@QuarkusTest
@TestProfile(PersistedDocumentsTest.Trusted.class)
class PersistedDocumentsTest extends ApiTest {

    private static final String CODEGEN = "src/test/clients/manifests/codegen.json";
    private static final String RELAY = "src/test/clients/manifests/relay.json";
    private static final String SITE = "https://news.example";

    /** Trusted documents only, and one other origin. */
    public static class Trusted implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "rostrum.documents.manifests",
                    CODEGEN + "," + RELAY,
                    "rostrum.documents.trusted-only",
                    "true",
                    "rostrum.documents.max-age",
                    "60s",
                    "rostrum.cors.origins",
                    SITE);
        }
    }

    private static Map.Entry<String, String> only(String manifest) throws IOException {
        return new ObjectMapper()
                .readValue(Path.of(manifest).toFile(), new TypeReference<Map<String, String>>() {})
                .entrySet()
                .iterator()
                .next();
    }

    private static ValidatableResponse post(Object... namesAndValues) {
        Map<String, Object> body = new HashMap<>(input(namesAndValues));
        return given().contentType(ContentType.JSON)
                .header("Accept", "application/graphql-response+json")
                .body(body)
                .post("/graphql")
                .then();
    }

    @Test
    void runsDocumentsByTheirIds() throws IOException {
        String codegen = only(CODEGEN).getKey();
        post("documentId", codegen, "variables", Map.of("first", 1))
                .statusCode(200)
                .body("data.claims.nodes", notNullValue());
        post("documentId", codegen.substring("sha256:".length()), "variables", Map.of("first", 1))
                .statusCode(200);
        post("documentId", only(RELAY).getKey(), "variables", Map.of("text", "Ukraine"))
                .statusCode(200)
                .body("data.actors.nodes[0].country.alpha3", is("UKR"));
        post("documentId", "sha256:" + only(RELAY).getKey(), "variables", Map.of("text", "Ukraine"))
                .statusCode(200);
    }

    @Test
    void runsATrustedDocumentThatIsSentInFull() throws IOException {
        post("query", only(CODEGEN).getValue(), "variables", Map.of("first", 1))
                .statusCode(200)
                .body("errors", nullValue());
    }

    @Test
    void runsNoOther() {
        post("query", "{ __typename }")
                .statusCode(403)
                .body("errors[0].extensions.code", is("PERSISTED_DOCUMENT_REQUIRED"));
        post("documentId", "sha256:" + "0".repeat(64))
                .statusCode(404)
                .body("errors[0].extensions.code", is("PERSISTED_DOCUMENT_NOT_FOUND"));
        post("query", "{ __typename }", "documentId", "x").statusCode(400);
        String hash = Sha256.sha256("{ __typename }".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> extensions = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
        post("query", "{ __typename }", "extensions", extensions).statusCode(403);
        post("extensions", extensions).statusCode(200).body("errors[0].message", is("PersistedQueryNotFound"));
    }

    @Test
    void letsCachesKeepAnswersOfGets() throws IOException {
        given().header("GraphQL-Require-Preflight", "1")
                .queryParam("documentId", only(CODEGEN).getKey())
                .queryParam("variables", "{\"first\": 1}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=60, must-revalidate")
                .header("ETag", notNullValue());
        // One with errors is not kept.
        given().header("GraphQL-Require-Preflight", "1")
                .queryParam("documentId", only(CODEGEN).getKey())
                .queryParam("variables", "{\"first\": 0}")
                .get("/graphql")
                .then()
                .header("Cache-Control", "no-store");
    }

    @Test
    void websocketsAreNoWayAround() {
        try (GraphQLWebSocketClient socket = GraphQLWebSocketClient.ready(RestAssured.port)) {
            socket.subscribe("a", "{ __typename }", Map.of());
            org.junit.jupiter.api.Assertions.assertEquals(
                    "PERSISTED_DOCUMENT_REQUIRED", socket.expect("error").getString("payload[0].extensions.code"));
        }
    }

    @Test
    void onlyTheConfiguredSitesPagesAreLetIn() {
        given().header("Origin", SITE)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,authorization")
                .options("/graphql")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", SITE);
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/graphql")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue())
                .body("errors[0].extensions.code", is("FORBIDDEN"));
        given().header("Origin", SITE)
                .contentType(ContentType.JSON)
                .body(Map.of("documentId", "x"))
                .post("/graphql")
                .then()
                .header("Access-Control-Allow-Origin", SITE);
        try (GraphQLWebSocketClient socket =
                GraphQLWebSocketClient.open(RestAssured.port, "graphql-transport-ws", Map.of("Origin", SITE))) {
            socket.send("connection_init", null, null);
            socket.expect("connection_ack");
        }
    }

    @Test
    void theServersOwnPagesNeedNotBeListed() {
        String own = "http://127.0.0.1:" + RestAssured.port;
        given().header("Origin", own)
                .contentType(ContentType.JSON)
                .body(Map.of("documentId", "x"))
                .post("/graphql")
                .then()
                .statusCode(404)
                .header("Access-Control-Allow-Origin", nullValue());
        try (GraphQLWebSocketClient socket =
                GraphQLWebSocketClient.open(RestAssured.port, "graphql-transport-ws", Map.of("Origin", own))) {
            socket.send("connection_init", null, null);
            socket.expect("connection_ack");
        }
        // Another port is another origin, and so is another name for this machine.
        given().header("Origin", "http://127.0.0.1:1")
                .contentType(ContentType.JSON)
                .body(Map.of("documentId", "x"))
                .post("/graphql")
                .then()
                .statusCode(403);
        given().header("Origin", "http://localhost:" + RestAssured.port)
                .contentType(ContentType.JSON)
                .body(Map.of("documentId", "x"))
                .post("/graphql")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse get(String... headers) throws IOException {
        RequestSpecification request =
                given().queryParam("documentId", only(CODEGEN).getKey()).queryParam("variables", "{\"first\": 1}");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.get("/graphql").then();
    }

    @Test
    void theOriginOfAListedPageIsProofEnoughForAGet() throws IOException {
        get("Origin", SITE)
                .statusCode(200)
                .header("Access-Control-Allow-Origin", SITE)
                .body("data.claims.nodes", notNullValue());
        get("Origin", SITE, "Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "cross-site")
                .statusCode(200);
        get("Origin", SITE, "Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "same-site")
                .statusCode(200);
        get("Origin", "http://127.0.0.1:" + RestAssured.port).statusCode(200);
        get("Origin", "https://evil.example", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "cross-site")
                .statusCode(403);
        get("Origin", "null", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "cross-site")
                .statusCode(403);
        get("Origin", SITE, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Site", "cross-site")
                .statusCode(400);
        get("Origin", SITE, "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Site", "cross-site")
                .statusCode(400);
        get("Origin", "http://127.0.0.1:" + RestAssured.port, "Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "cross-site")
                .statusCode(400);
        get("Sec-Fetch-Mode", "cors", "Sec-Fetch-Site", "cross-site").statusCode(400);
        get().statusCode(400);
    }

    @Test
    void cachesAreToldWhatAnAnswerDependsOnAndWhoseItIs() throws IOException {
        String vary = "Accept, Accept-Encoding, Origin, Authorization, Rostrum-Explain";
        get("Origin", SITE).header("Vary", vary).header("Cache-Control", "public, max-age=60, must-revalidate");
        get("GraphQL-Require-Preflight", "1").header("Vary", vary).header("Access-Control-Allow-Origin", nullValue());
        get("GraphQL-Require-Preflight", "1", "Cookie", "session=1")
                .header("Cache-Control", "private, max-age=60, must-revalidate")
                .header("ETag", notNullValue());
        get("Authorization", "Bearer " + token("reviewer"))
                .header("Cache-Control", "private, max-age=60, must-revalidate");
        get("Authorization", "Bearer " + token("reviewer"), "Rostrum-Explain", "true")
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body("extensions.plan", notNullValue());
        post("documentId", only(CODEGEN).getKey(), "variables", Map.of("first", 1))
                .header("Vary", "Accept, Accept-Encoding, Origin");
        post("query", "{ __typename }").statusCode(403).header("Vary", "Accept, Accept-Encoding, Origin");
        given().header("Origin", SITE)
                .header("Access-Control-Request-Method", "POST")
                .options("/graphql")
                .then()
                .header("Vary", containsString("Origin"));
    }
}
