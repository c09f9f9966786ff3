package org.rostrum.http.handler;

import graphql.GraphQLError;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.graph.request.SubscriptionSource;
import org.rostrum.history.ChangeNotifier;
import org.rostrum.http.operation.OperationRunner;
import org.rostrum.http.operation.PreparedOperation;
import org.rostrum.http.operation.RequestTelemetry;
import org.rostrum.http.operation.ResponseEnvelope;
import org.rostrum.store.DatabaseFailure;

/**
 * A subscription that somebody listens to. Whenever something is committed, it reads on in its {@link SubscriptionSource} and runs the
 * operation once for every event. What is held for a client is one batch of events at most: while the client does not read,
 * nothing is read for it, and when it does not read for long, it is told so and the subscription ends. All methods but
 * {@link #wake} are called on the context of the connection.
 */
final class SubscriptionSession {

  private static final Logger LOG = Logger.getLogger(SubscriptionSession.class);
  /** How many events are read, run and held at a time. */
  private static final int BATCH = 20;
  /** How long it waits, in milliseconds, before it asks a database again that was away. */
  private static final long LEAST_PAUSE = 500;
  private static final long LONGEST_PAUSE = 8_000;

  /** Where answers go. */
  interface Sink {

    /** Whether the client has not read yet what was sent. */
    boolean full();

    /** Calls back once when it has. */
    void whenDrained(Runnable callback);

    /** Sends the answer for an event; the cursor is where to go on behind it, null for an answer without an event. */
    void next(JsonBuffer answer, String cursor);

    /** Says that the operation ended by itself, with errors or without; nothing is sent after that. */
    void end(List<GraphQLError> errors);
  }

  private final Vertx vertx;
  private final Context context;
  private final OperationRunner operations;
  private final RequestTelemetry observations;
  private final GraphQLErrorMapper errors;
  private final int mostCost;
  private final Duration patience;
  private final String transport;
  private final PreparedOperation ready;
  private final Sink sink;
  private final AutoCloseable listening;
  private SubscriptionSource feed;
  private boolean running = true;
  private boolean again;
  private boolean ended;
  /** Events that were read, and are not answered yet because the database went away. */
  private List<SubscriptionSource.Item> unanswered = List.of();
  private long pause = LEAST_PAUSE;

  /** What all live operations of a server share. */
  record SubscriptionContext(Vertx vertx, OperationRunner operations, RequestTelemetry observations, GraphQLErrorMapper errors, ChangeNotifier announcements,
      int mostCost, Duration patience) {}

  private SubscriptionSession(SubscriptionContext means, String transport, PreparedOperation ready, Sink sink) {
    this.vertx = means.vertx;
    this.context = means.vertx.getOrCreateContext();
    this.operations = means.operations;
    this.observations = means.observations;
    this.errors = means.errors;
    this.mostCost = means.mostCost;
    this.patience = means.patience;
    this.transport = transport;
    this.ready = ready;
    this.sink = sink;
    this.listening = means.announcements.listen(this::wake);
  }

  /** Starts listening; what goes wrong is told to the sink. */
  static SubscriptionSession start(SubscriptionContext means, String transport, PreparedOperation ready, Sink sink) {
    SubscriptionSession live = new SubscriptionSession(means, transport, ready, sink);
    live.blocking(live::open);
    return live;
  }

  /** The client does not want more. */
  void cancel() {
    if (ended) {
      return;
    }
    ended = true;
    try {
      listening.close();
    } catch (Exception e) {
      LOG.debug("A listener was gone already", e);
    }
  }

  private void wake() {
    context.runOnContext(ignored -> {
      again = true;
      goOn();
    });
  }

  private void goOn() {
    if (ended || running || !again) {
      return;
    }
    if (sink.full()) {
      waitForClient();
      return;
    }
    running = true;
    again = false;
    blocking(this::read);
  }

