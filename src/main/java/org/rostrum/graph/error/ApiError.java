package org.rostrum.graph.error;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error in the form that clients receive.
 *
 * @param code {@code extensions.code}
 * @param message for people
 * @param locations the locations in the document; null for none
 * @param path the field's path in the response; null for an error of the whole request
 * @param details further entries of {@code extensions}
 */
public record ApiError(
        String code,
        @Nullable String message,
        @Nullable List<SourceLocation> locations,
        @Nullable List<Object> path,
        Map<String, Object> details)
        implements GraphQLError {

    /** An error of the request as a whole. */
    public static ApiError of(String code, String message) {
        return new ApiError(code, message, null, null, Map.of());
    }

    /**
     * The error of a request that exceeds a limit.
     *
     * @param path the field's path in the response, or null
     */
    public static ApiError of(LimitExceededException error, @Nullable List<Object> path) {
        List<SourceLocation> locations = error.getLocations().isEmpty() ? null : error.getLocations();
        return new ApiError("TOO_EXPENSIVE", error.getMessage(), locations, path, Map.of("limit", error.limit()));
    }

    @Override
    public @Nullable String getMessage() {
        return message;
    }

    @Override
    public @Nullable List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public @Nullable List<Object> getPath() {
        return path;
    }

    /** Required by {@link GraphQLError}; not part of the response. */
    @Override
    public ErrorClassification getErrorType() {
        return ErrorClassification.errorClassification(code);
    }

    /** Omits graphql-java's classification, which would repeat the code. */
    @Override
    public Map<String, Object> toSpecification() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        if (locations != null && !locations.isEmpty()) {
            error.put(
                    "locations",
                    locations.stream()
                            .map(at -> Map.of("line", at.getLine(), "column", at.getColumn()))
                            .toList());
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
