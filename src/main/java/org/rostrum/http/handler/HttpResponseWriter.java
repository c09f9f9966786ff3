package org.rostrum.http.handler;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.http.negotiation.ContentCoding;
import org.rostrum.http.negotiation.ContentNegotiation;
import org.rostrum.http.negotiation.CorsPolicy;
import org.rostrum.http.operation.RequestTelemetry;
import org.rostrum.http.operation.ResponseEnvelope;
import org.rostrum.http.operation.Transport;
import org.rostrum.http.request.HttpStatus;
import org.rostrum.http.request.RequestRejectedException;

/**
 * Writes the responses of the GraphQL endpoint: their status, headers and body. A response that was sent already is
 * left alone.
 */
@ApplicationScoped
public class HttpResponseWriter {

    private final CorsPolicy cors;
    private final RequestTelemetry telemetry;
    private final GraphQLErrorMapper errorMapper;
    private final Duration maxAge;

    HttpResponseWriter(
            CorsPolicy cors,
            RequestTelemetry telemetry,
            GraphQLErrorMapper errorMapper,
            @ConfigProperty(name = "rostrum.documents.max-age") Duration maxAge) {
        this.cors = cors;
        this.telemetry = telemetry;
        this.errorMapper = errorMapper;
        this.maxAge = maxAge;
    }

    /** Sends the response of an operation; 304 without a body where the client has it already. */
    void send(RoutingContext request, HttpReply.SingleResponse reply) {
        HttpServerResponse response = request.response();
        if (isSent(response)) {
            return;
        }
        addCommonHeaders(response);
        if (reply.entityTag().isEmpty()) {
            response.putHeader("Cache-Control", "no-store");
        } else {
            String entityTag = reply.entityTag().get();
            // An answer to somebody is not for others, though it is the same today.
            String scope = ContentCoding.isPersonal(request.request()) ? "private" : "public";
            response.putHeader("Cache-Control", scope + ", max-age=" + maxAge.toSeconds() + ", must-revalidate")
                    .putHeader("Vary", cors.vary() + ", Authorization, " + GraphQLHttpHandler.EXPLAIN)
                    .putHeader("ETag", entityTag);
            if (matches(request.request().getHeader("If-None-Match"), entityTag)) {
                response.setStatusCode(HttpStatus.NOT_MODIFIED).end();
                return;
            }
        }
        if (reply.gzip()) {
            response.putHeader("Content-Encoding", ContentCoding.GZIP);
        }
        addStatusHeaders(response, reply.status());
        response.setStatusCode(reply.status())
                .putHeader("Content-Type", reply.mediaType().contentType())
                .end(reply.body());
    }

    /** Rejects a request whose document was not looked at. */
    void reject(RoutingContext request, RequestRejectedException rejected) {
        HttpServerResponse response = request.response();
        if (isSent(response)) {
            return;
        }
        addCommonHeaders(response);
        addStatusHeaders(response, rejected.status());
        if (rejected.status() == HttpStatus.METHOD_NOT_ALLOWED
                && !response.headers().contains("Allow")) {
            response.putHeader("Allow", "POST");
        }
        ContentNegotiation mediaType = ContentNegotiation.accepted(
                        request.parsedHeaders().accept())
                .response()
                .orElse(ContentNegotiation.JSON);
        EngineResult result = EngineResult.rejected(rejected.error());
        telemetry.recordRejection(Transport.HTTP, rejected.status(), result);
        response.setStatusCode(rejected.status())
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", mediaType.contentType())
                .end(ResponseEnvelope.toBuffer(ResponseEnvelope.encode(result, 0)));
    }

    /** Answers a request that a handler failed. */
    void fail(RoutingContext request) {
        if (request.statusCode() == HttpStatus.FORBIDDEN) {
            // The only failure of the CORS handler.
            reject(
                    request,
                    new RequestRejectedException(
                            HttpStatus.FORBIDDEN, "FORBIDDEN", "pages of this origin may not use the server"));
        } else if (request.failure() instanceof RequestRejectedException rejected) {
            reject(request, rejected);
        } else if (request.statusCode() >= HttpStatus.BAD_REQUEST && request.statusCode() < HttpStatus.INTERNAL) {
            reject(
                    request,
                    new RequestRejectedException(request.statusCode(), "BAD_USER_INPUT", "the request cannot be read"));
        } else {
            reject(request, new RequestRejectedException(HttpStatus.INTERNAL, errorMapper.of(request.failure())));
        }
    }

    static boolean isSent(HttpServerResponse response) {
        return response.ended() || response.closed();
    }

    /** Responses are data: no page may frame them, and a browser that shows one as a page runs nothing of it. */
    private void addCommonHeaders(HttpServerResponse response) {
        response.putHeader("Vary", cors.vary())
                .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    private static void addStatusHeaders(HttpServerResponse response, int status) {
        if (status == HttpStatus.UNAUTHORIZED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        } else if (status == HttpStatus.UNAVAILABLE) {
            response.putHeader("Retry-After", HttpStatus.RETRY_AFTER);
        }
    }

    /** RFC 9110, 13.1.2: compared weakly. */
    private static boolean matches(String ifNoneMatch, String entityTag) {
        return ifNoneMatch != null
                && List.of(ifNoneMatch.split("\\s*,\\s*")).stream()
                        .anyMatch(known ->
                                known.equals("*") || known.equals(entityTag) || known.equals("W/" + entityTag));
    }
}
