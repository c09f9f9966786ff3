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
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.Sha256;
import org.rostrum.http.auth.BearerTokenAuthenticator;
import org.rostrum.http.negotiation.ContentCoding;
import org.rostrum.http.request.HttpStatus;

/**
 * Serves GraphiQL at {@value #PATH}, with example queries in its tabs: in development, and where
 * {@code rostrum.graphiql} is on.
 */
@ApplicationScoped
public class GraphiQLPage {

    /** The page's path. */
    static final String PATH = "/graphiql";

    /** The example queries, in the tabs' order. */
    static final List<String> TABS = List.of(
            "1-speaker-and-country",
            "2-actor-about-event",
            "3-who-replied-to-whom",
            "4-claims-by-country-and-date",
            "5-live");

    /** Where the platform serves all files of the jar with GraphiQL, to everybody; blocked. */
    private static final String PLATFORM_PATH = "/graphql-ui";

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    /** The files that the page loads: their names under {@value #PATH}, and the resources behind them. */
    private static final Map<String, String> FILES = Map.of(
            "page.js", "/graphiql/page.js",
            "page.css", "/graphiql/page.css",
            "react.js", "/META-INF/resources/graphql-ui/react.production.min.js",
            "react-dom.js", "/META-INF/resources/graphql-ui/react-dom.production.min.js",
            "graphiql.js", "/META-INF/resources/graphql-ui/graphiql.min.js",
            "graphiql.css", "/META-INF/resources/graphql-ui/graphiql.min.css");

    /** Only files of this server, no inline scripts, no framing. GraphiQL's style sheet embeds a font and images. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** Before the platform's own handlers. */
    private static final int FIRST = -1_000;

    private final boolean enabled;
    private final BearerTokenAuthenticator authenticator;
    private final Map<String, Resource> loaded = new ConcurrentHashMap<>();

    GraphiQLPage(@ConfigProperty(name = "rostrum.graphiql") boolean enabled, BearerTokenAuthenticator authenticator) {
        this.enabled = enabled;
        this.authenticator = authenticator;
    }

    /** A file of the page, plain and compressed, with an entity tag for each form. */
    private record Resource(String type, Buffer plain, Buffer gzip, String tag) {

        static Resource load(String name) {
            byte[] bytes = bytes(FILES.get(name));
            return new Resource(
                    name.endsWith(".js") ? SCRIPT : STYLE,
                    Buffer.buffer(bytes),
                    ContentCoding.compress(bytes),
                    Sha256.sha256(bytes));
        }

        String tag(boolean compressed) {
            return '"' + tag + (compressed ? "-gzip\"" : "\"");
        }
    }

    void register(@Observes Router router) {
        router.route(PLATFORM_PATH + "*")
                .order(FIRST)
                .handler(request ->
                        request.response().setStatusCode(HttpStatus.NOT_FOUND).end());
        if (!enabled) {
            return;
        }
        String page = page(authenticator
                .devToken()
                .<Map<String, String>>map(token -> Map.of("Authorization", "Bearer " + token))
                .orElse(Map.of()));
        // Not compressed: it may hold a token.
        router.get(PATH)
                .order(FIRST)
                .handler(request -> harden(request.response())
                        .putHeader("Cache-Control", "no-store")
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .end(page));
        FILES.keySet()
                .forEach(name -> router.get(PATH + "/" + name)
                        .order(FIRST)
                        .blockingHandler(request -> send(request, name), false));
    }

    private static HttpServerResponse harden(HttpServerResponse response) {
        return response.putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    private void send(RoutingContext request, String name) {
        Resource file = loaded.computeIfAbsent(name, Resource::load);
        boolean compressed = ContentCoding.accepts(request.request().getHeader("Accept-Encoding"));
        HttpServerResponse response = harden(request.response())
                .putHeader("Cache-Control", "no-cache")
                .putHeader("Vary", "Accept-Encoding")
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

    /**
     * The page.
     *
     * @param headers what its requests send: in development, a token for writing
     */
    private static String page(Map<String, String> headers) {
        try {
            ObjectMapper json = new ObjectMapper();
            String data = json.writeValueAsString(Map.of(
                    "tabs",
                    TABS.stream()
                            .map(tab -> resource("tabs/" + tab + ".graphql"))
                            .toList(),
                    "headers",
                    headers));
            // "</" would end the script element around it.
            return resource("index.html").replace("{data}", data.replace("</", "<\\/"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the page. */
    static String resource(String name) {
        return new String(bytes("/graphiql/" + name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(@Nullable String path) {
        try (InputStream in = GraphiQLPage.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
