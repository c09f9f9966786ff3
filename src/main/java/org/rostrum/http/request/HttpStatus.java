package org.rostrum.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.http.negotiation.ContentNegotiation;

/** The HTTP statuses of responses. */
public final class HttpStatus {

    public static final int OK = 200;
    public static final int NOT_MODIFIED = 304;
    public static final int BAD_REQUEST = 400;
    public static final int UNAUTHORIZED = 401;
    public static final int FORBIDDEN = 403;
    public static final int NOT_FOUND = 404;
    public static final int METHOD_NOT_ALLOWED = 405;
    public static final int NOT_ACCEPTABLE = 406;
    static final int REQUEST_TIMEOUT = 408;
    static final int TOO_LARGE = 413;
    public static final int UNSUPPORTED_MEDIA_TYPE = 415;
    public static final int INTERNAL = 500;
    public static final int UNAVAILABLE = 503;

    /** The value of {@code Retry-After} with {@link #UNAVAILABLE}, in seconds. */
    public static final String RETRY_AFTER = "2";

    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpStatus() {}

    /**
     * The status of the response to a well-formed request. As GraphQL over HTTP requires, it is 200 under
     * {@code application/json}, whose clients attribute other statuses to intermediaries; under other media types it
     * says whether the operation ran. When nothing was done because the server is unavailable it is 503 under any type,
     * so that intermediaries that retry see it.
     */
    public static int of(EngineResult result, ContentNegotiation mediaType) {
        if (isUnavailable(result)) {
            return UNAVAILABLE;
        }
        if (mediaType == ContentNegotiation.JSON || result.data() != null) {
            return OK;
        }
        return switch (String.valueOf(result.errors().get(0).getExtensions().get("code"))) {
            case "UNAUTHENTICATED" -> UNAUTHORIZED;
            case "FORBIDDEN" -> FORBIDDEN;
            case "INTERNAL" -> INTERNAL;
            default -> BAD_REQUEST;
        };
    }

    private static boolean isUnavailable(EngineResult result) {
        return !result.errors().isEmpty()
                && result.errors().stream()
                        .allMatch(error -> GraphQLErrorMapper.UNAVAILABLE.equals(
                                error.getExtensions().get("code")))
                && isAllNull(result.data());
    }

    /** Whether data have no value: a mutation's first field may have succeeded before its second failed. */
    private static boolean isAllNull(byte @Nullable [] data) {
        if (data == null) {
            return true;
        }
        try {
            for (JsonNode value : JSON.readTree(data)) {
                if (!value.isNull()) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
