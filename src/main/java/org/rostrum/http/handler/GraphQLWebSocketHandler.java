package org.rostrum.http.handler;

import graphql.GraphQLError;
import graphql.language.OperationDefinition.Operation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.error.LimitExceededException;
import org.rostrum.graph.request.Limits;
import org.rostrum.http.auth.BearerTokenAuthenticator;
import org.rostrum.http.negotiation.CorsPolicy;
import org.rostrum.http.operation.OperationRunner;
import org.rostrum.http.operation.PreparedOperation;
import org.rostrum.http.operation.ResponseEnvelope;
import org.rostrum.http.request.GraphQLRequest;
import org.rostrum.http.request.HttpStatus;
import org.rostrum.http.request.RequestRejectedException;

/**
 * GraphQL over WebSocket: the protocol graphql-transport-ws
 * (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md), close codes included.
 */
@ApplicationScoped
public class GraphQLWebSocketHandler {

  /** The subprotocol that clients ask for. */
  static final String PROTOCOL = "graphql-transport-ws";

  private static final short GOING_AWAY = 1001;
  private static final short TRY_AGAIN_LATER = 1013;
  private static final short BAD_REQUEST = 4400;
  private static final short UNAUTHORIZED = 4401;
  private static final short FORBIDDEN = 4403;
  private static final short PROTOCOL_NOT_ACCEPTABLE = 4406;
  private static final short INIT_TIMEOUT = 4408;
  private static final short SUBSCRIBER_EXISTS = 4409;
  private static final short TOO_MANY_INITS = 4429;
  private static final long INIT_WAIT = 10_000;
  private static final long PING_EVERY = 20_000;
  /** How long a client that does not read may take to hear that it is too slow. */
  private static final long CLOSE_WAIT = 1_000;
  /** For how many bytes of a message there is room at first, its payload aside. */
  private static final int ROOM = 128;
  private static final int LONGEST_ID = 200;

  private final Vertx vertx;
  private final SubscriptionFactory lives;
  private final GracefulShutdown stop;
  private final OperationRunner operations;
  private final BearerTokenAuthenticator tokens;
  private final CorsPolicy origins;
  private final Limits limits;
  private final GraphQLErrorMapper errors;

  GraphQLWebSocketHandler(Vertx vertx, SubscriptionFactory lives, GracefulShutdown stop, OperationRunner operations, BearerTokenAuthenticator tokens, CorsPolicy origins, Limits limits, GraphQLErrorMapper errors) {
    this.vertx = vertx;
    this.lives = lives;
    this.stop = stop;
    this.operations = operations;
    this.tokens = tokens;
    this.origins = origins;
    this.limits = limits;
    this.errors = errors;
  }

  /** Opens a websocket for a request that asks for one. */
  void open(RoutingContext request) {
    if (!origins.mayOpenSocket(request.request())) {
      request.response().setStatusCode(HttpStatus.FORBIDDEN).end();
      return;
    }
    request.request().toWebSocket().onSuccess(socket -> {
      if (!PROTOCOL.equals(socket.subProtocol())) {
        socket.close(PROTOCOL_NOT_ACCEPTABLE, "Subprotocol not acceptable");
      } else if (stop.stopping()) {
        socket.close(GOING_AWAY, "Going away");
      } else {
        new Connection(socket).start();
      }
    });
  }

  /** One client. All methods run on the socket's context. */
  private final class Connection {
    private final ServerWebSocket socket;
    private final Context context = vertx.getOrCreateContext();
    private final Runnable closer = () -> context.runOnContext(ignored -> closeWhenIdle());
    /** By the client's id; null while an operation is prepared, or runs that gives one answer. */
    private final Map<String, SubscriptionSession> running = new HashMap<>();
    private SecurityIdentity identity;
    private boolean initialised;
    private boolean acknowledged;
    private boolean heard = true;
    private boolean paused;
    private boolean closing;
    private long initTimer;
    private long pingTimer;
    private ExpiryTimer expiry;

    Connection(ServerWebSocket socket) {
      this.socket = socket;
    }

    void start() {
      stop.keep(closer);
      initTimer = vertx.setTimer(INIT_WAIT, late -> {
        if (!initialised) {
          close(INIT_TIMEOUT, "Connection initialisation timeout");
        }
      });
      pingTimer = vertx.setPeriodic(PING_EVERY, tick -> ping());
      socket.textMessageHandler(this::hear);
      socket.binaryMessageHandler(ignored -> close(BAD_REQUEST, "Messages must be text"));
      socket.exceptionHandler(ignored -> abort());
      socket.closeHandler(ignored -> closed());
    }

