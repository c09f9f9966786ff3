package org.rostrum.http.handler;

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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.request.Limits;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.graph.value.Sha256;
import org.rostrum.http.auth.BearerTokenAuthenticator;
import org.rostrum.http.negotiation.ContentCoding;
import org.rostrum.http.negotiation.ContentNegotiation;
import org.rostrum.http.negotiation.CorsPolicy;
import org.rostrum.http.operation.OperationRunner;
import org.rostrum.http.operation.PreparedOperation;
import org.rostrum.http.operation.RequestTelemetry;
import org.rostrum.http.operation.ResponseEnvelope;
import org.rostrum.http.request.GraphQLRequest;
import org.rostrum.http.request.HttpStatus;
import org.rostrum.http.request.RequestBodies;
import org.rostrum.http.request.RequestRejectedException;

/**
 * GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/) at {@value #PATH}: takes the place of the platform's
 * endpoint. Reads on the event loop, runs on a worker thread, and stops what takes longer than the deadline.
 */
@ApplicationScoped
public class GraphQLHttpHandler {

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
  private final OperationRunner operations;
  private final BearerTokenAuthenticator tokens;
  private final CorsPolicy origins;
  private final RequestTelemetry observations;
  private final GraphQLErrorMapper errors;
  private final GraphQLWebSocketHandler sockets;
  private final GraphQLSseHandler streams;
  private final GracefulShutdown stop;
  private final RequestBodies bodies;
  private final boolean introspection;
  private final Duration maxAge;

  GraphQLHttpHandler(Vertx vertx, Limits limits, OperationRunner operations, BearerTokenAuthenticator tokens, CorsPolicy origins, RequestTelemetry observations,
      GraphQLErrorMapper errors, GraphQLWebSocketHandler sockets, GraphQLSseHandler streams, GracefulShutdown stop, RequestBodies bodies,
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
    this.bodies = bodies;
    this.introspection = introspection;
    this.maxAge = maxAge;
  }

  void routes(@Observes Router router) {
    Handler<RoutingContext> cors = origins.cors();
    if (cors != null) {
      router.route(PATH).order(FIRST).handler(cors).failureHandler(this::failed);
    }
    router.post(PATH).order(FIRST + 1).handler(this::checkType);
    router.post(PATH).order(FIRST + 2).handler(this::post).failureHandler(this::failed);
    router.get(PATH).order(FIRST + 2).handler(this::get).failureHandler(this::failed);
    router.route(PATH).order(FIRST + 3).handler(this::otherMethod);
    if (!introspection) {
      router.route(PATH + "/schema.graphql").order(FIRST).handler(request -> request.response().setStatusCode(HttpStatus.NOT_FOUND).end());
    }
  }

  private void otherMethod(RoutingContext request) {
    request.response().putHeader("Allow", "GET, POST");
    refuse(request, new RequestRejectedException(HttpStatus.METHOD_NOT_ALLOWED, "BAD_USER_INPUT", "the method must be GET or POST"));
  }

