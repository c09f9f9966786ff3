package org.rostrum.http;

import org.rostrum.engine.Outcome;

/** HTTP statuses of answers. */
final class Status {

  static final int OK = 200;
  static final int NOT_MODIFIED = 304;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int NOT_ACCEPTABLE = 406;
  static final int TOO_LARGE = 413;
  static final int UNSUPPORTED_MEDIA_TYPE = 415;
  static final int INTERNAL = 500;
  static final int UNAVAILABLE = 503;

  private Status() {}

  /**
   * The status of an answer to a well-formed request: as GraphQL over HTTP asks, 200 for everything under
   * {@code application/json}, whose clients take other statuses for those of a machine in between; else it tells whether
   * the operation ran.
   */
  static int of(Outcome outcome, Media media) {
    if (media == Media.JSON || outcome.data() != null) {
      return OK;
    }
    return switch (String.valueOf(outcome.errors().get(0).getExtensions().get("code"))) {
      case "UNAUTHENTICATED" -> UNAUTHORIZED;
      case "FORBIDDEN" -> FORBIDDEN;
      case "INTERNAL" -> INTERNAL;
      default -> BAD_REQUEST;
    };
  }
}
