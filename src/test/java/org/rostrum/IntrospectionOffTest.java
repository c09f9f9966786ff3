package org.rostrum;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that does not tell its schema. */
@QuarkusTest
@TestProfile(IntrospectionOffTest.Off.class)
class IntrospectionOffTest extends ApiTest {

  /** Introspection switched off. */
  public static class Off implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("rostrum.introspection", "false");
    }
  }

  @Test
  void tellsNothingOfItsSchema() {
    for (String document : new String[] {"{ __schema { types { name } } }", "{ __type(name: \"Claim\") { name } }"}) {
      String message = refused("GRAPHQL_VALIDATION_FAILED", document);
      assertFalse(message.contains("Claim"), message);
    }
    given().get("/graphql/schema.graphql").then().statusCode(404);
    ask("{ __typename claims(first: 1) { nodes { __typename } } }");
    assertFalse(send("{ clams { id } }", Map.of()).prettify().contains("claims"));
  }
}
