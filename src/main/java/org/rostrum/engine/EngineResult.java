package org.rostrum.engine;

import graphql.GraphQLError;
import java.util.List;
import java.util.Map;

/**
 * What came of a request.
 *
 * @param data   the data as JSON, {@code null} included; null when the operation did not run
 * @param errors what went wrong, with codes
 * @param cost   how many records were asked for; null when the operation did not get as far as that
 * @param plan   what was done at each place of the plan; null where nobody asked
 */
public record EngineResult(byte[] data, List<GraphQLError> errors, Long cost, List<Map<String, Object>> plan) {

  /** What comes of a request that is refused. */
  public static EngineResult failed(List<? extends GraphQLError> errors) {
    return new EngineResult(null, List.copyOf(errors), null, null);
  }

  /** What comes of a request that is refused. */
  public static EngineResult failed(GraphQLError error) {
    return failed(List.of(error));
  }
}
