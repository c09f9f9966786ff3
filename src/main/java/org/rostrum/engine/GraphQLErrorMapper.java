package org.rostrum.engine;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.error.LimitExceededException;
import org.rostrum.graph.error.UnavailableException;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.graph.error.OutOfMemoryGuard;
import org.rostrum.store.DatabaseFailure;

/**
 * Gives every error its {@code extensions.code}. What a client did wrong is told in full; that the database is away or busy
 * is told as such; of what else went wrong in here only an incident number goes out, the rest into the log under that number.
 */
@ApplicationScoped
public class GraphQLErrorMapper {

  private static final Logger LOG = Logger.getLogger(GraphQLErrorMapper.class);
  /** Messages quote the document, which may be long. */
  private static final int LONGEST_MESSAGE = 500;
  private static final long NANOS_BETWEEN_WARNINGS = 10_000_000_000L;
  private static final int MOST_CAUSES = 100;

  /** The code of errors that are nobody's mistake and that time heals: the same request may succeed later. */
  public static final String UNAVAILABLE = "UNAVAILABLE";

  private final AtomicLong lastTold = new AtomicLong();

  /** The same errors with codes, without those that only say that a field which failed has no value. */
  public List<GraphQLError> coded(List<GraphQLError> errors) {
    boolean failed = errors.stream().anyMatch(error -> !isMissingValue(error));
    return errors.stream().filter(error -> !failed || !isMissingValue(error)).map(this::coded).toList();
  }

  private static boolean isMissingValue(GraphQLError error) {
    return error.getErrorType() == ErrorType.NullValueInNonNullableField;
  }

  private GraphQLError coded(GraphQLError error) {
    OutOfMemoryGuard.check(exception(error));
    if (error instanceof ApiError) {
      return error;
    }
    if (error instanceof LimitExceededException limit) {
      return ApiError.of(limit, null);
    }
    GraphQLError expected = expected(error);
    if (expected != null) {
      return expected;
    }
    ErrorClassification type = error.getErrorType();
    if (type == ErrorType.InvalidSyntax) {
      return with(error, "GRAPHQL_PARSE_FAILED", error.getMessage());
    }
    boolean hidden = type.toString().equals("IntrospectionDisabled");
    if (hidden || type == ErrorType.ValidationError || type == ErrorType.OperationNotSupported) {
      return with(error, "GRAPHQL_VALIDATION_FAILED", error.getMessage());
    }
    // Cycles through introspection, which the engine refuses of itself.
    if (type == ErrorType.ExecutionAborted || type.toString().equals("BadFaithIntrospection")) {
      return with(error, "TOO_EXPENSIVE", error.getMessage());
    }
    return internal(error, exception(error), error.getMessage());
  }

  /** The error that a failure inside a field stands for; null when it is the server's fault. */
  private GraphQLError expected(GraphQLError error) {
    Optional<BadUserInputException> mistake = cause(error, BadUserInputException.class);
    if (mistake.isPresent()) {
      return with(error, "BAD_USER_INPUT", mistake.get().getMessage());
    }
    Optional<LimitExceededException> limit = cause(error, LimitExceededException.class);
    if (limit.isPresent()) {
      return ApiError.of(limit.get(), error.getPath());
    }
    if (cause(error, UnauthorizedException.class).isPresent()) {
      return with(error, "UNAUTHENTICATED", "this needs a bearer token with the role contributor or reviewer");
    }
    if (cause(error, ForbiddenException.class).isPresent()) {
      return with(error, "FORBIDDEN", "the bearer token does not have the role that this needs");
    }
    Optional<UnavailableException> unavailable = cause(error, UnavailableException.class);
    if (unavailable.isPresent()) {
      return with(error, "UNAVAILABLE", unavailable.get().getMessage());
    }
    // Whatever a statement died of when the time was up, the deadline is the reason.
    if (exception(error) != null && RequestContext.current().expired()) {
      return ApiError.of(RequestContext.current().late(), error.getPath());
    }
    DatabaseFailure failure = DatabaseFailure.of(exception(error));
    return failure == null ? null : unavailable(failure, exception(error), error.getLocations(), error.getPath());
  }

  /** The error of a failure outside of any field. */
  public ApiError of(Throwable failure) {
    DatabaseFailure known = DatabaseFailure.of(failure);
    return known == null ? internal(null, failure, failure.toString()) : unavailable(known, failure, null, null);
  }

  /** Every request fails while the database is away, so the log is told now and then only. */
  private ApiError unavailable(DatabaseFailure known, Throwable failure, List<SourceLocation> locations, List<Object> path) {
    long now = System.nanoTime();
    long last = lastTold.get();
    if ((last == 0 || now - last > NANOS_BETWEEN_WARNINGS) && lastTold.compareAndSet(last, now)) {
      LOG.warnf("Requests are refused as UNAVAILABLE (%s): %s", known.message(), innermost(failure));
    }
    return new ApiError(UNAVAILABLE, known.message(), locations, path, Map.of());
  }

  private static Throwable innermost(Throwable failure) {
    Throwable inner = failure;
    for (int i = 0; i < MOST_CAUSES && inner.getCause() != null; i++) {
      inner = inner.getCause();
    }
    return inner;
  }

  private static ApiError internal(GraphQLError error, Throwable failure, String message) {
    String incident = UUID.randomUUID().toString();
    LOG.errorf(failure, "Incident %s at %s: %s", incident, error == null ? null : error.getPath(), message);
    String told = "Something went wrong on the server; its log has the incident " + incident;
    return new ApiError("INTERNAL", told, error == null ? null : error.getLocations(), error == null ? null : error.getPath(),
        Map.of("incident", incident));
  }

  private static GraphQLError with(GraphQLError error, String code, String message) {
    String told = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    return new ApiError(code, told, error.getLocations(), error.getPath(), Map.of());
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
    return null;
  }
}