    /** A client that answers nothing between two pings is gone, whatever its connection says. */
    private void ping() {
      if (!heard) {
        abort();
        return;
      }
      heard = false;
      if (!socket.writeQueueFull()) {
        send(Map.of("type", "ping"));
      }
    }

    private void hear(String text) {
      heard = true;
      try {
        message(GraphQLRequest.json("the message", text));
      } catch (RequestRejectedException e) {
        close(BAD_REQUEST, e.getMessage());
      }
    }

    private void message(Object json) {
      if (!(json instanceof Map<?, ?> message) || !(message.get("type") instanceof String type)) {
        throw RequestRejectedException.malformed("Invalid message received");
      }
      switch (type) {
        case "connection_init" -> init(message.get("payload"));
        case "ping" -> send(Map.of("type", "pong"));
        case "pong" -> heard = true;
        case "subscribe" -> subscribe(id(message), message.get("payload"));
        case "complete" -> complete(id(message));
        default -> throw RequestRejectedException.malformed("Invalid message received: its type is not known");
      }
    }

    private static String id(Map<?, ?> message) {
      if (message.get("id") instanceof String id && !id.isEmpty() && id.length() <= LONGEST_ID) {
        return id;
      }
      throw RequestRejectedException.malformed("Invalid message received: it needs an id of 1 to " + LONGEST_ID + " characters");
    }

    private void init(Object payload) {
      if (initialised) {
        close(TOO_MANY_INITS, "Too many initialisation requests");
        return;
      }
      initialised = true;
      vertx.cancelTimer(initTimer);
      String authorization = authorization(payload);
      blocking(() -> {
        SecurityIdentity known = tokens.identify(authorization);
        return () -> {
          identity = known;
          acknowledged = true;
          send(Map.of("type", "connection_ack"));
          if (!socket.isClosed()) {
            expiry = ExpiryTimer.start(vertx, known, this::expired);
          }
        };
      }, refused -> close(refused.code().equals("UNAVAILABLE") ? TRY_AGAIN_LATER : FORBIDDEN, "Forbidden: " + refused.message()));
    }

    /**
     * A token counts only as long as it is valid, also on a connection that was opened before. Clients connect again after this
     * code, graphql-ws among them, which gives up for good after 4401.
     */
    private void expired() {
      close(FORBIDDEN, "Forbidden: the token with which the connection was opened has expired");
    }

    private static String authorization(Object payload) {
      if (!(payload instanceof Map<?, ?> parameters)) {
        return null;
      }
      Object header = parameters.containsKey("Authorization") ? parameters.get("Authorization") : parameters.get("authorization");
      return header instanceof String text ? text : null;
    }

    private void subscribe(String id, Object payload) {
      if (!acknowledged) {
        close(UNAUTHORIZED, "Unauthorized");
        return;
      }
      if (BearerTokenAuthenticator.millisLeft(identity) <= 0) {
        expired();
        return;
      }
      if (running.containsKey(id)) {
        close(SUBSCRIBER_EXISTS, "Subscriber for " + id + " already exists");
        return;
      }
      if (running.size() >= limits.subscriptions()) {
        error(id, List.of(ApiError.of(new LimitExceededException("subscriptions", limits.subscriptions(), running.size() + 1,
            "the connection has more operations at a time than the limit of " + limits.subscriptions()), null)));
        return;
      }
      GraphQLRequest request = GraphQLRequest.of(payload);
      running.put(id, null);
      stop.begin();
      blocking(() -> {
        try {
          return prepared(id, request);
        } finally {
          stop.end();
        }
      }, refused -> {
        if (running.remove(id, null)) {
          error(id, List.of(refused));
        }
      });
    }

    /** The server is about to stop: answers that are on their way are waited for, subscriptions are not. */
    private void closeWhenIdle() {
      closing = true;
      if (!running.containsValue(null)) {
        close(GOING_AWAY, "Going away");
      }
    }

