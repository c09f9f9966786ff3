package org.rostrum.http.operation;

import graphql.GraphQLError;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.json.JsonBuffer;

/** Writes answers as JSON. */
public final class ResponseEnvelope {

  private static final int ENVELOPE = 200;

  private ResponseEnvelope() {}

  /** An answer as the GraphQL specification has it, with the cost of the operation in its extensions. */
  public static JsonBuffer of(EngineResult outcome, int mostCost) {
    return of(outcome, mostCost, null);
  }

  /** As above, with the cursor of the event that it is about. */
  public static JsonBuffer of(EngineResult outcome, int mostCost, String cursor) {
    JsonBuffer json = new JsonBuffer(ENVELOPE + (outcome.data() == null ? 0 : outcome.data().length));
    char before = '{';
    if (!outcome.errors().isEmpty()) {
      json.raw(before).string("errors").raw(':');
      errors(json, outcome.errors());
      before = ',';
    }
    if (outcome.data() != null) {
      json.raw(before).string("data").raw(':').raw(outcome.data());
      before = ',';
    }
    if (outcome.cost() != null || cursor != null) {
      json.raw(before).string("extensions").raw(':');
      extensions(json, outcome, mostCost, cursor);
    }
    return json.raw('}');
  }

  private static void extensions(JsonBuffer json, EngineResult outcome, int mostCost, String cursor) {
    char before = '{';
    if (outcome.cost() != null) {
      json.raw(before).string("cost").raw(':').raw('{').string("requested").raw(':').any(outcome.cost())
          .raw(',').string("limit").raw(':').number(mostCost).raw('}');
      before = ',';
    }
    if (cursor != null) {
      json.raw(before).string("cursor").raw(':').string(cursor);
      before = ',';
    }
    if (outcome.plan() != null) {
      json.raw(before).string("plan").raw(':').any(outcome.plan());
    }
    json.raw('}');
  }

  /** A list of errors. */
  public static void errors(JsonBuffer json, List<? extends GraphQLError> errors) {
    json.any(errors.stream().map(GraphQLError::toSpecification).toList());
  }

  /** What was written, for sending; nothing may be written behind it any more. */
  public static Buffer buffer(JsonBuffer json) {
    return Buffer.buffer(Unpooled.wrappedBuffer(json.array(), 0, json.length()));
  }
}
