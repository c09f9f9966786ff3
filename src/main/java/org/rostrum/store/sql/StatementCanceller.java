package org.rostrum.store.sql;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.rostrum.graph.request.RequestContext;

/**
 * Cancels statements of requests whose deadline has passed. Drivers' own timeouts start a timer for each statement,
 * which adds a tenth to a point read; checking all running statements periodically does the same for less.
 */
@ApplicationScoped
class StatementCanceller {

    private static final Logger LOG = Logger.getLogger(StatementCanceller.class);
    private static final int CHECK_INTERVAL_MILLIS = 100;

    private final Map<RequestContext, Statement> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "statement deadlines");
        thread.setDaemon(true);
        return thread;
    });

    @PostConstruct
    void start() {
        var unused = scheduler.scheduleWithFixedDelay(
                this::cancelExpired, CHECK_INTERVAL_MILLIS, CHECK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        scheduler.shutdownNow();
    }

    /** Registers a statement that is about to run. A request runs one statement at a time. */
    void begin(RequestContext request, Statement statement) {
        if (request.remainingTime() != null) {
            running.put(request, statement);
        }
    }

    /** Removes the request's statement, which has ended. */
    void end(RequestContext request) {
        running.remove(request);
    }

    private void cancelExpired() {
        running.forEach((request, statement) -> {
            if (request.isExpired()) {
                try {
                    statement.cancel();
                } catch (SQLException | RuntimeException e) {
                    LOG.debug("A statement could not be cancelled", e);
                }
            }
        });
    }
}
