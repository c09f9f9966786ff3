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
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.error.LimitExceededException;
import org.rostrum.graph.error.OutOfMemoryGuard;
import org.rostrum.graph.error.UnavailableException;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.store.DatabaseFailure;

/**
 * Adds {@code extensions.code} to every error. Errors that the client caused keep their message; database outages and
 * conflicts are reported as such; for any other failure the client sees only an incident id, under which the log has
 * the details.
 */
@ApplicationScoped
public class GraphQLErrorMapper {

    private static final Logger LOG = Logger.getLogger(GraphQLErrorMapper.class);
    /** Messages quote the document, which may be long. In UTF-16 code units. */
    private static final int MAX_MESSAGE_LENGTH = 500;

    private static final long NANOS_BETWEEN_WARNINGS = 10_000_000_000L;
    private static final int MAX_CAUSES = 100;

    /** The code of temporary failures: the same request may succeed later. */
    public static final String UNAVAILABLE = "UNAVAILABLE";

    private final AtomicLong lastWarning = new AtomicLong();

    /**
     * The errors with codes. Errors about missing values are left out where others explain why the values are missing.
     */
    public List<GraphQLError> withCodes(List<GraphQLError> errors) {
        boolean explained = errors.stream().anyMatch(error -> !isMissingValue(error));
        return errors.stream()
                .filter(error -> !explained || !isMissingValue(error))
                .map(this::withCodes)
                .toList();
    }

    private static boolean isMissingValue(GraphQLError error) {
        return error.getErrorType() == ErrorType.NullValueInNonNullableField;
    }

    private GraphQLError withCodes(GraphQLError error) {
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
        // graphql-java itself rejects cyclic introspection queries.
        if (type == ErrorType.ExecutionAborted || type.toString().equals("BadFaithIntrospection")) {
            return with(error, "TOO_EXPENSIVE", error.getMessage());
        }
        return internal(error, exception(error), error.getMessage());
    }

    /** The error for a failure in a field that the client can act on; null for an internal one. */
    private @Nullable GraphQLError expected(GraphQLError error) {
        Optional<BadUserInputException> badInput = cause(error, BadUserInputException.class);
        if (badInput.isPresent()) {
            return with(error, "BAD_USER_INPUT", badInput.get().getMessage());
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
        Throwable exception = exception(error);
        if (exception == null) {
            return null;
        }
        // Once the deadline has passed, it is the reason for whatever exception a statement failed with.
        if (RequestContext.current().isExpired()) {
            return ApiError.of(RequestContext.current().deadlineExceeded(), error.getPath());
        }
        DatabaseFailure failure = DatabaseFailure.of(exception);
        return failure == null ? null : unavailable(failure, exception, error.getLocations(), error.getPath());
    }

    /** The error for a failure outside of any field. */
    public ApiError of(Throwable failure) {
        DatabaseFailure temporary = DatabaseFailure.of(failure);
        return temporary == null
                ? internal(null, failure, failure.toString())
                : unavailable(temporary, failure, null, null);
    }

    /** Every request fails while the database is away, so only one warning in ten seconds is logged. */
    private ApiError unavailable(
            DatabaseFailure temporary,
            Throwable failure,
            @Nullable List<SourceLocation> locations,
            @Nullable List<Object> path) {
        long now = System.nanoTime();
        long last = lastWarning.get();
        if ((last == 0 || now - last > NANOS_BETWEEN_WARNINGS) && lastWarning.compareAndSet(last, now)) {
            LOG.warnf("Requests are refused as UNAVAILABLE (%s): %s", temporary.clientMessage(), innermost(failure));
        }
        return new ApiError(UNAVAILABLE, temporary.clientMessage(), locations, path, Map.of());
    }

    private static Throwable innermost(Throwable failure) {
        Throwable inner = failure;
        Throwable cause = failure.getCause();
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            inner = cause;
            cause = inner.getCause();
        }
        return inner;
    }

    private static ApiError internal(@Nullable GraphQLError error, @Nullable Throwable failure, String details) {
        String incident = UUID.randomUUID().toString();
        LOG.errorf(failure, "Incident %s at %s: %s", incident, error == null ? null : error.getPath(), details);
        String message = "Something went wrong on the server; its log has the incident " + incident;
        return new ApiError(
                "INTERNAL",
                message,
                error == null ? null : error.getLocations(),
                error == null ? null : error.getPath(),
                Map.of("incident", incident));
    }

    private static GraphQLError with(GraphQLError error, String code, String message) {
        String shortened =
                message.length() <= MAX_MESSAGE_LENGTH ? message : message.substring(0, MAX_MESSAGE_LENGTH) + "…";
        return new ApiError(code, shortened, error.getLocations(), error.getPath(), Map.of());
    }

    private static <X extends Throwable> Optional<X> cause(GraphQLError error, Class<X> type) {
        for (Throwable cause = exception(error); cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Throwable exception(GraphQLError error) {
        if (error instanceof ExceptionWhileDataFetching fetching) {
            return fetching.getException();
        }
        return null;
    }
}