  /** Before the body is read: what a form or a page of another site can send is not. */
  private void checkType(RoutingContext request) {
    if (CorsPolicy.isJson(request.request().getHeader("Content-Type"))) {
      request.next();
    } else {
      refuse(request, new RequestRejectedException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "BAD_USER_INPUT", "Content-Type must be application/json, in UTF-8"));
    }
  }

  private void failed(RoutingContext request) {
    if (request.statusCode() == HttpStatus.FORBIDDEN) {
      // The CORS handler's only word.
      refuse(request, new RequestRejectedException(HttpStatus.FORBIDDEN, "FORBIDDEN", "pages of this origin may not use the server"));
    } else if (request.failure() instanceof RequestRejectedException bad) {
      refuse(request, bad);
    } else if (request.statusCode() >= HttpStatus.BAD_REQUEST && request.statusCode() < HttpStatus.INTERNAL) {
      refuse(request, new RequestRejectedException(request.statusCode(), "BAD_USER_INPUT", "the request cannot be read"));
    } else {
      refuse(request, new RequestRejectedException(HttpStatus.INTERNAL, errors.of(request.failure())));
    }
  }

  private void get(RoutingContext request) {
    String upgrade = request.request().getHeader("Upgrade");
    if ("websocket".equalsIgnoreCase(upgrade)) {
      sockets.open(request);
      return;
    }
    if (!origins.mayGet(request.request())) {
      refuse(request, RequestRejectedException.malformed("a GET needs one of the headers " + String.join(", ", CorsPolicy.PREFLIGHTED)
          + " or Content-Type: application/json, which no foreign page can send unasked"));
      return;
    }
    take(request, () -> GraphQLRequest.ofParameters(parameters(request)), true, () -> { });
  }

  private static MultiMap parameters(RoutingContext request) {
    try {
      return request.queryParams();
    } catch (IllegalArgumentException e) {
      throw RequestRejectedException.malformed("the url cannot be decoded");
    }
  }

  private void post(RoutingContext request) {
    bodies.receive(request, body -> {
      try {
        take(request, () -> GraphQLRequest.ofBody(body), false, body::release);
      } catch (RuntimeException e) {
        body.release();
        request.fail(e);
      }
    }, bad -> refuse(request, bad));
  }

  /**
   * What a worker thread found out.
   *
   * @param tag    the entity tag of an answer that caches may keep; null for others
   * @param gzip   whether the body is compressed
   * @param stream the operation to answer with a stream of events; null for an answer at once
   */
  private record Reply(int status, ContentNegotiation media, Buffer body, String tag, boolean gzip, PreparedOperation stream) {}

  private interface Reading {
    GraphQLRequest read();
  }

  /** @param done called once, when what was read is not needed any more */
  private void take(RoutingContext request, Reading reading, boolean get, Runnable done) {
    ContentNegotiation.Accepted accepted = ContentNegotiation.accepted(request.request().getHeader("Accept"));
    if (accepted.answer() == null && !accepted.events()) {
      done.run();
      refuse(request, new RequestRejectedException(HttpStatus.NOT_ACCEPTABLE, "BAD_USER_INPUT",
          "Accept must name application/graphql-response+json, application/json or text/event-stream"));
      return;
    }
    if (stop.refusing()) {
      done.run();
      request.response().putHeader("Connection", "close");
      refuse(request, new RequestRejectedException(HttpStatus.UNAVAILABLE, GraphQLErrorMapper.UNAVAILABLE, "the server is about to stop"));
      return;
    }
    stop.begin();
    long started = System.nanoTime();
    RequestContext work = operations.work(null);
    AtomicBoolean answered = new AtomicBoolean();
    long deadline = vertx.setTimer(limits.deadline().toMillis() + GRACE, late -> answer(answered,
        () -> {
          ApiError error = ApiError.of(work.late(), null);
          refuse(request, new RequestRejectedException(HttpStatus.of(EngineResult.failed(error), accepted.answer()), error));
        }));
    vertx.executeBlocking(() -> reply(request.request(), reading, get, accepted, work, started), false).onComplete(replied -> {
      vertx.cancelTimer(deadline);
      stop.end();
      done.run();
      answer(answered, () -> {
        if (replied.succeeded()) {
          send(request, replied.result());
        } else {
          request.fail(replied.cause());
        }
      });
    });
  }

  private static void answer(AtomicBoolean answered, Runnable how) {
    if (answered.compareAndSet(false, true)) {
      how.run();
    }
  }

  private Reply reply(HttpServerRequest request, Reading reading, boolean get, ContentNegotiation.Accepted accepted, RequestContext begun,
      long started) {
    GraphQLRequest read = reading.read();
    SecurityIdentity identity = tokens.identify(request.getHeader("Authorization"));
    boolean explained = BearerTokenAuthenticator.mayBeExplained(request.getHeader(EXPLAIN), identity);
    PreparedOperation ready = operations.ready(read, identity, explained);
    if (get && ready.is(Operation.MUTATION)) {
      throw new RequestRejectedException(HttpStatus.METHOD_NOT_ALLOWED, "BAD_USER_INPUT", "mutations must be sent by POST");
    }
    if (accepted.events() && (ready.is(Operation.SUBSCRIPTION) || accepted.answer() == null)) {
      return new Reply(HttpStatus.OK, ContentNegotiation.EVENTS, null, null, false, ready);
    }
    if (ready.is(Operation.SUBSCRIPTION)) {
      throw new RequestRejectedException(HttpStatus.NOT_ACCEPTABLE, "BAD_USER_INPUT",
          "a subscription needs Accept: text/event-stream, or a websocket that speaks graphql-transport-ws");
    }
    RequestContext work = identity == null ? begun : begun.by(BearerTokenAuthenticator.name(identity));
    EngineResult outcome = operations.run(ready, work);
    int status = HttpStatus.of(outcome, accepted.answer());
    JsonBuffer answer = ResponseEnvelope.of(outcome, limits.nodes());
    boolean cached = get && ready.persisted() && outcome.errors().isEmpty() && !explained;
    boolean gzip = ContentCoding.isWorthIt(answer) && ContentCoding.mayCompress(request);
    Buffer body = gzip ? ContentCoding.compressed(answer) : ResponseEnvelope.buffer(answer);
    observations.note("HTTP", status, ready, outcome, work, started);
    // The two forms of an answer are two things to a cache.
    String tag = cached ? '"' + Sha256.sha256(body.getBytes()) + '"' : null;
    return new Reply(status, accepted.answer(), body, tag, gzip, null);
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
    harden(response);
    if (reply.tag == null) {
      response.putHeader("Cache-Control", "no-store");
    } else {
      // An answer to somebody is not for others, though it is the same today.
      String whose = ContentCoding.isPersonal(request.request()) ? "private" : "public";
      response.putHeader("Cache-Control", whose + ", max-age=" + maxAge.toSeconds() + ", must-revalidate")
          .putHeader("Vary", origins.vary() + ", Authorization, " + EXPLAIN).putHeader("ETag", reply.tag);
      if (matches(request.request().getHeader("If-None-Match"), reply.tag)) {
        response.setStatusCode(HttpStatus.NOT_MODIFIED).end();
        return;
      }
    }
    if (reply.gzip) {
      response.putHeader("Content-Encoding", ContentCoding.GZIP);
    }
    explain(response, reply.status);
    response.setStatusCode(reply.status).putHeader("Content-Type", reply.media.contentType()).end(reply.body);
  }

  /** What an answer's status asks for. */
  private static void explain(HttpServerResponse response, int status) {
    if (status == HttpStatus.UNAUTHORIZED) {
      response.putHeader("WWW-Authenticate", "Bearer");
    } else if (status == HttpStatus.UNAVAILABLE) {
      response.putHeader("Retry-After", HttpStatus.RETRY_AFTER);
    }
  }

  /** Answers are data: no page may frame them, and a browser that shows one as a page runs nothing of it. */
  private void harden(HttpServerResponse response) {
    response.putHeader("Vary", origins.vary()).putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  private static boolean matches(String header, String tag) {
    return header != null && List.of(header.split("\\s*,\\s*")).stream()
        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
  }

  private void refuse(RoutingContext request, RequestRejectedException bad) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    harden(response);
    explain(response, bad.status());
    if (bad.status() == HttpStatus.METHOD_NOT_ALLOWED && !response.headers().contains("Allow")) {
      response.putHeader("Allow", "POST");
    }
    ContentNegotiation media = ContentNegotiation.accepted(request.request().getHeader("Accept")).answer();
    EngineResult outcome = EngineResult.failed(bad.error());
    observations.note("HTTP", bad.status(), new PreparedOperation(null, null, false, null, outcome), outcome, operations.work(null), System.nanoTime());
    response.setStatusCode(bad.status()).putHeader("Cache-Control", "no-store")
        .putHeader("Content-Type", (media == null ? ContentNegotiation.JSON : media).contentType())
        .end(ResponseEnvelope.buffer(ResponseEnvelope.of(outcome, 0)));
  }
}