  private void waitForClient() {
    running = true;
    long timer = vertx.setTimer(patience.toMillis(), late -> {
      if (!ended && running && sink.full()) {
        end(List.of(ApiError.of("SLOW_SUBSCRIBER", "the subscription ended: what was sent was not read for "
            + patience.toMillis() + " milliseconds; subscribe again after the last cursor")));
      }
    });
    sink.whenDrained(() -> {
      vertx.cancelTimer(timer);
      running = false;
      goOn();
    });
  }

  /** What a worker thread found out; done on the connection's context. */
  private interface Found extends Runnable {}

  private interface Blocking {
    Found run();
  }

  private void blocking(Blocking something) {
    // A context of its own: what runs in it must not meet what other operations of the connection left in theirs.
    VertxContext.createNewDuplicatedContext(context).executeBlocking(something::run, false).onComplete(done -> context.runOnContext(ignored -> {
      if (ended) {
        return;
      }
      running = false;
      if (done.succeeded()) {
        done.result().run();
      } else {
        end(List.of(errors.of(done.cause())));
      }
    }));
  }

  private Found open() {
    long started = System.nanoTime();
    RequestContext work = operations.work(ready.identity());
    EngineResult outcome = operations.run(ready, work);
    observations.note(transport, 0, ready, outcome, work, started);
    SubscriptionSource opened = work.feed();
    if (opened == null || !outcome.errors().isEmpty()) {
      return () -> end(outcome.errors());
    }
    return () -> {
      feed = opened;
      again = true;
      goOn();
    };
  }

  private record Event(JsonBuffer answer, String cursor) {}

  private Found read() {
    List<SubscriptionSource.Item> items = unanswered;
    boolean more = true;
    if (items.isEmpty()) {
      try {
        items = operations.inContext(ready.identity(), operations.work(ready.identity()), () -> feed.next(BATCH));
      } catch (RuntimeException e) {
        if (DatabaseFailure.of(e) == null) {
          throw e;
        }
        return this::tryAgainLater;
      }
      more = items.size() == BATCH;
    }
    List<Event> events = new ArrayList<>();
    for (SubscriptionSource.Item item : items) {
      RequestContext work = operations.work(ready.identity()).forEvent(item.event());
      EngineResult outcome = operations.run(ready, work);
      if (outcome.errors().stream().anyMatch(error -> GraphQLErrorMapper.UNAVAILABLE.equals(error.getExtensions().get("code")))) {
        List<SubscriptionSource.Item> rest = items.subList(events.size(), items.size());
        return () -> {
          events.forEach(event -> sink.next(event.answer, event.cursor));
          unanswered = rest;
          tryAgainLater();
        };
      }
      events.add(new Event(ResponseEnvelope.of(outcome, mostCost, item.cursor()), item.cursor()));
    }
    boolean goesOn = more;
    return () -> {
      events.forEach(event -> sink.next(event.answer, event.cursor));
      unanswered = List.of();
      pause = LEAST_PAUSE;
      again |= goesOn;
      goOn();
    };
  }

  /** While the database is away nothing happens that could be missed: the subscription goes on when it is back. */
  private void tryAgainLater() {
    running = true;
    vertx.setTimer(pause, late -> {
      running = false;
      again = true;
      goOn();
    });
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  private void end(List<GraphQLError> problems) {
    cancel();
    sink.end(problems);
  }

  /** The answer of an operation that gives one only. */
  static JsonBuffer once(SubscriptionContext means, String transport, PreparedOperation ready) {
    long started = System.nanoTime();
    RequestContext work = means.operations.work(ready.identity());
    EngineResult outcome = means.operations.run(ready, work);
    means.observations.note(transport, 0, ready, outcome, work, started);
    return ResponseEnvelope.of(outcome, means.mostCost);
  }

  /** An answer that is errors only. */
  static JsonBuffer failed(List<GraphQLError> problems) {
    return ResponseEnvelope.of(EngineResult.failed(problems), 0);
  }
}
