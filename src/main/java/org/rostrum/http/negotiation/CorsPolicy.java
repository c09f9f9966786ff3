package org.rostrum.http.negotiation;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
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
public class CorsPolicy {

  /**
   * Headers that a page can send to another site only after the browser asked that site (they are not CORS-safelisted), so
   * that a request with one of them comes from a page that may send it, or from no page.
   */
  public static final List<String> PREFLIGHTED = List.of("GraphQL-Require-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name", "Authorization");

  private static final Set<String> HEADERS = Set.of("content-type", "authorization", "accept", "graphql-require-preflight",
      "apollo-require-preflight", "x-apollo-operation-name", "x-apollo-operation-id", "apollographql-client-name",
      "apollographql-client-version", "last-event-id", "if-none-match", "rostrum-explain", "content-encoding");
  private static final int PREFLIGHT_SECONDS = 3_600;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final List<String> origins;
  private final String vary;

  CorsPolicy(@ConfigProperty(name = "rostrum.cors.origins") Optional<List<String>> origins) {
    this.origins = origins.orElse(List.of());
    this.vary = "Accept, Accept-Encoding" + (this.origins.isEmpty() ? "" : ", Origin");
  }

  /** Answers preflights and adds CORS headers for the configured origins; null where there are none. */
  public Handler<RoutingContext> cors() {
    if (origins.isEmpty()) {
      return null;
    }
    CorsHandler cors = CorsHandler.create().allowedMethod(HttpMethod.GET).allowedMethod(HttpMethod.POST)
        .allowedHeaders(HEADERS).exposedHeaders(Set.of("ETag", "Retry-After")).maxAgeSeconds(PREFLIGHT_SECONDS);
    origins.forEach(cors::addOrigin);
    return request -> {
      request.response().putHeader("Vary", "Origin");
      String origin = request.request().getHeader("Origin");
      if (origin != null && isOwn(origin, request.request().authority())) {
        // Not for CORS: the handler would refuse it, since it need not be listed.
        request.next();
      } else {
        cors.handle(request);
      }
    };
  }

  /** The value of {@code Vary}: by which headers of a request its answer is chosen. */
  public String vary() {
    return vary;
  }

  /** Whether a websocket may be opened: browsers open one to any site, and tell which page asks for it. */
  public boolean mayOpenSocket(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null || isListed(origin) || isOwn(origin, request.authority());
  }

  private boolean isListed(String origin) {
    return origins.contains("*") || origins.contains(origin);
  }

  /** Whether an origin is where the request went. The scheme is not looked at: whoever ends TLS in between knows it, not this server. */
  private static boolean isOwn(String origin, HostAndPort asked) {
    try {
      URI uri = new URI(origin);
      if (asked == null || uri.getHost() == null) {
        return false;
      }
      int usual = "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
      return uri.getHost().equalsIgnoreCase(asked.host())
          && (uri.getPort() < 0 ? usual : uri.getPort()) == (asked.port() < 0 ? usual : asked.port());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * Whether a GET may run: it must not come from a page that may not use the server. Proof is a header that forces a
   * preflight, {@code Content-Type: application/json}, the {@code Origin} of a page that may, or the browser's own word: Fetch
   * Metadata headers, which pages cannot set (https://www.w3.org/TR/fetch-metadata/), that name no other site. Navigations
   * and embedded resources prove nothing, whatever they bring: their answer is shown, or run, where a page wants it.
   */
  public boolean mayGet(HttpServerRequest request) {
    for (String header : PREFLIGHTED) {
      if (request.getHeader(header) != null) {
        return true;
      }
    }
    if (isJson(request.getHeader("Content-Type"))) {
      return true;
    }
    String mode = request.getHeader("Sec-Fetch-Mode");
    if (mode != null && !mode.equals("cors") && !mode.equals("same-origin")) {
      return false;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    if ("same-origin".equals(site)) {
      return mode != null;
    }
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return isListed(origin) || site == null && isOwn(origin, request.authority());
    }
    return mode != null && site == null;
  }

  /** Whether a content type is JSON in UTF-8. */
  public static boolean isJson(String contentType) {
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
