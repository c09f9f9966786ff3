package org.rostrum.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which pages of other sites may talk to this server: those of the configured origins, none unless configured. */
@ApplicationScoped
public class Origins {

  /**
   * Headers that a page can send to another site only after the browser asked that site (they are not CORS-safelisted), so
   * that a request with one of them comes from a page that may send it, or from no page.
   */
  static final List<String> PREFLIGHTED = List.of("GraphQL-Require-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name", "Authorization");

  private static final Set<String> HEADERS = Set.of("content-type", "authorization", "accept", "graphql-require-preflight",
      "apollo-require-preflight", "x-apollo-operation-name", "x-apollo-operation-id", "apollographql-client-name",
      "apollographql-client-version", "last-event-id", "if-none-match", "rostrum-explain");
  private static final int PREFLIGHT_SECONDS = 3_600;

  private final List<String> origins;

  Origins(@ConfigProperty(name = "rostrum.cors.origins") Optional<List<String>> origins) {
    this.origins = origins.orElse(List.of());
  }

  /** Answers preflights and adds CORS headers for the configured origins; null where there are none. */
  CorsHandler cors() {
    if (origins.isEmpty()) {
      return null;
    }
    CorsHandler cors = CorsHandler.create().allowedMethod(HttpMethod.GET).allowedMethod(HttpMethod.POST)
        .allowedHeaders(HEADERS).exposedHeader("ETag").maxAgeSeconds(PREFLIGHT_SECONDS);
    origins.forEach(cors::addOrigin);
    return cors;
  }

  /** Whether a websocket may be opened: browsers open one to any site, and tell which page asks for it. */
  boolean mayOpenSocket(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null || origins.contains("*") || origins.contains(origin) || isOwn(origin, request.getHeader("Host"));
  }

  private static boolean isOwn(String origin, String host) {
    try {
      String authority = new URI(origin).getAuthority();
      return authority != null && host != null && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * Whether a GET may run: it must not come from a page that the browser has not asked about. Proof is a header that forces
   * a preflight, {@code Content-Type: application/json}, or the browser's own word: Fetch Metadata headers, which pages
   * cannot set (https://www.w3.org/TR/fetch-metadata/), that name no other site and no navigation or embedded resource.
   */
  static boolean mayGet(HttpServerRequest request) {
    if (PREFLIGHTED.stream().anyMatch(header -> request.getHeader(header) != null) || isJson(request.getHeader("Content-Type"))) {
      return true;
    }
    String mode = request.getHeader("Sec-Fetch-Mode");
    String site = request.getHeader("Sec-Fetch-Site");
    boolean scripted = "cors".equals(mode) || "same-origin".equals(mode);
    boolean own = site == null ? request.getHeader("Origin") == null : site.equals("same-origin");
    return scripted && own;
  }

  /** Whether a content type is JSON in UTF-8. */
  static boolean isJson(String contentType) {
    if (contentType == null) {
      return false;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
    if (!parts[0].strip().equals("application/json")) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].strip().split("=", 2);
      boolean charset = pair[0].strip().equals("charset");
      if (charset && (pair.length < 2 || !pair[1].replace("\"", "").strip().equals("utf-8"))) {
        return false;
      }
    }
    return true;
  }
}
