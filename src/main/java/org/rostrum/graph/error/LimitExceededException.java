package org.rostrum.graph.error;

import graphql.execution.AbortExecutionException;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.request.Limits;

/** A request exceeds one of the {@link Limits}. The error names the limit, its value and the request's own. */
public class LimitExceededException extends AbortExecutionException {

    private final Map<String, Object> limit = new LinkedHashMap<>();
    private final transient List<SourceLocation> locations;

    /**
     * Without a location.
     *
     * @param name the name of the limit's setting after {@code rostrum.limits.}
     * @param max the limit's value
     * @param actual the request's value; null where counting stopped before it was known
     * @param message for people
     */
    public LimitExceededException(String name, Object max, @Nullable Object actual, String message) {
        this(name, max, actual, message, null);
    }

    /** With the location in the document where the limit was exceeded, or null. */
    public LimitExceededException(
            String name, Object max, @Nullable Object actual, String message, @Nullable SourceLocation location) {
        super(message);
        limit.put("name", name);
        limit.put("max", max);
        if (actual != null) {
            limit.put("actual", actual);
        }
        locations = location == null ? List.of() : List.of(location);
    }

    /** The content of {@code extensions.limit}: name, max and, where known, actual. */
    public Map<String, Object> limit() {
        return limit;
    }

    /** Leaves the stack trace empty: when a request is stopped, one instance is thrown for every remaining field. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }
}
