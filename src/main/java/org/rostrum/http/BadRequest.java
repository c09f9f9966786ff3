package org.rostrum.http;

import org.rostrum.graph.CodedError;

/** A request that is refused before its document is looked at: with a status of its own and one error. */
final class BadRequest extends RuntimeException {

  private final int status;
  private final transient CodedError error;

  BadRequest(int status, String code, String message) {
    this(status, CodedError.of(code, message));
  }

  BadRequest(int status, CodedError error) {
    super(error.message(), null, false, false);
    this.status = status;
    this.error = error;
  }

  /** A request that is not of the form that GraphQL over HTTP asks for. */
  static BadRequest malformed(String message) {
    return new BadRequest(Status.BAD_REQUEST, "BAD_USER_INPUT", message);
  }

  int status() {
    return status;
  }

  CodedError error() {
    return error;
  }
}
