package org.rostrum.http.negotiation;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which origins' pages may use this server: its own and those of {@code rostrum.cors.origins}, which has none by
 * default.
 */
@ApplicationScoped
public class CorsPolicy {

    private static final Set<String> ALLOWED_HEADERS = Set.of(
            "content-type",
            "authorization",
            "accept",
            "graphql-require-preflight",
            "apollo-require-preflight",
            "x-apollo-operation-name",
            "x-apollo-operation-id",
            "apollographql-client-name",
            "apollographql-client-version",
            "last-event-id",
            "if-none-match",
            "rostrum-explain",
            "content-encoding");
    private static final int MAX_AGE_SECONDS = 3_600;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final List<String> origins;
    private final String vary;

    CorsPolicy(@ConfigProperty(name = "rostrum.cors.origins") Optional<List<String>> origins) {
        this.origins = origins.orElse(List.of());
        this.vary = "Accept, Accept-Encoding" + (this.origins.isEmpty() ? "" : ", Origin");
    }

    /** A handler that answers preflights and adds CORS headers; empty where no origins are configured. */
    public Optional<Handler<RoutingContext>> handler() {
        if (origins.isEmpty()) {
            return Optional.empty();
        }
        CorsHandler cors = CorsHandler.create()
                .allowedMethod(HttpMethod.GET)
                .allowedMethod(HttpMethod.POST)
                .allowedHeaders(ALLOWED_HEADERS)
                .exposedHeaders(Set.of("ETag", "Retry-After"))
                .maxAgeSeconds(MAX_AGE_SECONDS);
        origins.forEach(cors::addOrigin);
        return Optional.of(request -> {
            request.response().putHeader("Vary", "Origin");
            String origin = request.request().getHeader("Origin");
            if (origin != null && isSameOrigin(origin, request.request().authority())) {
                // No cross-origin request: the CORS handler would refuse it, since the server's own origin need not be
                // listed.
                request.next();
            } else {
                cors.handle(request);
            }
        });
    }

    /** The value of {@code Vary}: the request headers on which responses depend. */
    public String vary() {
        return vary;
    }

    /** Whether an origin is configured. */
    boolean isListed(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }

    /**
     * Whether an origin has the host and port that a request was sent to. The scheme is not compared: only the proxy
     * that terminates TLS knows it.
     */
    static boolean isSameOrigin(String origin, HostAndPort authority) {
        try {
            URI uri = new URI(origin);
            if (authority == null || uri.getHost() == null) {
                return false;
            }
            int defaultPort = "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
            return uri.getHost().equalsIgnoreCase(authority.host())
                    && (uri.getPort() < 0 ? defaultPort : uri.getPort())
                            == (authority.port() < 0 ? defaultPort : authority.port());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
