package org.rostrum.http;

import graphql.language.OperationDefinition.Operation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rostrum.engine.Outcome;
import org.rostrum.graph.CodedError;
import org.rostrum.graph.ErrorCodes;
import org.rostrum.graph.Hashes;
import org.rostrum.graph.Limits;
import org.rostrum.graph.Work;
import org.rostrum.http.Operations.Ready;

/**
 * GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/) at {@value #PATH}: takes the place of the platform's
 * endpoint. Reads on the event loop, runs on a worker thread, and stops what takes longer than the deadline.
 */
@ApplicationScoped
public class Door {

  /** Where it is. */
  static final String PATH = "/graphql";
  /** Before the platform's own handlers, which never see a request for this path. */
  /** Asks for {@code extensions.plan}. */
  private static final String EXPLAIN = "Rostrum-Explain";
  private static final int FIRST = -1_000;
  /** How long after its deadline a request that could not be stopped is answered all the same, in milliseconds. */
  private static final long GRACE = 2_000;

  private final Vertx vertx;
  private final Limits limits;
  private final Operations operations;
  private final Tokens tokens;
  private final Origins origins;
  private final Observations observations;
  private final ErrorCodes errors;
  private final WebSockets sockets;
  private final EventStreams streams;
  private final Stop stop;
  private final boolean introspection;
  private final Duration maxAge;

  Door(Vertx vertx, Limits limits, Operations operations, Tokens tokens, Origins origins, Observations observations,
      ErrorCodes errors, WebSockets sockets, EventStreams streams, Stop stop,
      @ConfigProperty(name = "rostrum.introspection") boolean introspection,
      @ConfigProperty(name = "rostrum.documents.max-age") Duration maxAge) {
    this.vertx = vertx;
    this.limits = limits;
    this.operations = operations;
    this.tokens = tokens;
    this.origins = origins;
    this.observations = observations;
    this.errors = errors;
    this.sockets = sockets;
    this.streams = streams;
    this.stop = stop;
    this.introspection = introspection;
    this.maxAge = maxAge;
  }

  void routes(@Observes Router router) {
    CorsHandler cors = origins.cors();
    if (cors != null) {
      router.route(PATH).order(FIRST).handler(cors).failureHandler(this::failed);
    }
    Handler<RoutingContext> body = BodyHandler.create(false).setBodyLimit(limits.body().asLongValue());
    router.post(PATH).order(FIRST + 1).handler(this::checkType);
    router.post(PATH).order(FIRST + 2).handler(body).handler(this::post).failureHandler(this::failed);
    router.get(PATH).order(FIRST + 2).handler(this::get).failureHandler(this::failed);
    router.route(PATH).order(FIRST + 3).handler(this::otherMethod);
    if (!introspection) {
      router.route(PATH + "/schema.graphql").order(FIRST).handler(request -> request.response().setStatusCode(Status.NOT_FOUND).end());
    }
  }

  private void otherMethod(RoutingContext request) {
    request.response().putHeader("Allow", "GET, POST");
    refuse(request, new BadRequest(Status.METHOD_NOT_ALLOWED, "BAD_USER_INPUT", "the method must be GET or POST"));
  }

  /** Before the body is read: what a form or a page of another site can send is not. */
  private void checkType(RoutingContext request) {
    if (Origins.isJson(request.request().getHeader("Content-Type"))) {
      request.next();
    } else {
      refuse(request, new BadRequest(Status.UNSUPPORTED_MEDIA_TYPE, "BAD_USER_INPUT", "Content-Type must be application/json, in UTF-8"));
    }
  }

  private void failed(RoutingContext request) {
    if (request.statusCode() == Status.TOO_LARGE) {
      long most = limits.body().asLongValue();
      refuse(request, new BadRequest(Status.TOO_LARGE, new CodedError("TOO_EXPENSIVE",
          "the body is larger than the limit of " + most + " bytes", null, null, Map.of("limit", Map.of("name", "body", "max", most)))));
    } else if (request.statusCode() == Status.FORBIDDEN) {
      // The CORS handler's only word.
      refuse(request, new BadRequest(Status.FORBIDDEN, "FORBIDDEN", "pages of this origin may not use the server"));
    } else if (request.failure() instanceof BadRequest bad) {
      refuse(request, bad);
    } else if (request.statusCode() >= Status.BAD_REQUEST && request.statusCode() < Status.INTERNAL) {
      refuse(request, new BadRequest(request.statusCode(), "BAD_USER_INPUT", "the request cannot be read"));
    } else {
      refuse(request, new BadRequest(Status.INTERNAL, errors.internal(request.failure())));
    }
  }

  private void get(RoutingContext request) {
    String upgrade = request.request().getHeader("Upgrade");
    if ("websocket".equalsIgnoreCase(upgrade)) {
      sockets.open(request);
      return;
    }
    if (!Origins.mayGet(request.request())) {
      refuse(request, BadRequest.malformed("a GET needs one of the headers " + String.join(", ", Origins.PREFLIGHTED)
          + " or Content-Type: application/json, which no foreign page can send unasked"));
      return;
    }
    take(request, () -> GraphQLRequest.ofParameters(parameters(request)), true);
  }

  private static MultiMap parameters(RoutingContext request) {
    try {
      return request.queryParams();
    } catch (IllegalArgumentException e) {
      throw BadRequest.malformed("the url cannot be decoded");
    }
  }