    private Runnable prepared(String id, GraphQLRequest request) {
      PreparedOperation ready = operations.ready(request, identity);
      if (ready.refusal() != null) {
        return () -> ended(id, ready.refusal().errors());
      }
      if (ready.is(Operation.SUBSCRIPTION)) {
        return () -> {
          if (running.containsKey(id)) {
            running.put(id, SubscriptionSession.start(lives.means(), "WEBSOCKET", ready, new Channel(id)));
          }
        };
      }
      JsonBuffer answer = SubscriptionSession.once(lives.means(), "WEBSOCKET", ready);
      return () -> {
        if (running.containsKey(id)) {
          next(id, answer);
          ended(id, List.of());
        }
      };
    }

    private void complete(String id) {
      SubscriptionSession operation = running.remove(id);
      if (operation != null) {
        operation.cancel();
      }
    }

    /** The operation ended by itself. */
    private void ended(String id, List<? extends GraphQLError> problems) {
      if (!running.containsKey(id)) {
        return;
      }
      running.remove(id);
      if (problems.isEmpty()) {
        send(message("complete", id, null));
      } else {
        error(id, problems);
      }
    }

    private void error(String id, List<? extends GraphQLError> problems) {
      JsonBuffer payload = new JsonBuffer(ROOM);
      ResponseEnvelope.errors(payload, problems);
      send(message("error", id, payload));
    }

    private void next(String id, JsonBuffer answer) {
      send(message("next", id, answer));
    }

    private static JsonBuffer message(String type, String id, JsonBuffer payload) {
      JsonBuffer message = new JsonBuffer(ROOM + (payload == null ? 0 : payload.length()));
      message.raw('{').string("id").raw(':').string(id).raw(',').string("type").raw(':').string(type);
      if (payload != null) {
        message.raw(',').string("payload").raw(':').raw(payload);
      }
      return message.raw('}');
    }

    private void send(Map<String, Object> message) {
      send(new JsonBuffer(ROOM).any(message));
    }

    private void send(JsonBuffer message) {
      if (socket.isClosed()) {
        return;
      }
      socket.writeTextMessage(message.toString());
      // A client that asks on without reading the answers waits until it has.
      if (!paused && socket.writeQueueFull()) {
        paused = true;
        socket.pause();
        socket.drainHandler(ignored -> {
          paused = false;
          socket.resume();
        });
      }
    }

    private void close(short code, String reason) {
      if (!socket.isClosed()) {
        socket.close(code, reason.length() <= 100 ? reason : reason.substring(0, 100));
      }
    }

    /** Without the closing handshake: there is nobody to shake hands with. */
    private void abort() {
      if (!socket.isClosed()) {
        socket.close();
      }
    }

    private void closed() {
      vertx.cancelTimer(initTimer);
      vertx.cancelTimer(pingTimer);
      if (expiry != null) {
        expiry.cancel();
      }
      stop.forget(closer);
      running.values().stream().filter(operation -> operation != null).forEach(SubscriptionSession::cancel);
      running.clear();
    }

    /** Does something on a worker thread, then what it found out on the socket's context. */
    private void blocking(java.util.concurrent.Callable<Runnable> something, Consumer<ApiError> refused) {
      VertxContext.createNewDuplicatedContext(context).executeBlocking(something, false).onComplete(done -> context.runOnContext(ignored -> {
        if (done.succeeded()) {
          done.result().run();
        } else {
          refused.accept(done.cause() instanceof RequestRejectedException bad ? bad.error() : errors.of(done.cause()));
        }
        if (closing) {
          closeWhenIdle();
        }
      }));
    }

    /** Where the answers of one subscription go. */
    private final class Channel implements SubscriptionSession.Sink {
      private final String id;

      Channel(String id) {
        this.id = id;
      }

      @Override
      public boolean full() {
        return !socket.isClosed() && socket.writeQueueFull();
      }

      /** All subscriptions of the socket share its queue, so each looks for itself. */
      @Override
      public void whenDrained(Runnable callback) {
        long[] timer = new long[1];
        timer[0] = vertx.setPeriodic(50, tick -> {
          if (socket.isClosed() || !running.containsKey(id)) {
            vertx.cancelTimer(timer[0]);
          } else if (!full()) {
            vertx.cancelTimer(timer[0]);
            callback.run();
          }
        });
      }

      @Override
      public void next(JsonBuffer answer, String cursor) {
        Connection.this.next(id, answer);
      }

      @Override
      public void end(List<GraphQLError> problems) {
        boolean slow = full();
        ended(id, problems);
        if (slow) {
          close(TRY_AGAIN_LATER, "What was sent was not read");
          // The closing frame stands behind what the client does not read.
          vertx.setTimer(CLOSE_WAIT, late -> abort());
        }
      }
    }
  }
}
