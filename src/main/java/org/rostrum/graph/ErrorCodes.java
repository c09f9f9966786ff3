package org.rostrum.graph;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import io.smallrye.graphql.execution.error.GraphQLExceptionWhileDataFetching;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Gives every error its {@code extensions.code}. What a client did wrong is told in full; of what went wrong in here only
 * an incident number goes out, the rest into the log under that number.
 */
@ApplicationScoped
public class ErrorCodes {

  private static final Logger LOG = Logger.getLogger(ErrorCodes.class);

  /** The same errors with codes, without those that only say that a field which failed has no value. */
  List<GraphQLError> coded(List<GraphQLError> errors) {
    boolean failed = errors.stream().anyMatch(error -> !isMissingValue(error));
    return errors.stream().filter(error -> !failed || !isMissingValue(error)).map(this::coded).toList();
  }

  private static boolean isMissingValue(GraphQLError error) {
    return error.getErrorType() == ErrorType.NullValueInNonNullableField;
  }

  private GraphQLError coded(GraphQLError error) {
    Optional<BadUserInput> mistake = cause(error, BadUserInput.class);
    if (mistake.isPresent()) {
      return with(error, "BAD_USER_INPUT", mistake.get().getMessage());
    }
    ErrorClassification type = error.getErrorType();
    if (type == ErrorType.InvalidSyntax) {
      return with(error, "GRAPHQL_PARSE_FAILED", error.getMessage());
    }
    if (type == ErrorType.ValidationError || type == ErrorType.OperationNotSupported) {
      return with(error, "GRAPHQL_VALIDATION_FAILED", error.getMessage());
    }
    if (type == ErrorType.ExecutionAborted) {
      return with(error, "TOO_EXPENSIVE", error.getMessage());
    }
    String incident = UUID.randomUUID().toString();
    LOG.errorf(exception(error), "Incident %s at %s: %s", incident, error.getPath(), error.getMessage());
    return with(error, "INTERNAL", "Something went wrong on the server; its log has the incident " + incident);
  }

  private static GraphQLError with(GraphQLError error, String code, String message) {
    return new CodedError(code, message, error.getLocations(), error.getPath());
  }

  private static <X extends Throwable> Optional<X> cause(GraphQLError error, Class<X> type) {
    for (Throwable cause = exception(error); cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }

  private static Throwable exception(GraphQLError error) {
    if (error instanceof ExceptionWhileDataFetching fetching) {
      return fetching.getException();
    }
    if (error instanceof GraphQLExceptionWhileDataFetching fetching) {
      return fetching.getException();
    }
    return null;
  }
}
