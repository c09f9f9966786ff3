package org.rostrum.http.handler;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.rostrum.http.negotiation.ContentNegotiation;
import org.rostrum.http.negotiation.CorsPolicy;
import org.rostrum.http.negotiation.CsrfGuard;
import org.rostrum.http.request.GraphQLRequest;
import org.rostrum.http.request.HttpStatus;
import org.rostrum.http.request.RequestBodies;
import org.rostrum.http.request.RequestRejectedException;

/** Routes {@value #PATH} by method and transport, in the place of the platform's endpoint. */
@ApplicationScoped
public class GraphQLRoutes {

    /** The endpoint's path. */
    static final String PATH = "/graphql";
    /** Before the platform's own handlers, which never see a request for this path. */
    private static final int FIRST = -1_000;

    private final CorsPolicy cors;
    private final CsrfGuard csrf;
    private final RequestBodies bodies;
    private final GraphQLHttpHandler http;
    private final GraphQLWebSocketHandler webSockets;
    private final HttpResponseWriter responses;

    GraphQLRoutes(
            CorsPolicy cors,
            CsrfGuard csrf,
            RequestBodies bodies,
            GraphQLHttpHandler http,
            GraphQLWebSocketHandler webSockets,
            HttpResponseWriter responses) {
        this.cors = cors;
        this.csrf = csrf;
        this.bodies = bodies;
        this.http = http;
        this.webSockets = webSockets;
        this.responses = responses;
    }

    void register(@Observes Router router) {
        Optional<Handler<RoutingContext>> corsHandler = cors.handler();
        corsHandler.ifPresent(
                handler -> router.route(PATH).order(FIRST).handler(handler).failureHandler(responses::fail));
        router.post(PATH).order(FIRST + 1).handler(this::checkContentType);
        router.post(PATH).order(FIRST + 2).handler(this::post).failureHandler(responses::fail);
        router.get(PATH).order(FIRST + 2).handler(this::get).failureHandler(responses::fail);
        router.route(PATH).order(FIRST + 3).handler(this::rejectMethod);
    }

    private void rejectMethod(RoutingContext request) {
        request.response().putHeader("Allow", "GET, POST");
        responses.reject(
                request,
                new RequestRejectedException(
                        HttpStatus.METHOD_NOT_ALLOWED, "BAD_USER_INPUT", "the method must be GET or POST"));
    }

    /** Before the body is read: what a form or a page of another site can send is rejected unread. */
    private void checkContentType(RoutingContext request) {
        if (ContentNegotiation.isJson(request.request().getHeader("Content-Type"))) {
            request.next();
        } else {
            responses.reject(
                    request,
                    new RequestRejectedException(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "BAD_USER_INPUT",
                            "Content-Type must be application/json, in UTF-8"));
        }
    }

    private void get(RoutingContext request) {
        if ("websocket".equalsIgnoreCase(request.request().getHeader("Upgrade"))) {
            webSockets.open(request);
            return;
        }
        if (!csrf.allowsGet(request.request())) {
            responses.reject(
                    request,
                    RequestRejectedException.malformed(
                            "a GET needs one of the headers " + String.join(", ", CsrfGuard.PREFLIGHTED)
                                    + " or Content-Type: application/json, which no foreign page can send unasked"));
            return;
        }
        http.handle(request, () -> GraphQLRequest.ofParameters(parameters(request)), () -> {});
    }

    private static MultiMap parameters(RoutingContext request) {
        try {
            return request.queryParams();
        } catch (IllegalArgumentException e) {
            throw RequestRejectedException.malformed("the url cannot be decoded");
        }
    }

    private void post(RoutingContext request) {
        bodies.receive(
                request,
                body -> {
                    try {
                        http.handle(request, () -> GraphQLRequest.ofBody(body), body::release);
                    } catch (RuntimeException e) {
                        body.release();
                        request.fail(e);
                    }
                },
                rejected -> responses.reject(request, rejected));
    }
}
