package org.rostrum.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.engine.Engine.Outcome;

/** Writes answers as JSON. */
final class Answers {

  private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
      .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build());

  private Answers() {}

  /** An answer as the GraphQL specification has it, with the cost of the operation in its extensions. */
  static Map<String, Object> of(Outcome outcome, int mostCost) {
    return of(outcome, mostCost, null);
  }

  /** As above, with the cursor of the event that it is about. */
  static Map<String, Object> of(Outcome outcome, int mostCost, String cursor) {
    ExecutionResult result = outcome.result();
    Map<String, Object> answer = new LinkedHashMap<>(result.toSpecification());
    Map<String, Object> extensions = new LinkedHashMap<>();
    if (outcome.cost() != null) {
      Map<String, Object> cost = new LinkedHashMap<>();
      cost.put("requested", outcome.cost());
      cost.put("limit", mostCost);
      extensions.put("cost", cost);
    }
    if (cursor != null) {
      extensions.put("cursor", cursor);
    }
    if (!extensions.isEmpty()) {
      answer.put("extensions", extensions);
    }
    return answer;
  }

  /** An answer that is one error. */
  static Map<String, Object> of(GraphQLError error) {
    return Map.of("errors", List.of(error.toSpecification()));
  }

  /** JSON in UTF-8. */
  static Buffer json(Object value) {
    try {
      return Buffer.buffer(JSON.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
