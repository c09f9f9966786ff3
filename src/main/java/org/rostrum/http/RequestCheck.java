package org.rostrum.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks at a GraphQL request before the platform does, which fails on parameters of a wrong type, forgets where a document is
 * broken, and runs what a form on a foreign page sends.
 */
@ApplicationScoped
public class RequestCheck {

  private static final String PATH = "/graphql";
  /** Before the platform's own handlers. */
  private static final int FIRST = -1_000;
  private static final int BAD_REQUEST = 400;
  private static final int UNSUPPORTED_MEDIA_TYPE = 415;
  /** The one type that a page of another site cannot send without the browser asking first. */
  private static final Pattern JSON = Pattern.compile("(?i)\\s*application/json\\s*(?:;.*)?");

  private final ObjectMapper json = new ObjectMapper();
  private final long largest;

  RequestCheck(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
    this.largest = largest.asLongValue();
  }

  void route(@Observes Router router) {
    router.post(PATH).order(FIRST).handler(BodyHandler.create(false).setBodyLimit(largest)).handler(this::check);
  }

  private void check(RoutingContext request) {
    String type = request.request().getHeader("Content-Type");
    if (type == null || !JSON.matcher(type).matches()) {
      answer(request, UNSUPPORTED_MEDIA_TYPE, "BAD_USER_INPUT", "Content-Type must be application/json", null);
      return;
    }
    JsonNode body = body(request);
    String problem = problem(body);
    if (problem != null) {
      answer(request, BAD_REQUEST, "BAD_USER_INPUT", problem, null);
      return;
    }
    try {
      Parser.parse(body.get("query").asText());
      request.next();
    } catch (InvalidSyntaxException e) {
      answer(request, 200, "GRAPHQL_PARSE_FAILED", e.getMessage(), e);
    }
  }

  private JsonNode body(RoutingContext request) {
    Buffer body = request.body().buffer();
    if (body == null || body.length() == 0) {
      return null;
    }
    try {
      return json.readTree(body.getBytes());
    } catch (IOException e) {
      return null;
    }
  }

  /** What is wrong with the request; null when nothing is. */
  private static String problem(JsonNode body) {
    if (body == null || !body.isObject()) {
      return "the body must be a JSON object with a query";
    }
    if (!body.path("query").isTextual()) {
      return "query: must be a text";
    }
    if (!isNoneOr(body.path("variables"), JsonNode::isObject)) {
      return "variables: must be an object";
    }
    if (!isNoneOr(body.path("operationName"), JsonNode::isTextual)) {
      return "operationName: must be a text";
    }
    return isNoneOr(body.path("extensions"), JsonNode::isObject) ? null : "extensions: must be an object";
  }

  private static boolean isNoneOr(JsonNode value, Predicate<JsonNode> form) {
    return value.isMissingNode() || value.isNull() || form.test(value);
  }

  private void answer(RoutingContext request, int status, String code, String message, InvalidSyntaxException syntax) {
    ObjectNode answer = json.createObjectNode();
    ObjectNode error = answer.putArray("errors").addObject().put("message", message);
    if (syntax != null && syntax.getLocation() != null) {
      error.putArray("locations").addObject().put("line", syntax.getLocation().getLine()).put("column", syntax.getLocation().getColumn());
    }
    error.putObject("extensions").put("code", code);
    request.response().setStatusCode(status).putHeader("Content-Type", "application/json; charset=utf-8").end(answer.toString());
  }
}
