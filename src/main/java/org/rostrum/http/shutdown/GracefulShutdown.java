package org.rostrum.http.shutdown;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Shuts the server down in three steps: it reports that it is not ready and closes long-lived connections; after
 * {@code rostrum.stop.delay}, in which load balancers notice, it refuses new requests; then it waits up to
 * {@code rostrum.stop.timeout} for running ones. The platform's own graceful shutdown waits for ever for requests that
 * became websockets (Quarkus 3.34.1 counts them as running, also when they are closed).
 */
@ApplicationScoped
public class GracefulShutdown {

    private static final Logger LOG = Logger.getLogger(GracefulShutdown.class);

    private final Duration delay;
    private final Duration timeout;
    private final Set<Runnable> closers = ConcurrentHashMap.newKeySet();
    /** One party for each running request, and one for this object. */
    private final Phaser running = new Phaser(1);

    private volatile boolean stopping;
    private volatile boolean refusing;

    GracefulShutdown(
            @ConfigProperty(name = "rostrum.stop.delay") Duration delay,
            @ConfigProperty(name = "rostrum.stop.timeout") Duration timeout) {
        this.delay = delay;
        this.timeout = timeout;
    }

    /** Whether a shutdown has begun: no new subscriptions are accepted then. */
    public boolean isStopping() {
        return stopping;
    }

    /** Whether requests are refused. */
    public boolean isRefusing() {
        return refusing;
    }

    /**
     * Registers a long-lived connection; the closer is called, by any thread and perhaps twice, when the server shuts
     * down.
     */
    public void register(Runnable closer) {
        closers.add(closer);
    }

    /** Forgets a connection that is closed. */
    public void unregister(Runnable closer) {
        closers.remove(closer);
    }

    /** Counts a request as running until {@link #end} is called for it. */
    public void begin() {
        running.register();
    }

    /** The response to a request was handed over. */
    public void end() {
        running.arriveAndDeregister();
    }

    void onShutdown(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
        stopping = true;
        closers.forEach(Runnable::run);
        Thread.sleep(delay.toMillis());
        refusing = true;
        // Connections that were opened during the delay.
        closers.forEach(Runnable::run);
        try {
            running.awaitAdvanceInterruptibly(running.arrive(), timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warnf("Stopped with %d requests still running after %s", running.getUnarrivedParties(), timeout);
        }
    }
}
