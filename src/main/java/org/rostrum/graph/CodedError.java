package org.rostrum.graph;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;

/**
 * An error as clients see it.
 *
 * @param code      what kind of error it is: {@code extensions.code}
 * @param message   what is wrong, for people
 * @param locations where in the document, or null
 * @param path      which field of the answer, or null
 */
record CodedError(String code, String message, List<SourceLocation> locations, List<Object> path) implements GraphQLError {

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

  /** The platform insists on one. */
  @Override
  public ErrorClassification getErrorType() {
    return ErrorClassification.errorClassification(code);
  }

  @Override
  public Map<String, Object> getExtensions() {
    return Map.of("code", code);
  }
}
