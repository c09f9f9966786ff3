package org.rostrum.http.handler;

import graphql.language.OperationDefinition.Operation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.request.Limits;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.graph.value.Sha256;
import org.rostrum.http.auth.BearerTokenAuthenticator;
import org.rostrum.http.negotiation.ContentCoding;
import org.rostrum.http.negotiation.ContentNegotiation;
import org.rostrum.http.operation.OperationRunner;
import org.rostrum.http.operation.PreparedOperation;
import org.rostrum.http.operation.RequestTelemetry;
import org.rostrum.http.operation.ResponseEnvelope;
import org.rostrum.http.operation.Transport;
import org.rostrum.http.request.GraphQLRequest;
import org.rostrum.http.request.HttpStatus;
import org.rostrum.http.request.RequestRejectedException;
import org.rostrum.http.shutdown.GracefulShutdown;

/**
 * GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/): parses, runs and encodes on a worker thread,
 * and answers by the deadline in any case.
 */
@ApplicationScoped
public class GraphQLHttpHandler {

    /** The request header that asks for {@code extensions.plan}. */
    static final String EXPLAIN = "Rostrum-Explain";
    /** How long after its deadline a request that could not be stopped is answered all the same. */
    private static final long DEADLINE_GRACE_MILLIS = 2_000;

    private final Vertx vertx;
    private final Limits limits;
    private final OperationRunner runner;
    private final BearerTokenAuthenticator authenticator;
    private final RequestTelemetry telemetry;
    private final GraphQLSseHandler eventStreams;
    private final GracefulShutdown shutdown;
    private final HttpResponseWriter responses;

    GraphQLHttpHandler(
            Vertx vertx,
            Limits limits,
            OperationRunner runner,
            BearerTokenAuthenticator authenticator,
            RequestTelemetry telemetry,
            GraphQLSseHandler eventStreams,
            GracefulShutdown shutdown,
            HttpResponseWriter responses) {
        this.vertx = vertx;
        this.limits = limits;
        this.runner = runner;
        this.authenticator = authenticator;
        this.telemetry = telemetry;
        this.eventStreams = eventStreams;
        this.shutdown = shutdown;
        this.responses = responses;
    }

    /**
     * Answers a request. Called on the request's context.
     *
     * @param parser reads the GraphQL request; called on a worker thread
     * @param release called once, when what the parser reads is needed no more
     */
    void handle(RoutingContext request, Supplier<GraphQLRequest> parser, Runnable release) {
        ContentNegotiation.Accepted accepted =
                ContentNegotiation.accepted(request.parsedHeaders().accept());
        if (accepted.response().isEmpty() && !accepted.events()) {
            release.run();
            responses.reject(
                    request,
                    new RequestRejectedException(
                            HttpStatus.NOT_ACCEPTABLE,
                            "BAD_USER_INPUT",
                            "Accept must name application/graphql-response+json, application/json or text/event-stream"));
            return;
        }
        if (shutdown.isRefusing()) {
            release.run();
            request.response().putHeader("Connection", "close");
            responses.reject(
                    request,
                    new RequestRejectedException(
                            HttpStatus.UNAVAILABLE, GraphQLErrorMapper.UNAVAILABLE, "the server is about to stop"));
            return;
        }
        shutdown.begin();
        RequestContext context = runner.newContext(null);
        AtomicBoolean answered = new AtomicBoolean();
        long deadlineTimer = vertx.setTimer(limits.deadline().toMillis() + DEADLINE_GRACE_MILLIS, late -> {
            if (answered.compareAndSet(false, true)) {
                rejectLate(request, context, accepted);
            }
        });
        long started = System.nanoTime();
        vertx.executeBlocking(() -> reply(request.request(), parser, accepted, context, started), false)
                .onComplete(replied -> {
                    vertx.cancelTimer(deadlineTimer);
                    shutdown.end();
                    release.run();
                    if (!answered.compareAndSet(false, true)) {
                        return;
                    }
                    if (replied.failed()) {
                        request.fail(replied.cause());
                    } else if (replied.result() instanceof HttpReply.EventStream stream
                            && !HttpResponseWriter.isSent(request.response())) {
                        eventStreams.open(request, stream.operation());
                    } else if (replied.result() instanceof HttpReply.SingleResponse complete) {
                        responses.send(request, complete);
                    }
                });
    }

    private void rejectLate(RoutingContext request, RequestContext context, ContentNegotiation.Accepted accepted) {
        ApiError error = ApiError.of(context.deadlineExceeded(), null);
        int status =
                HttpStatus.of(EngineResult.rejected(error), accepted.response().orElse(ContentNegotiation.EVENTS));
        responses.reject(request, new RequestRejectedException(status, error));
    }

    private HttpReply reply(
            HttpServerRequest request,
            Supplier<GraphQLRequest> parser,
            ContentNegotiation.Accepted accepted,
            RequestContext context,
            long started) {
        GraphQLRequest parsed = parser.get();
        SecurityIdentity identity = authenticator.identify(request.getHeader("Authorization"));
        boolean explained = BearerTokenAuthenticator.mayExplain(request.getHeader(EXPLAIN), identity);
        PreparedOperation operation = runner.prepare(parsed, identity, explained);
        boolean get = request.method().equals(HttpMethod.GET);
        if (get && operation.is(Operation.MUTATION)) {
            throw new RequestRejectedException(
                    HttpStatus.METHOD_NOT_ALLOWED, "BAD_USER_INPUT", "mutations must be sent by POST");
        }
        if (accepted.events()
                && (operation.is(Operation.SUBSCRIPTION) || accepted.response().isEmpty())) {
            return new HttpReply.EventStream(operation);
        }
        if (operation.is(Operation.SUBSCRIPTION)) {
            throw new RequestRejectedException(
                    HttpStatus.NOT_ACCEPTABLE,
                    "BAD_USER_INPUT",
                    "a subscription needs Accept: text/event-stream, or a websocket that speaks graphql-transport-ws");
        }
        if (identity != null) {
            context.identify(BearerTokenAuthenticator.callerName(identity));
        }
        ContentNegotiation mediaType = accepted.response().orElseThrow();
        EngineResult result = runner.run(operation, context);
        int status = HttpStatus.of(result, mediaType);
        JsonBuffer json = ResponseEnvelope.encode(result, limits.nodes());
        boolean gzip = ContentCoding.isWorthIt(json) && ContentCoding.mayCompress(request);
        Buffer body = gzip ? ContentCoding.compress(json) : ResponseEnvelope.toBuffer(json);
        telemetry.recordOperation(Transport.HTTP, status, operation, result, context, started);
        boolean persisted = operation instanceof PreparedOperation.Executable executable && executable.persisted();
        boolean cacheable = get && persisted && result.errors().isEmpty() && !explained;
        // To a cache, the compressed and the plain form are different entities.
        Optional<String> entityTag =
                cacheable ? Optional.of('"' + Sha256.sha256(body.getBytes()) + '"') : Optional.empty();
        return new HttpReply.SingleResponse(status, mediaType, body, entityTag, gzip);
    }
}
