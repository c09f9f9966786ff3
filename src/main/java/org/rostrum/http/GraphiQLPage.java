package org.rostrum.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** GraphiQL at {@code /graphiql}, with example queries in its tabs: in development, and where it is switched on. */
@ApplicationScoped
public class GraphiQLPage {

  /** The example queries, in the tabs' order. */
  static final List<String> TABS = List.of("1-speaker-and-country", "2-actor-about-event", "3-who-replied-to-whom", "4-claims-by-country-and-date",
      "5-live");

  private static final Logger LOG = Logger.getLogger(GraphiQLPage.class);
  private static final String PATH = "/graphiql";

  private final boolean enabled;
  private final String host;
  private final int port;
  private final Tokens tokens;

  GraphiQLPage(@ConfigProperty(name = "rostrum.graphiql") boolean enabled,
      @ConfigProperty(name = "quarkus.http.host") String host, @ConfigProperty(name = "quarkus.http.port") int port,
      Tokens tokens) {
    this.enabled = enabled;
    this.host = host;
    this.port = port;
    this.tokens = tokens;
  }

  void route(@Observes Router router) {
    if (!enabled) {
      return;
    }
    String page = page(tokens.devToken().<Map<String, String>>map(token -> Map.of("Authorization", "Bearer " + token)).orElse(Map.of()));
    router.get(PATH).handler(request -> request.response().putHeader("Content-Type", "text/html; charset=utf-8").end(page));
  }

  void onStart(@Observes StartupEvent start) {
    String address = "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port;
    LOG.infof("GraphQL at %s/graphql%s", address, enabled ? ", GraphiQL at " + address + PATH : "");
  }

  /** The page, which sends these headers: in development a token for writing. */
  private static String page(Map<String, String> headers) {
    try {
      ObjectMapper json = new ObjectMapper();
      String tabs = json.writeValueAsString(TABS.stream().map(tab -> resource("tabs/" + tab + ".graphql")).toList());
      // "</" would end the script element that holds the queries.
      return resource("index.html").replace("{tabs}", tabs.replace("</", "<\\/")).replace("{headers}", json.writeValueAsString(headers));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the page. */
  static String resource(String name) {
    try (InputStream in = GraphiQLPage.class.getResourceAsStream("/graphiql/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
