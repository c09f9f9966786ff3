package org.rostrum.store.tx;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionRunnerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.rostrum.graph.error.UnavailableException;
import org.rostrum.graph.error.UserError;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.store.DatabaseFailure;
import org.rostrum.store.DiskSpace;
import org.rostrum.store.sql.Database;

/** Runs a change whole or not at all. */
@ApplicationScoped
public class TransactionRunner {

  private static final Logger LOG = Logger.getLogger(TransactionRunner.class);
  private static final int TRIES = 3;
  private static final int SPARE_SECONDS = 3;

  private final Event<BeforeCommit> ending;
  private final Event<Durable> durable;
  private final EntityManager entities;
  private final Database database;
  private final DiskSpace space;
  private final GroupCommit groupCommit;

  TransactionRunner(Event<BeforeCommit> ending, Event<Durable> durable, EntityManager entities, Database database, DiskSpace space, GroupCommit groupCommit) {
    this.ending = ending;
    this.durable = durable;
    this.entities = entities;
    this.database = database;
    this.space = space;
    this.groupCommit = groupCommit;
  }

  /**
   * Fired after a change was committed and nothing but the loss of the disk can undo it.
   *
   * @param changedAt the time of the change: all changes up to it are as durable; null where nothing changed
   */
  public record Durable(Instant changedAt) {}

  private record Committed<R>(R result, GroupCommit.Store store, Instant changedAt) {}

  /**
   * Runs a change in a transaction of its own. Where another request wrote the same thing between the change's checks and
   * its end, the database refuses it; the change then runs again, and its checks find what the other wrote. When this returns, the change
   * is on the disk.
   *
   * @param change checks, then writes; it must not write when a check fails
   * @throws UnavailableException when the disk is too full to write, or the change could not be forced to it
   */
  public <R> R run(Supplier<R> change) {
    space.checkWritable();
    Committed<R> committed = committed(change);
    groupCommit.force(committed.store);
    durable.fire(new Durable(committed.changedAt));
    return committed.result;
  }

  private <R> Committed<R> committed(Supplier<R> change) {
    for (int attempt = 1; ; attempt++) {
      boolean[] committing = new boolean[1];
      try {
        return transaction().call(() -> {
          GroupCommit.Store store = groupCommit.begin();
          limitStatements();
          R result = change.get();
          BeforeCommit end = new BeforeCommit();
          ending.fire(end);
          committing[0] = true;
          return new Committed<>(result, store, end.changedAt);
        });
      } catch (RuntimeException e) {
        // When the database went away during the commit, nobody knows whether the change is in it.
        boolean unknown = committing[0] && DatabaseFailure.of(e) == DatabaseFailure.AWAY;
        if (attempt == TRIES || unknown || RequestContext.current().expired() || !isRefusedByDatabase(e)) {
          throw e;
        }
        LOG.debugf("A change was refused by the database and is tried again: %s", e.getMessage());
      }
    }
  }

  /** A write may have to wait for another; H2 gives that up of itself, after its LOCK_TIMEOUT of two seconds. */
  private void limitStatements() {
    Duration left = RequestContext.current().left();
    if (left != null && database.isPostgres()) {
      entities.createNativeQuery("select set_config('statement_timeout', :millis, true)", String.class)
          .setParameter("millis", String.valueOf(Math.max(1, left.toMillis()))).getResultList();
    }
  }

  /** A transaction that ends not long after the request's time is up; its statements end before. */
  private static TransactionRunnerOptions transaction() {
    int seconds = RequestContext.current().remainingSeconds();
    return seconds == 0 ? QuarkusTransaction.requiringNew() : QuarkusTransaction.requiringNew().timeout(seconds + SPARE_SECONDS);
  }

  /**
   * Runs a change that may find mistakes in its input and answers with what it left behind.
   *
   * @param change checks, then writes and gives the key of the changed thing; it must not write when it notes a mistake
   * @param answer makes the mutation's payload, after the transaction, of the key and the mistakes
   */
  public <P> P run(Function<InputValidator, UUID> change, BiFunction<UUID, List<UserError>, P> answer) {
    record Outcome(UUID key, List<UserError> errors) {}
    Outcome outcome = run(() -> {
      InputValidator mistakes = new InputValidator();
      UUID key = change.apply(mistakes);
      return new Outcome(key, mistakes.found());
    });
    return answer.apply(outcome.key, outcome.errors);
  }

  private static boolean isRefusedByDatabase(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof PersistenceException || cause instanceof SQLException) {
        return true;
      }
    }
    return false;
  }
}
