package org.rostrum.http.request;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.rostrum.graph.request.Limits;

/**
 * Receives the bodies of requests and bounds the memory that all of them take together, from the moment that a body is
 * accepted until its request is answered. Where the client announces the length, a body that does not fit is rejected
 * unread.
 */
@ApplicationScoped
public class RequestBodies {

    /** The part of the heap that bodies may take unless {@code rostrum.limits.bodies} is set: one eighth. */
    private static final int HEAP_DIVISOR = 8;

    private static final long PROGRESS_CHECK_MILLIS = 5_000;

    private final Vertx vertx;
    private final BodyLimit limit;
    private final BodyMemory memory;
    private final Set<BodyReceiver> receivers = ConcurrentHashMap.newKeySet();

    RequestBodies(Vertx vertx, Limits limits) {
        this.vertx = vertx;
        this.limit = new BodyLimit(limits.body().asLongValue());
        long total = limits.bodies()
                .map(size -> size.asLongValue())
                .orElse(Runtime.getRuntime().maxMemory() / HEAP_DIVISOR);
        this.memory = new BodyMemory(total, limit.maxBytes());
    }

    void onStart(@Observes StartupEvent event) {
        vertx.setPeriodic(PROGRESS_CHECK_MILLIS, tick -> receivers.forEach(BodyReceiver::scheduleProgressCheck));
    }

    /**
     * Receives a request's body. Called on the request's context, as are its callbacks; only one of them is called,
     * once.
     *
     * @param onBody takes the body, which it must release
     * @param onRejected takes the reason why the body is not received
     */
    public void receive(
            RoutingContext request, Consumer<RequestBody> onBody, Consumer<RequestRejectedException> onRejected) {
        BodyReceiver receiver = new BodyReceiver(
                request.request(),
                vertx.getOrCreateContext(),
                limit,
                memory.reserve(),
                new BodyReceiver.Callbacks(onBody, onRejected, receivers::remove));
        receivers.add(receiver);
        receiver.start();
    }
}
