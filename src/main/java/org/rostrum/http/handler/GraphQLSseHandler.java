package org.rostrum.http.handler;

import graphql.GraphQLError;
import graphql.language.OperationDefinition.Operation;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.http.negotiation.ContentNegotiation;
import org.rostrum.http.negotiation.CorsPolicy;
import org.rostrum.http.operation.PreparedOperation;
import org.rostrum.http.request.HttpStatus;

/**
 * The GraphQL over Server-Sent Events protocol, distinct connections mode
 * (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md): one stream an operation.
 */
@ApplicationScoped
public class GraphQLSseHandler {

  private static final long KEEP_ALIVE = 12_000;

  /**
   * A comment, without the empty line that ends an event: it becomes a part of the event that follows. Spring's client takes a
   * comment of its own for an event, and one that is not {@code next} for the end.
   */
  private static final String COMMENT = ":\n";

  private final Vertx vertx;
  private final SubscriptionFactory lives;
  private final GracefulShutdown stop;
  private final CorsPolicy origins;

  GraphQLSseHandler(Vertx vertx, SubscriptionFactory lives, GracefulShutdown stop, CorsPolicy origins) {
    this.vertx = vertx;
    this.lives = lives;
    this.stop = stop;
    this.origins = origins;
  }

  /** Answers a request with a stream. Called on the request's context. */
  void open(RoutingContext request, PreparedOperation ready) {
    HttpServerResponse response = request.response();
    response.setChunked(true).setStatusCode(HttpStatus.OK).putHeader("Content-Type", ContentNegotiation.EVENTS.contentType())
        .putHeader("Cache-Control", "no-store").putHeader("X-Accel-Buffering", "no").putHeader("Vary", origins.vary());
    // Sends the headers: a client waits for them before it takes the stream for open.
    response.write(COMMENT);
    Stream stream = new Stream(response);
    if (ready.is(Operation.SUBSCRIPTION)) {
      stream.follow(ready);
    } else {
      stop.begin();
      vertx.executeBlocking(() -> SubscriptionSession.once(lives.means(), "SSE", ready), false).onSuccess(answer -> {
        stream.next(answer, null);
        stream.end(List.of());
      }).onFailure(failure -> stream.end(List.of(lives.means().errors().of(failure)))).onComplete(done -> stop.end());
    }
  }

  private final class Stream implements SubscriptionSession.Sink {
    private final HttpServerResponse response;
    private final Context context = vertx.getOrCreateContext();
    private final Runnable closer = () -> context.runOnContext(ignored -> breakOff());
    private SubscriptionSession live;
    private ExpiryTimer expiry;
    private final long keepAlive;

    Stream(HttpServerResponse response) {
      this.response = response;
      this.keepAlive = vertx.setPeriodic(KEEP_ALIVE, tick -> {
        if (isOpen() && !full()) {
          response.write(COMMENT);
        }
      });
      response.closeHandler(ignored -> closed());
      response.exceptionHandler(ignored -> closed());
    }

    private boolean isOpen() {
      return !response.closed() && !response.ended();
    }

    void follow(PreparedOperation ready) {
      stop.keep(closer);
      live = SubscriptionSession.start(lives.means(), "SSE", ready, this);
      expiry = ExpiryTimer.start(vertx, ready.identity(), this::breakOff);
    }

    @Override
    public boolean full() {
      return isOpen() && response.writeQueueFull();
    }

    @Override
    public void whenDrained(Runnable callback) {
      response.drainHandler(ignored -> {
        response.drainHandler(null);
        callback.run();
      });
    }

    @Override
    public void next(JsonBuffer answer, String cursor) {
      if (!isOpen()) {
        return;
      }
      response.write((cursor == null ? "" : "id: " + cursor + "\n") + "event: next\ndata: " + answer + "\n\n");
    }

    @Override
    public void end(List<GraphQLError> errors) {
      if (!errors.isEmpty()) {
        next(SubscriptionSession.failed(errors), null);
      }
      if (isOpen()) {
        // An event without data is not dispatched by browsers' EventSource.
        response.end("event: complete\ndata: \n\n");
      }
      closed();
    }

    /** Ends the stream without saying that the operation is complete: the client connects again and goes on. */
    private void breakOff() {
      if (isOpen()) {
        response.end();
      }
      closed();
    }

    private void closed() {
      vertx.cancelTimer(keepAlive);
      stop.forget(closer);
      if (expiry != null) {
        expiry.cancel();
      }
      if (live != null) {
        live.cancel();
      }
    }
  }
}
