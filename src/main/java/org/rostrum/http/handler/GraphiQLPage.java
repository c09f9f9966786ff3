package org.rostrum.http.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rostrum.graph.value.Sha256;
import org.rostrum.http.auth.BearerTokenAuthenticator;
import org.rostrum.http.negotiation.ContentCoding;
import org.rostrum.http.request.HttpStatus;

/** GraphiQL at {@value #PATH}, with example queries in its tabs: in development, and where it is switched on. */
@ApplicationScoped
public class GraphiQLPage {

  /** Where it is. */
  static final String PATH = "/graphiql";

  /** The example queries, in the tabs' order. */
  static final List<String> TABS = List.of("1-speaker-and-country", "2-actor-about-event", "3-who-replied-to-whom", "4-claims-by-country-and-date",
      "5-live");

  /** Where the platform serves, to everybody, whatever the jar with GraphiQL holds. */
  private static final String JAR = "/graphql-ui";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  /** What the page loads: by the name under {@value #PATH}, where it lies. */
  private static final Map<String, String> FILES = Map.of(
      "page.js", "/graphiql/page.js",
      "page.css", "/graphiql/page.css",
      "react.js", "/META-INF/resources/graphql-ui/react.production.min.js",
      "react-dom.js", "/META-INF/resources/graphql-ui/react-dom.production.min.js",
      "graphiql.js", "/META-INF/resources/graphql-ui/graphiql.min.js",
      "graphiql.css", "/META-INF/resources/graphql-ui/graphiql.min.css");

  /** Only what this server sends, nothing written into the page, and no page around it. GraphiQL's style sheet holds a font and pictures. */
  private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
      + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  /** Before the platform's own handlers. */
  private static final int FIRST = -1_000;

  private final boolean enabled;
  private final BearerTokenAuthenticator tokens;
  private final Map<String, Resource> loaded = new ConcurrentHashMap<>();

  GraphiQLPage(@ConfigProperty(name = "rostrum.graphiql") boolean enabled, BearerTokenAuthenticator tokens) {
    this.enabled = enabled;
    this.tokens = tokens;
  }

  /** A file of the page, as it is and compressed, with entity tags for both. */
  private record Resource(String type, Buffer plain, Buffer gzip, String tag) {

    static Resource load(String name) {
      byte[] bytes = bytes(FILES.get(name));
      return new Resource(name.endsWith(".js") ? SCRIPT : STYLE, Buffer.buffer(bytes), ContentCoding.compress(bytes), Sha256.sha256(bytes));
    }

    String tag(boolean compressed) {
      return '"' + tag + (compressed ? "-gzip\"" : "\"");
    }
  }

  void route(@Observes Router router) {
    router.route(JAR + "*").order(FIRST).handler(request -> request.response().setStatusCode(HttpStatus.NOT_FOUND).end());
    if (!enabled) {
      return;
    }
    String page = page(tokens.devToken().<Map<String, String>>map(token -> Map.of("Authorization", "Bearer " + token)).orElse(Map.of()));
    // Not compressed, for the token in it.
    router.get(PATH).order(FIRST).handler(request -> harden(request.response()).putHeader("Cache-Control", "no-store")
        .putHeader("Content-Type", "text/html; charset=utf-8").end(page));
    FILES.keySet().forEach(name -> router.get(PATH + "/" + name).order(FIRST).blockingHandler(request -> send(request, name), false));
  }

  private static HttpServerResponse harden(HttpServerResponse response) {
    return response.putHeader("Content-Security-Policy", POLICY).putHeader("X-Frame-Options", "DENY")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin").putHeader("Cross-Origin-Resource-Policy", "same-origin");
  }

  private void send(RoutingContext request, String name) {
    Resource file = loaded.computeIfAbsent(name, Resource::load);
    boolean compressed = ContentCoding.accepts(request.request().getHeader("Accept-Encoding"));
    HttpServerResponse response = harden(request.response()).putHeader("Cache-Control", "no-cache").putHeader("Vary", "Accept-Encoding")
        .putHeader("ETag", file.tag(compressed));
    if (file.tag(compressed).equals(request.request().getHeader("If-None-Match"))) {
      response.setStatusCode(HttpStatus.NOT_MODIFIED).end();
      return;
    }
    if (compressed) {
      response.putHeader("Content-Encoding", ContentCoding.GZIP);
    }
    response.putHeader("Content-Type", file.type).end(compressed ? file.gzip : file.plain);
  }

  /** The page, which sends these headers: in development a token for writing. */
  private static String page(Map<String, String> headers) {
    try {
      ObjectMapper json = new ObjectMapper();
      String data = json.writeValueAsString(Map.of("tabs", TABS.stream().map(tab -> resource("tabs/" + tab + ".graphql")).toList(), "headers", headers));
      // "</" would end the script element that holds it.
      return resource("index.html").replace("{data}", data.replace("</", "<\\/"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the page. */
  static String resource(String name) {
    return new String(bytes("/graphiql/" + name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String path) {
    try (InputStream in = GraphiQLPage.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
