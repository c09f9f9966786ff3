package org.rostrum.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that does not tell its schema, and serves no GraphiQL. */
@QuarkusTest
@TestProfile(IntrospectionOffTest.Off.class)
class IntrospectionOffTest extends ApiTest {

    /** Introspection and GraphiQL switched off. */
    public static class Off implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("rostrum.introspection", "false", "rostrum.graphiql", "false");
        }
    }

    @Test
    void tellsNothingOfItsSchema() {
        for (String document :
                new String[] {"{ __schema { types { name } } }", "{ __type(name: \"Claim\") { name } }"}) {
            String message = refused("GRAPHQL_VALIDATION_FAILED", document);
            assertFalse(message.contains("Claim"), message);
        }
        given().get("/graphql/schema.graphql").then().statusCode(404);
        ask("{ __typename claims(first: 1) { nodes { __typename } } }");
        assertFalse(send("{ clams { id } }", Map.of()).prettify().contains("claims"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphiql",
                "/graphiql/",
                "/graphiql/page.js",
                "/graphiql/graphiql.js",
                "/graphql-ui",
                "/graphql-ui/",
                "/graphql-ui/index.html",
                "/graphql-ui/graphiql.min.js",
                "//graphql-ui/graphiql.min.js",
                "/./graphql-ui/graphiql.min.js",
                "/x/../graphql-ui/graphiql.min.js",
                "/%67raphql-ui/graphiql.min.js",
                "/graphql-ui/react.production.min.js",
                "/graphql-ui/graphiql.min.js.map",
                "/q/graphql-ui",
                "/q/graphql-ui/"
            })
    void servesNothingOfGraphiQL(String path) {
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(404)
                .header("X-Content-Type-Options", "nosniff");
    }
}
