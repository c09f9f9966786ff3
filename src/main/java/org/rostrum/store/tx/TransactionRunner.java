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
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.UnavailableException;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.store.DatabaseFailure;
import org.rostrum.store.DiskSpace;
import org.rostrum.store.sql.Database;

/** Runs changes in transactions, and retries those that fail because of concurrent ones. */
@ApplicationScoped
public class TransactionRunner {

    private static final Logger LOG = Logger.getLogger(TransactionRunner.class);
    private static final int MAX_ATTEMPTS = 3;
    private static final int TIMEOUT_MARGIN_SECONDS = 3;

    private final Event<BeforeCommit> beforeCommit;
    private final Event<Durable> durable;
    private final EntityManager entities;
    private final Database database;
    private final DiskSpace space;
    private final GroupCommit groupCommit;

    TransactionRunner(
            Event<BeforeCommit> beforeCommit,
            Event<Durable> durable,
            EntityManager entities,
            Database database,
            DiskSpace space,
            GroupCommit groupCommit) {
        this.beforeCommit = beforeCommit;
        this.durable = durable;
        this.entities = entities;
        this.database = database;
        this.space = space;
        this.groupCommit = groupCommit;
    }

    /**
     * CDI event, fired after a change has been committed and is durable.
     *
     * @param changedAt the time of the change; all changes up to it are durable too. Null where nothing changed
     */
    public record Durable(@Nullable Instant changedAt) {}

    private record Committed<R>(
            R result, GroupCommit.Store store, @Nullable Instant changedAt) {}

    /**
     * Runs a change in a new transaction. When the database rejects it because of a concurrent transaction, the change
     * runs again, and its checks see what the other has written. When this returns, the change is durable.
     *
     * @param change checks first, then writes; must not write when a check fails
     * @throws UnavailableException when the disk is nearly full, or the change could not be made durable
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
                    beforeCommit.fire(end);
                    committing[0] = true;
                    return new Committed<>(result, store, end.changedAt);
                });
            } catch (RuntimeException e) {
                // When the connection is lost during the commit, it is unknown whether the change was committed.
                boolean unknown = committing[0] && DatabaseFailure.of(e) == DatabaseFailure.AWAY;
                if (attempt == MAX_ATTEMPTS
                        || unknown
                        || RequestContext.current().isExpired()
                        || !isRejectedByDatabase(e)) {
                    throw e;
                }
                LOG.debugf("The database rejected a change, which is retried: %s", e.getMessage());
            }
        }
    }

    /** Bounds how long statements wait for locks. On H2 its LOCK_TIMEOUT of two seconds does. */
    private void limitStatements() {
        Duration left = RequestContext.current().remainingTime();
        if (left != null && database.isPostgres()) {
            entities.createNativeQuery("select set_config('statement_timeout', :millis, true)", String.class)
                    .setParameter("millis", String.valueOf(Math.max(1, left.toMillis())))
                    .getResultList();
        }
    }

    /** A new transaction that times out a little after the request's deadline, which ends its statements before. */
    private static TransactionRunnerOptions transaction() {
        int seconds = RequestContext.current().remainingSeconds();
        return seconds == 0
                ? QuarkusTransaction.requiringNew()
                : QuarkusTransaction.requiringNew().timeout(seconds + TIMEOUT_MARGIN_SECONDS);
    }

    private static boolean isRejectedByDatabase(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof PersistenceException || cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
