package org.rostrum.http.request;

import org.rostrum.graph.error.ApiError;

/** A request that is refused before its document is looked at: with a status of its own and one error. */
public final class RequestRejectedException extends RuntimeException {

  private final int status;
  private final transient ApiError error;

  public RequestRejectedException(int status, String code, String message) {
    this(status, ApiError.of(code, message));
  }

  public RequestRejectedException(int status, ApiError error) {
    super(error.message(), null, false, false);
    this.status = status;
    this.error = error;
  }

  /** A request that is not of the form that GraphQL over HTTP asks for. */
  public static RequestRejectedException malformed(String message) {
    return new RequestRejectedException(HttpStatus.BAD_REQUEST, "BAD_USER_INPUT", message);
  }

  public int status() {
    return status;
  }

  public ApiError error() {
    return error;
  }
}
