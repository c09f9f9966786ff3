package org.rostrum.http.handler;

import graphql.GraphQLError;
import graphql.language.OperationDefinition.Operation;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.http.negotiation.ContentNegotiation;
import org.rostrum.http.negotiation.CorsPolicy;
import org.rostrum.http.operation.PreparedOperation;
import org.rostrum.http.operation.ResponseEnvelope;
import org.rostrum.http.operation.SingleResponseRunner;
import org.rostrum.http.operation.Transport;
import org.rostrum.http.request.HttpStatus;
import org.rostrum.http.shutdown.GracefulShutdown;
import org.rostrum.http.subscription.SubscriptionFactory;
import org.rostrum.http.subscription.SubscriptionSession;

/**
 * The GraphQL over Server-Sent Events protocol, distinct connections mode
 * (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md): one stream an operation.
 */
@ApplicationScoped
public class GraphQLSseHandler {

    private static final long KEEP_ALIVE_MILLIS = 12_000;
    /** How many bytes an event takes beside its response and cursor, about. */
    private static final int EVENT_OVERHEAD = 64;

    /**
     * A comment, without the empty line that ends an event: it becomes a part of the event that follows. Spring's
     * client takes a comment of its own for an event, and one that is not {@code next} for the end.
     */
    private static final String COMMENT = ":\n";

    private final Vertx vertx;
    private final SubscriptionFactory subscriptions;
    private final SingleResponseRunner singleResponses;
    private final GraphQLErrorMapper errorMapper;
    private final GracefulShutdown shutdown;
    private final CorsPolicy cors;

    GraphQLSseHandler(
            Vertx vertx,
            SubscriptionFactory subscriptions,
            SingleResponseRunner singleResponses,
            GraphQLErrorMapper errorMapper,
            GracefulShutdown shutdown,
            CorsPolicy cors) {
        this.vertx = vertx;
        this.subscriptions = subscriptions;
        this.singleResponses = singleResponses;
        this.errorMapper = errorMapper;
        this.shutdown = shutdown;
        this.cors = cors;
    }

    /** Answers a request with an event stream. Called on the request's context. */
    void open(RoutingContext request, PreparedOperation operation) {
        HttpServerResponse response = request.response();
        response.setChunked(true)
                .setStatusCode(HttpStatus.OK)
                .putHeader("Content-Type", ContentNegotiation.EVENTS.contentType())
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .putHeader("Vary", cors.vary());
        // Sends the headers: a client waits for them before it takes the stream for open.
        response.write(COMMENT);
        EventStream stream = new EventStream(response);
        if (operation.is(Operation.SUBSCRIPTION)) {
            stream.subscribe(operation);
            return;
        }
        shutdown.begin();
        vertx.executeBlocking(() -> singleResponses.run(Transport.SSE, operation), false)
                .onSuccess(answer -> {
                    stream.next(answer, null);
                    stream.end(List.of());
                })
                .onFailure(failure -> stream.end(List.of(errorMapper.of(failure))))
                .onComplete(done -> shutdown.end());
    }

    /** The stream of one request. All methods run on the request's context. */
    private final class EventStream implements SubscriptionSession.Sink {
        private final HttpServerResponse response;
        private final Context context = vertx.getOrCreateContext();

        @SuppressWarnings("UnnecessaryLambda") // the object that is registered is the one that is unregistered
        private final Runnable closer = () -> context.runOnContext(ignored -> breakOff());

        private final long keepAliveTimer;
        private @Nullable SubscriptionSession session;
        private @Nullable ExpiryTimer expiryTimer;

        EventStream(HttpServerResponse response) {
            this.response = response;
            this.keepAliveTimer = vertx.setPeriodic(KEEP_ALIVE_MILLIS, tick -> {
                if (isOpen() && !isFull()) {
                    response.write(COMMENT);
                }
            });
            response.closeHandler(ignored -> closed());
            response.exceptionHandler(ignored -> closed());
        }

        private boolean isOpen() {
            return !response.closed() && !response.ended();
        }

        void subscribe(PreparedOperation operation) {
            shutdown.register(closer);
            session = subscriptions.start(Transport.SSE, operation, this);
            expiryTimer = ExpiryTimer.start(vertx, operation.identity(), this::breakOff);
        }

        @Override
        public boolean isFull() {
            return isOpen() && response.writeQueueFull();
        }

        @Override
        public void onDrain(Runnable callback) {
            response.drainHandler(ignored -> {
                response.drainHandler(null);
                callback.run();
            });
        }

        @Override
        public void next(JsonBuffer answer, @Nullable String cursor) {
            if (!isOpen()) {
                return;
            }
            Buffer event = Buffer.buffer(EVENT_OVERHEAD + (cursor == null ? 0 : cursor.length()) + answer.length());
            if (cursor != null) {
                event.appendString("id: ").appendString(cursor).appendString("\n");
            }
            // JSON has no raw line breaks, so the response is one line of data.
            response.write(event.appendString("event: next\ndata: ")
                    .appendBytes(answer.array(), 0, answer.length())
                    .appendString("\n\n"));
        }

        @Override
        public void end(List<GraphQLError> errors) {
            if (!errors.isEmpty()) {
                next(ResponseEnvelope.encodeErrors(errors), null);
            }
            if (isOpen()) {
                // An event without data is not dispatched by browsers' EventSource.
                response.end("event: complete\ndata: \n\n");
            }
            closed();
        }

        /** Ends the stream without completing the operation: the client reconnects and resumes. */
        private void breakOff() {
            if (isOpen()) {
                response.end();
            }
            closed();
        }

        private void closed() {
            vertx.cancelTimer(keepAliveTimer);
            shutdown.unregister(closer);
            if (expiryTimer != null) {
                expiryTimer.cancel();
            }
            if (session != null) {
                session.cancel();
            }
        }
    }
}
