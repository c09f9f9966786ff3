package org.rostrum.http.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Tokens of login servers whose keys are at a url: shaped like Keycloak's and Auth0's, with the settings of
 * docs/tokens.md.
 */
@QuarkusTest
@TestProfile(TokenProvidersTest.Settings.class)
@QuarkusTestResource(value = KeyServer.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokenProvidersTest {

    private static final String ISSUER = "https://login.example/realms/news";
    private static final String DELETE =
            "mutation { deleteArticle(input: {articleId: \"x\"}) { userErrors { code } } }";
    private static KeyPair first;
    private static KeyPair second;
    private static KeyPair encryption;

    @ConfigProperty(name = "mp.jwt.verify.publickey.location")
    String certs;

    /** Reads keys again after a second instead of ten. */
    public static class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Known when the application is built, so that no key is made up; where it points is known when the server
            // of keys runs.
            return Map.of(
                    "mp.jwt.verify.publickey.location",
                    "${test.certs:http://127.0.0.1:1}",
                    "mp.jwt.verify.issuer",
                    ISSUER,
                    "mp.jwt.verify.audiences",
                    "rostrum,https://rostrum.example/api",
                    "rostrum.tokens.roles-claim",
                    "realm_access/roles,https://rostrum.example/roles,scope",
                    "rostrum.tokens.roles.reviewer",
                    "rostrum-reviewer",
                    "rostrum.tokens.key-refresh",
                    "1s");
        }
    }

    @BeforeAll
    static void keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        first = generator.generateKeyPair();
        second = generator.generateKeyPair();
        encryption = generator.generateKeyPair();
    }

    private static PublicJsonWebKey jwk(KeyPair pair, String id, String use, String algorithm) throws Exception {
        PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
        key.setKeyId(id);
        key.setUse(use);
        key.setAlgorithm(algorithm);
        return key;
    }

    private void publish(PublicJsonWebKey... keys) {
        given().body(new JsonWebKeySet(keys).toJson()).put(certs).then().statusCode(204);
    }

    private int fetches() {
        return Integer.parseInt(given().get(certs.replace("/certs", "/count")).asString());
    }

    private static String sign(KeyPair pair, String id, String claims) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims);
        signature.setAlgorithmHeaderValue("RS256");
        if (id != null) {
            signature.setKeyIdHeaderValue(id);
        }
        signature.setKey(pair.getPrivate());
        return signature.getCompactSerialization();
    }

    private static String keycloak(String... roles) {
        return """
        {"exp": 4000000000, "iat": 1700000000, "jti": "onrtac:6f1", "iss": "%s", "aud": ["rostrum", "account"],
         "sub": "9f4d7a1e-0000-4000-8000-1", "typ": "Bearer", "azp": "newsroom", "sid": "s", "acr": "1",
         "allowed-origins": ["https://news.example"],
         "realm_access": {"roles": ["offline_access", "%s"]},
         "resource_access": {"account": {"roles": ["view-profile"]}},
         "scope": "openid profile email", "email_verified": true, "name": "Ada L", "preferred_username": "ada"}""".formatted(ISSUER, String.join("\", \"", roles));
    }

    private static ValidatableResponse post(String token, String document) {
        return given().contentType(ContentType.JSON)
                .header("Accept", "application/graphql-response+json")
                .auth()
                .oauth2(token)
                .body(Map.of("query", document))
                .post("/graphql")
                .then();
    }

    private static ValidatableResponse eventually(String token, int status) throws InterruptedException {
        for (int i = 0; i < 100 && post(token, "{ __typename }").extract().statusCode() != status; i++) {
            Thread.sleep(200);
        }
        return post(token, DELETE).statusCode(status);
    }

    @Test
    @Order(1)
    void aServerWhoseKeysCannotBeFetchedYetStartsSaysSoAndFetchesThemLater() throws Exception {
        String token = sign(first, "a", keycloak("rostrum-reviewer"));
        post(token, "{ __typename }")
                .statusCode(503)
                .body("errors[0].extensions.code", is("UNAVAILABLE"))
                .body("errors[0].message", containsString("tokens cannot be checked at the moment"));
        int before = fetches();
        long began = System.nanoTime();
        for (int i = 0; i < 30; i++) {
            post(token, "{ __typename }").statusCode(503);
        }
        assertTrue(fetches() - before <= (System.nanoTime() - began) / 1_000_000_000 + 1, "no fetch for each token");
        given().contentType(ContentType.JSON)
                .body(Map.of("query", "{ __typename }"))
                .post("/graphql")
                .then()
                .statusCode(200);
        publish(jwk(first, "a", "sig", "RS256"), jwk(encryption, "e", "enc", "RSA-OAEP"));
        eventually(token, 200).body("data.deleteArticle.userErrors[0].code", is("NOT_FOUND"));
    }

    @Test
    @Order(2)
    void aTokenLikeKeycloaksGivesTheRolesOfTheRealm() throws Exception {
        String mutation = "mutation { recordActor(input: {type: PERSON, name: \"" + UUID.randomUUID()
                + "\"}) { actor { recordedBy } } }";
        post(sign(first, "a", keycloak("rostrum-reviewer")), mutation)
                .statusCode(200)
                .body("data.recordActor.actor.recordedBy", is("ada"));
        post(sign(first, "a", keycloak("contributor")), DELETE).body("errors[0].extensions.code", is("FORBIDDEN"));
        // The name is another one here, so this server's own name of the role gives nothing.
        post(sign(first, "a", keycloak("reviewer")), DELETE).body("errors[0].extensions.code", is("FORBIDDEN"));
    }

    @Test
    @Order(2)
    void aTokenLikeAuth0sGivesTheRolesOfItsNamespacedClaim() throws Exception {
        String claims = """
        {"https://rostrum.example/roles": ["rostrum-reviewer"], "iss": "%s", "sub": "auth0|65f0c0ffee",
         "iat": 1700000000, "exp": 4000000000,
         "aud": ["https://rostrum.example/api", "https://news.eu.auth0.com/userinfo"], "scope": "openid profile", "azp": "x",
         "permissions": []}""".formatted(ISSUER);
        String mutation = "mutation { recordActor(input: {type: PERSON, name: \"" + UUID.randomUUID()
                + "\"}) { actor { recordedBy } } }";
        post(sign(first, "a", claims), mutation)
                .statusCode(200)
                .body("data.recordActor.actor.recordedBy", is("auth0|65f0c0ffee"));
        String scope = claims.replaceFirst("\\[\"rostrum-reviewer\"]", "[]")
                .replace("openid profile", "openid rostrum-reviewer");
        post(sign(first, "a", scope), DELETE).body("errors", nullValue());
    }

    @Test
    @Order(2)
    void tokensOfOthersOrForOthersAreRefused() throws Exception {
        String good = keycloak("rostrum-reviewer");
        Map<String, String> refused = Map.of(
                good.replace("\"rostrum\", \"account\"", "\"account\""),
                "was issued for somebody else's use (claim aud)",
                good.replaceFirst("\"aud\": \\[.*?],", ""),
                "lacks the claim aud",
                good.replace(ISSUER, ISSUER + "/"),
                "was issued by somebody whom this server does not trust (claim iss)",
                good.replaceFirst("\"roles\": \\[\"off.*?]", "\"roles\": [5]"),
                "has a claim that cannot be used: realm_access/roles must be text or a list of texts");
        for (Map.Entry<String, String> one : refused.entrySet()) {
            post(sign(first, "a", one.getKey()), "{ __typename }")
                    .statusCode(401)
                    .body("errors[0].message", is("Authorization: the token " + one.getValue()));
        }
        post(sign(second, "a", good), "{ __typename }")
                .statusCode(401)
                .body("errors[0].message", containsString("signature that does not fit"));
        post(sign(encryption, "e", good), "{ __typename }")
                .statusCode(401)
                .body("errors[0].message", containsString("key that this server does not know"));
    }

    @Test
    @Order(2)
    void theIdOfTheKeyNeedsNotBeSaid() throws Exception {
        publish(
                jwk(second, "b", "sig", "RS256"),
                jwk(first, "a", "sig", "RS256"),
                jwk(encryption, "e", "enc", "RSA-OAEP"));
        eventually(sign(second, "b", keycloak("rostrum-reviewer")), 200);
        post(sign(first, null, keycloak("rostrum-reviewer")), DELETE)
                .statusCode(200)
                .body("errors", nullValue());
        post(sign(encryption, null, keycloak("rostrum-reviewer")), DELETE).statusCode(401);
        publish(jwk(first, "a", "sig", "RS256"));
        eventually(sign(second, "c", keycloak("rostrum-reviewer")), 401);
    }

    @Test
    @Order(3)
    void keysThatNobodyKnowsMakeTheServerFetchOnlyOnceInAWhile() throws Exception {
        int before = fetches();
        long began = System.nanoTime();
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            statuses.add(
                    post(sign(second, UUID.randomUUID().toString(), keycloak("rostrum-reviewer")), "{ __typename }")
                            .extract()
                            .statusCode());
        }
        assertEquals(List.of(401), statuses.stream().distinct().toList());
        int fetched = fetches() - before;
        assertTrue(fetched >= 1 && fetched <= (System.nanoTime() - began) / 1_000_000_000 + 1, fetched + " fetches");
    }

    @Test
    @Order(4)
    void newKeysAreTakenWithoutARestartAndOldOnesNoLonger() throws Exception {
        publish(jwk(first, "a", "sig", "RS256"), jwk(second, "b", "sig", "RS256"));
        eventually(sign(second, "b", keycloak("rostrum-reviewer")), 200).body("errors", nullValue());
        post(sign(first, "a", keycloak("rostrum-reviewer")), DELETE).statusCode(200);
        publish(jwk(second, "b2", "sig", "RS256"));
        eventually(sign(second, "b2", keycloak("rostrum-reviewer")), 200);
        post(sign(first, "a", keycloak("rostrum-reviewer")), DELETE).statusCode(401);
    }

    @Test
    @Order(5)
    void whenTheyCannotBeFetchedAnyMoreTheKeysThatAreKnownAreUsedOn() throws Exception {
        given().body("").put(certs).then().statusCode(204);
        Thread.sleep(1_100);
        post(sign(first, "unknown", keycloak("rostrum-reviewer")), DELETE).statusCode(401);
        post(sign(second, "b2", keycloak("rostrum-reviewer")), DELETE)
                .statusCode(200)
                .body("errors", nullValue());
        given().body("<html>maintenance</html>").put(certs).then().statusCode(204);
        Thread.sleep(1_100);
        post(sign(first, "unknown", keycloak("rostrum-reviewer")), DELETE).statusCode(401);
        post(sign(second, "b2", keycloak("rostrum-reviewer")), DELETE)
                .statusCode(200)
                .body("errors", nullValue());
    }
}