  private void post(RoutingContext request) {
    Buffer body = request.body().buffer();
    take(request, () -> GraphQLRequest.ofBody(body), false);
  }

  /**
   * What a worker thread found out.
   *
   * @param tag    the entity tag of an answer that caches may keep; null for others
   * @param stream the operation to answer with a stream of events; null for an answer at once
   */
  private record Reply(int status, Media media, Buffer body, String tag, Ready stream) {}

  private interface Reading {
    GraphQLRequest read();
  }

  private void take(RoutingContext request, Reading reading, boolean get) {
    Media.Accepted accepted = Media.accepted(request.request().getHeader("Accept"));
    if (accepted.answer() == null && !accepted.events()) {
      refuse(request, new BadRequest(Status.NOT_ACCEPTABLE, "BAD_USER_INPUT",
          "Accept must name application/graphql-response+json, application/json or text/event-stream"));
      return;
    }
    if (stop.refusing()) {
      request.response().putHeader("Connection", "close").putHeader("Retry-After", "1");
      refuse(request, new BadRequest(Status.UNAVAILABLE, "UNAVAILABLE", "the server is about to stop"));
      return;
    }
    stop.begin();
    long started = System.nanoTime();
    Work work = operations.work(null);
    AtomicBoolean answered = new AtomicBoolean();
    long deadline = vertx.setTimer(limits.deadline().toMillis() + GRACE, late -> answer(answered,
        () -> {
          CodedError error = CodedError.of(work.late(), null);
          refuse(request, new BadRequest(Status.of(Outcome.failed(error), accepted.answer()), error));
        }));
    vertx.executeBlocking(() -> reply(request.request(), reading, get, accepted, work, started), false).onComplete(done -> {
      vertx.cancelTimer(deadline);
      stop.end();
      answer(answered, () -> {
        if (done.succeeded()) {
          send(request, done.result());
        } else {
          request.fail(done.cause());
        }
      });
    });
  }

  private static void answer(AtomicBoolean answered, Runnable how) {
    if (answered.compareAndSet(false, true)) {
      how.run();
    }
  }

  private Reply reply(HttpServerRequest request, Reading reading, boolean get, Media.Accepted accepted, Work begun,
      long started) {
    GraphQLRequest read = reading.read();
    SecurityIdentity identity = tokens.identify(request.getHeader("Authorization"));
    Ready ready = operations.ready(read, identity, Tokens.mayBeExplained(request.getHeader(EXPLAIN), identity));
    if (get && ready.is(Operation.MUTATION)) {
      throw new BadRequest(Status.METHOD_NOT_ALLOWED, "BAD_USER_INPUT", "mutations must be sent by POST");
    }
    if (accepted.events() && (ready.is(Operation.SUBSCRIPTION) || accepted.answer() == null)) {
      return new Reply(Status.OK, Media.EVENTS, null, null, ready);
    }
    if (ready.is(Operation.SUBSCRIPTION)) {
      throw new BadRequest(Status.NOT_ACCEPTABLE, "BAD_USER_INPUT",
          "a subscription needs Accept: text/event-stream, or a websocket that speaks graphql-transport-ws");
    }
    Work work = identity == null ? begun : begun.by(Tokens.name(identity));
    Outcome outcome = operations.run(ready, work);
    int status = Status.of(outcome, accepted.answer());
    Buffer body = Answers.buffer(Answers.of(outcome, limits.nodes()));
    observations.note("HTTP", status, ready, outcome, work, started);
    boolean cached = get && ready.persisted() && outcome.errors().isEmpty();
    String tag = cached ? '"' + Hashes.sha256(body.getBytes()) + '"' : null;
    return new Reply(status, accepted.answer(), body, tag, null);
  }

  private void send(RoutingContext request, Reply reply) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (reply.stream != null) {
      streams.open(request, reply.stream);
      return;
    }
    response.putHeader("Vary", "Accept");
    response.putHeader("Cache-Control", reply.tag != null ? "public, max-age=" + maxAge.toSeconds() + ", must-revalidate" : "no-store");
    if (reply.tag != null) {
      response.putHeader("ETag", reply.tag);
      if (matches(request.request().getHeader("If-None-Match"), reply.tag)) {
        response.setStatusCode(Status.NOT_MODIFIED).end();
        return;
      }
    }
    if (reply.status == Status.UNAUTHORIZED) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    response.setStatusCode(reply.status).putHeader("Content-Type", reply.media.contentType()).end(reply.body);
  }

  private static boolean matches(String header, String tag) {
    return header != null && List.of(header.split("\\s*,\\s*")).stream()
        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
  }

  private void refuse(RoutingContext request, BadRequest bad) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (bad.status() == Status.UNAUTHORIZED) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    if (bad.status() == Status.METHOD_NOT_ALLOWED && !response.headers().contains("Allow")) {
      response.putHeader("Allow", "POST");
    }
    Media media = Media.accepted(request.request().getHeader("Accept")).answer();
    Outcome outcome = Outcome.failed(bad.error());
    observations.note("HTTP", bad.status(), new Ready(null, null, false, null, outcome), outcome, operations.work(null), System.nanoTime());
    response.setStatusCode(bad.status()).putHeader("Cache-Control", "no-store")
        .putHeader("Content-Type", (media == null ? Media.JSON : media).contentType())
        .end(Answers.buffer(Answers.of(outcome, 0)));
  }
}
