package org.rostrum.http.request;

import org.rostrum.graph.error.ApiError;

/** A request is rejected before its document is looked at, with an HTTP status and one error. */
public final class RequestRejectedException extends RuntimeException {

    private final int status;
    private final transient ApiError error;

    /**
     * A rejection.
     *
     * @param status the HTTP status
     * @param code {@code extensions.code} of the error
     * @param message what is wrong, for people
     */
    public RequestRejectedException(int status, String code, String message) {
        this(status, ApiError.of(code, message));
    }

    /** A rejection with an HTTP status and this error. */
    public RequestRejectedException(int status, ApiError error) {
        super(error.message(), null, false, false);
        this.status = status;
        this.error = error;
    }

    /** The rejection of a request that is not well-formed by GraphQL over HTTP. */
    public static RequestRejectedException malformed(String message) {
        return new RequestRejectedException(HttpStatus.BAD_REQUEST, "BAD_USER_INPUT", message);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The only error of the response. */
    public ApiError error() {
        return error;
    }
}
