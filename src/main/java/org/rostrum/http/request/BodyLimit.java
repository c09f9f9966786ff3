package org.rostrum.http.request;

import java.util.Map;
import org.rostrum.graph.error.ApiError;

/**
 * The limit of one request body, {@code rostrum.limits.body}.
 *
 * @param maxBytes the largest body, before and after inflating
 */
record BodyLimit(long maxBytes) {

    boolean isExceededBy(long bytes) {
        return bytes > maxBytes;
    }

    /** The rejection of a larger body. */
    RequestRejectedException exceeded() {
        return new RequestRejectedException(
                HttpStatus.TOO_LARGE,
                new ApiError(
                        "TOO_EXPENSIVE",
                        "the body is larger than the limit of " + maxBytes + " bytes",
                        null,
                        null,
                        Map.of("limit", Map.of("name", "body", "max", maxBytes))));
    }
}
