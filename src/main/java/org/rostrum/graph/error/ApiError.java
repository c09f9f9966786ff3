package org.rostrum.graph.error;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as clients see it.
 *
 * @param code      what kind of error it is: {@code extensions.code}
 * @param message   what is wrong, for people
 * @param locations where in the document, or null
 * @param path      which field of the answer, or null
 * @param details   more for programs, beside the code in {@code extensions}
 */
public record ApiError(
    String code, String message, List<SourceLocation> locations, List<Object> path, Map<String, Object> details) implements GraphQLError {

  /** An error of the request as a whole. */
  public static ApiError of(String code, String message) {
    return new ApiError(code, message, null, null, Map.of());
  }

  /** The error of a request that goes beyond a limit. */
  public static ApiError of(LimitExceededException error, List<Object> path) {
    List<SourceLocation> locations = error.getLocations().isEmpty() ? null : error.getLocations();
    return new ApiError("TOO_EXPENSIVE", error.getMessage(), locations, path, Map.of("limit", error.limit()));
  }

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public List<SourceLocation> getLocations() {
    return locations;
  }

  @Override
  public List<Object> getPath() {
    return path;
  }

  /** The engine insists on one. */
  @Override
  public ErrorClassification getErrorType() {
    return ErrorClassification.errorClassification(code);
  }

  /** Without the engine's own classification, which would say the same as the code. */
  @Override
  public Map<String, Object> toSpecification() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    if (locations != null && !locations.isEmpty()) {
      error.put("locations", locations.stream().map(at -> Map.of("line", at.getLine(), "column", at.getColumn())).toList());
    }
    if (path != null) {
      error.put("path", path);
    }
    error.put("extensions", getExtensions());
    return error;
  }

  @Override
  public Map<String, Object> getExtensions() {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", code);
    extensions.putAll(details);
    return extensions;
  }
}
