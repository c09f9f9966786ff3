package org.rostrum.graph.error;

import graphql.execution.AbortExecutionException;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.graph.request.Limits;

/** A request goes beyond one of the {@link Limits}. It is refused, and hears which limit it is and how far it went. */
public class LimitExceededException extends AbortExecutionException {

  private final Map<String, Object> limit = new LinkedHashMap<>();
  private final transient List<SourceLocation> locations;

  /**
   * @param name    the limit's setting is {@code rostrum.limits.} and this
   * @param max     what the limit allows
   * @param actual  what the request asks for; null where that was not counted to the end
   * @param message says so for people
   */
  public LimitExceededException(String name, Object max, Object actual, String message) {
    this(name, max, actual, message, null);
  }

  /** As above, with the place in the document where the limit was passed. */
  public LimitExceededException(String name, Object max, Object actual, String message, SourceLocation location) {
    super(message);
    limit.put("name", name);
    limit.put("max", max);
    if (actual != null) {
      limit.put("actual", actual);
    }
    locations = location == null ? List.of() : List.of(location);
  }

  /** What clients see under {@code extensions.limit}: the limit's name, what it allows and what was asked for. */
  public Map<String, Object> limit() {
    return limit;
  }

  /** None: it is thrown for every field that is left when a request is stopped. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  @Override
  public List<SourceLocation> getLocations() {
    return locations;
  }
}
