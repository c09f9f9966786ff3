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
 * Cancels statements that run when their request's time is up. Drivers' own timeouts set a timer for each statement, which
 * costs a point read a tenth of its time; one look at all of them now and then does as well.
 */
@ApplicationScoped
class StatementCanceller {

  private static final Logger LOG = Logger.getLogger(StatementCanceller.class);
  private static final int MILLIS_BETWEEN_LOOKS = 100;

  private final Map<RequestContext, Statement> statements = new ConcurrentHashMap<>();
  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
    Thread thread = new Thread(task, "statement deadlines");
    thread.setDaemon(true);
    return thread;
  });

  @PostConstruct
  void start() {
    looking.scheduleWithFixedDelay(this::look, MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    looking.shutdownNow();
  }

  /** Notes that a work's statement is about to run: it has one at a time. */
  void begin(RequestContext work, Statement statement) {
    if (work.left() != null) {
      statements.put(work, statement);
    }
  }

  /** Notes that it does not run any more. */
  void end(RequestContext work) {
    statements.remove(work);
  }

  private void look() {
    statements.forEach((work, statement) -> {
      if (work.expired()) {
        try {
          statement.cancel();
        } catch (SQLException | RuntimeException e) {
          LOG.debug("A statement could not be cancelled", e);
        }
      }
    });
  }
}
