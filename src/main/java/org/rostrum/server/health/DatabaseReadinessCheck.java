package org.rostrum.server.health;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a query as requests do: with a pooled connection, on a table. A server whose database does not answer in time is
 * not ready. One query runs at a time; concurrent checks wait for its result.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadinessCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(DatabaseReadinessCheck.class);
    private static final String NAME = "The database answers";
    private static final String QUERY = "select name from reference_file fetch first 1 rows only";
    private static final int TIMEOUT_SECONDS = 2;
    /** How long the network may be silent before the connection is abandoned. */
    private static final int NETWORK_TIMEOUT_MILLIS = 5_000;

    private final DataSource source;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "rostrum-readiness");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable CompletableFuture<Void> query;
    private boolean answered = true;

    DatabaseReadinessCheck(DataSource source) {
        this.source = source;
    }

    @Override
    public HealthCheckResponse call() {
        String problem = null;
        String detail = null;
        try {
            query().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            problem = "no answer within " + TIMEOUT_SECONDS + " seconds";
        } catch (ExecutionException e) {
            Throwable failure = Objects.requireNonNullElse(e.getCause(), e);
            Throwable cause = failure.getCause();
            // The details are for the log only: anybody may read the health check.
            problem = cause instanceof SQLException sql
                    ? "it failed, with the SQL state " + sql.getSQLState()
                    : "it failed";
            detail = cause == null ? failure.toString() : cause.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = "the check was interrupted";
        }
        record(problem, detail);
        return problem == null
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME)
                        .down()
                        .withData("problem", problem)
                        .build();
    }

    private synchronized CompletableFuture<Void> query() {
        if (query == null || query.isDone()) {
            query = CompletableFuture.runAsync(this::runQuery, executor);
        }
        return query;
    }

    private void runQuery() {
        try (Connection connection = source.getConnection()) {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                statement.executeQuery(QUERY).close();
            } finally {
                connection.setNetworkTimeout(Runnable::run, before);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Logs changes of the state only, not every check. */
    private synchronized void record(@Nullable String problem, @Nullable String detail) {
        if (answered && problem != null) {
            LOG.warnf("Not ready, the database does not answer: %s", detail == null ? problem : detail);
        } else if (!answered && problem == null) {
            LOG.info("The database answers again");
        }
        answered = problem == null;
    }

    void onStop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }
}
