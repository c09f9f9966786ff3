package org.rostrum.server.health;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

/**
 * Asks the database a question, as requests do: with a connection of the pool and of a table. A server that gets no answer
 * in time is not ready. One question at a time is under way, whoever asks meanwhile waits for the same answer.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadinessCheck implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(DatabaseReadinessCheck.class);
  private static final String NAME = "The database answers";
  private static final String QUESTION = "select name from reference_file fetch first 1 rows only";
  private static final int PATIENCE_SECONDS = 2;
  /** How long the network may be silent before the connection is given up. */
  private static final int SILENCE_MILLIS = 5_000;

  private final DataSource source;
  private final ExecutorService asking = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "rostrum-readiness");
    thread.setDaemon(true);
    return thread;
  });
  private CompletableFuture<Void> question;
  private boolean answered = true;

  DatabaseReadinessCheck(DataSource source) {
    this.source = source;
  }

  @Override
  public HealthCheckResponse call() {
    String problem = null;
    String detail = null;
    try {
      question().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      problem = "no answer within " + PATIENCE_SECONDS + " seconds";
    } catch (ExecutionException e) {
      Throwable cause = e.getCause().getCause();
      // What exactly is for the log: everybody may ask for the state.
      problem = cause instanceof SQLException sql ? "it failed, with the SQL state " + sql.getSQLState() : "it failed";
      detail = cause == null ? e.getCause().toString() : cause.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problem = "the check was interrupted";
    }
    note(problem, detail);
    return problem == null ? HealthCheckResponse.up(NAME) : HealthCheckResponse.named(NAME).down().withData("problem", problem).build();
  }

  private synchronized CompletableFuture<Void> question() {
    if (question == null || question.isDone()) {
      question = CompletableFuture.runAsync(this::ask, asking);
    }
    return question;
  }

  private void ask() {
    try (Connection connection = source.getConnection()) {
      int before = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
      try (Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(PATIENCE_SECONDS);
        statement.executeQuery(QUESTION).close();
      } finally {
        connection.setNetworkTimeout(Runnable::run, before);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells the log when the state changes, not whenever somebody asks. */
  private synchronized void note(String problem, String detail) {
    if (answered && problem != null) {
      LOG.warnf("Not ready, the database does not answer: %s", detail == null ? problem : detail);
    } else if (!answered && problem == null) {
      LOG.info("The database answers again");
    }
    answered = problem == null;
  }

  void onStop(@Observes ShutdownEvent stop) {
    asking.shutdownNow();
  }
}
