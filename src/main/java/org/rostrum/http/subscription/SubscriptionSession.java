package org.rostrum.http.subscription;

import graphql.GraphQLError;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.graph.error.ApiError;
import org.rostrum.history.ChangeNotifier;

/**
 * A running subscription. Each commit wakes it; it then reads and sends batch after batch until there are no more
 * events. One batch at most is held for a client: nothing is read while the client does not read, and after
 * {@code rostrum.limits.slow-subscriber} the subscription ends with an error. All methods but {@link #wake} run on the
 * context of the connection.
 */
public final class SubscriptionSession {

    private static final Logger LOG = Logger.getLogger(SubscriptionSession.class);
    /**
     * Pauses between attempts to reach a database that is unavailable, in milliseconds: they double up to the longest.
     */
    private static final long MIN_RETRY_MILLIS = 500;

    private static final long MAX_RETRY_MILLIS = 8_000;

    /** Where responses go. */
    public interface Sink {

        /** Whether the client has not read yet what was sent before. */
        boolean isFull();

        /** Calls back once when it has. */
        void onDrain(Runnable callback);

        /**
         * Sends the response for an event.
         *
         * @param cursor where to resume after the event
         */
        void next(JsonBuffer response, String cursor);

        /** Reports that the operation ended by itself, with errors or without; nothing is sent after that. */
        void end(List<GraphQLError> errors);
    }

    private final Vertx vertx;
    private final Context context;
    private final SubscriptionReader reader;
    private final GraphQLErrorMapper errorMapper;
    private final Duration patience;
    private final Sink sink;
    private @Nullable AutoCloseable registration;
    /** Set while a worker thread reads, the client is waited for, or a retry is scheduled. */
    private boolean busy;

    private boolean moreToRead;
    private boolean ended;
    private long retryMillis = MIN_RETRY_MILLIS;

    /** @param patience how long a client may leave unread what was sent */
    SubscriptionSession(
            Vertx vertx, SubscriptionReader reader, GraphQLErrorMapper errorMapper, Duration patience, Sink sink) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.reader = reader;
        this.errorMapper = errorMapper;
        this.patience = patience;
        this.sink = sink;
    }

    /** Opens the subscription; what goes wrong is reported to the sink. */
    void start(ChangeNotifier notifier) {
        registration = notifier.listen(this::wake);
        onWorker(reader::open, opening -> {
            if (opening.opened()) {
                moreToRead = true;
                proceed();
            } else {
                end(opening.errors());
            }
        });
    }

    /** The client wants no more. */
    public void cancel() {
        if (ended) {
            return;
        }
        ended = true;
        AutoCloseable listener = registration;
        if (listener == null) {
            return;
        }
        try {
            listener.close();
        } catch (Exception e) {
            LOG.debug("A listener was gone already", e);
        }
    }

    private void wake() {
        context.runOnContext(ignored -> {
            moreToRead = true;
            proceed();
        });
    }

    private void proceed() {
        if (ended || busy || !moreToRead) {
            return;
        }
        if (sink.isFull()) {
            waitForClient();
            return;
        }
        moreToRead = false;
        onWorker(reader::read, this::send);
    }

    private void waitForClient() {
        busy = true;
        long timer = vertx.setTimer(patience.toMillis(), late -> {
            if (!ended && busy && sink.isFull()) {
                end(List.of(ApiError.of(
                        "SLOW_SUBSCRIBER",
                        "the subscription ended: what was sent was not read for " + patience.toMillis()
                                + " milliseconds; subscribe again after the last cursor")));
            }
        });
        sink.onDrain(() -> {
            vertx.cancelTimer(timer);
            busy = false;
            proceed();
        });
    }

    private void send(SubscriptionReader.Result result) {
        if (result instanceof SubscriptionReader.Result.Batch batch) {
            batch.responses().forEach(response -> sink.next(response.json(), response.cursor()));
            retryMillis = MIN_RETRY_MILLIS;
            moreToRead |= batch.more();
            proceed();
        } else if (result instanceof SubscriptionReader.Result.Unavailable unavailable) {
            unavailable.responses().forEach(response -> sink.next(response.json(), response.cursor()));
            retryLater();
        }
    }

    /** No event is missed meanwhile: while the database is unavailable nothing is committed. */
    private void retryLater() {
        busy = true;
        vertx.setTimer(retryMillis, due -> {
            busy = false;
            moreToRead = true;
            proceed();
        });
        retryMillis = Math.min(retryMillis * 2, MAX_RETRY_MILLIS);
    }

    private void end(List<GraphQLError> errors) {
        cancel();
        sink.end(errors);
    }

    /**
     * Calls something on a worker thread, then handles its result on the connection's context unless the subscription
     * ended.
     */
    private <T> void onWorker(Callable<T> task, Consumer<T> handler) {
        busy = true;
        // A context of its own: the connection's other operations keep their request state in theirs.
        VertxContext.createNewDuplicatedContext(context)
                .executeBlocking(task, false)
                .onComplete(done -> context.runOnContext(ignored -> {
                    if (ended) {
                        return;
                    }
                    busy = false;
                    if (done.succeeded()) {
                        handler.accept(done.result());
                    } else {
                        end(List.of(errorMapper.of(done.cause())));
                    }
                }));
    }
}
