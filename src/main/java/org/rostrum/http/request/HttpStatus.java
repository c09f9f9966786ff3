package org.rostrum.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.http.negotiation.ContentNegotiation;

/** HTTP statuses of answers. */
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

  /** How many seconds later a client that gets {@link #UNAVAILABLE} may try again: the value of {@code Retry-After}. */
  public static final String RETRY_AFTER = "2";

  private static final ObjectMapper JSON = new ObjectMapper();

  private HttpStatus() {}

  /**
   * The status of an answer to a well-formed request: as GraphQL over HTTP asks, 200 for everything under
   * {@code application/json}, whose clients take other statuses for those of a machine in between; else it tells whether
   * the operation ran. A request of which nothing came because the server could not serve it now is 503 under any type:
   * whoever stands between, and retries, is meant to see that.
   */
  public static int of(EngineResult outcome, ContentNegotiation media) {
    if (isUnavailable(outcome)) {
      return UNAVAILABLE;
    }
    if (media == ContentNegotiation.JSON || outcome.data() != null) {
      return OK;
    }
    return switch (String.valueOf(outcome.errors().get(0).getExtensions().get("code"))) {
      case "UNAUTHENTICATED" -> UNAUTHORIZED;
      case "FORBIDDEN" -> FORBIDDEN;
      case "INTERNAL" -> INTERNAL;
      default -> BAD_REQUEST;
    };
  }

  private static boolean isUnavailable(EngineResult outcome) {
    return !outcome.errors().isEmpty()
        && outcome.errors().stream().allMatch(error -> GraphQLErrorMapper.UNAVAILABLE.equals(error.getExtensions().get("code")))
        && isNothing(outcome.data());
  }

  /** Whether data have no value in them: a mutation's first field may have been done before its second could not be. */
  private static boolean isNothing(byte[] data) {
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
