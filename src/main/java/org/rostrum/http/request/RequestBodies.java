package org.rostrum.http.request;

import io.netty.buffer.ByteBufInputStream;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.request.Limits;
import org.rostrum.http.negotiation.ContentCoding;

/**
 * Receives the bodies of requests, and bounds the memory that all of them take together: from the moment that a body is let
 * in until its request is answered. What would not fit is refused before it is read, where the client says how long it is.
 */
@ApplicationScoped
public class RequestBodies {

  /** Bodies up to this size are small: there is room for them when large ones have filled theirs. */
  private static final int SMALL = 65_536;
  /** Which part of the room large bodies may fill, in quarters. */
  private static final int LARGE_QUARTERS = 3;
  /** Which part of the heap bodies may take unless it is set. */
  private static final int HEAP_PART = 8;
  /** How much of a refused body is thrown away, in limits of one, before the connection is closed. */
  private static final int MOST_DROPPED = 4;
  /** A body must go on coming: at least so many bytes each time that is looked at. */
  private static final long LEAST_PROGRESS = 81_920;
  private static final long MILLIS_BETWEEN_LOOKS = 5_000;
  private static final int INFLATER_BUFFER = 8_192;

  private final Vertx vertx;
  private final long most;
  private final long mostTogether;
  private final long mostLarge;
  private final AtomicLong held = new AtomicLong();
  private final Set<Receiving> receiving = ConcurrentHashMap.newKeySet();

  RequestBodies(Vertx vertx, Limits limits) {
    this.vertx = vertx;
    this.most = limits.body().asLongValue();
    long room = limits.bodies().map(size -> size.asLongValue()).orElse(Runtime.getRuntime().maxMemory() / HEAP_PART);
    this.mostTogether = Math.max(most, room);
    this.mostLarge = Math.max(most, mostTogether / 4 * LARGE_QUARTERS);
  }

  void onStart(@Observes StartupEvent start) {
    vertx.setPeriodic(MILLIS_BETWEEN_LOOKS, tick -> receiving.forEach(one -> one.context.runOnContext(ignored -> one.look())));
  }

  /**
   * Receives a request's body. Called on the request's context, as are its callbacks; only one of them is called, once.
   *
   * @param then    takes the body, which it must release
   * @param refused takes the reason why the body is not received
   */
  public void receive(RoutingContext request, Consumer<RequestBody> then, Consumer<RequestRejectedException> refused) {
    new Receiving(request.request(), then, refused).begin();
  }

  /** Takes room for more bytes; false when there is none. */
  private boolean take(long bytes, boolean large) {
    long now = held.addAndGet(bytes);
    if (now > (large ? mostLarge : mostTogether)) {
      held.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  private static RequestRejectedException noRoom() {
    return new RequestRejectedException(HttpStatus.UNAVAILABLE, GraphQLErrorMapper.UNAVAILABLE,
        "the server has as many requests to read as it has memory for; try again later");
  }

  private RequestRejectedException tooLarge() {
    return new RequestRejectedException(HttpStatus.TOO_LARGE, new ApiError("TOO_EXPENSIVE",
        "the body is larger than the limit of " + most + " bytes", null, null, Map.of("limit", Map.of("name", "body", "max", most))));
  }

  /** A request whose body is on its way. */
  private final class Receiving {
    private final HttpServerRequest request;
    private final Context context = vertx.getOrCreateContext();
    private final Consumer<RequestBody> then;
    private final Consumer<RequestRejectedException> refused;
    private final RequestBody body;
    private final long announced;
    private long received;
    /** What had been received when it was looked at last; -1 before the first time. */
    private long before = -1;
    private boolean over;

    Receiving(HttpServerRequest request, Consumer<RequestBody> then, Consumer<RequestRejectedException> refused) {
      this.request = request;
      this.then = then;
      this.refused = refused;
      this.announced = announced(request.getHeader("Content-Length"));
      this.body = new RequestBody();
    }

    /** How long the client says that the body is; -1 where it does not. */
    private static long announced(String header) {
      try {
        return header == null ? -1 : Long.parseLong(header);
      } catch (NumberFormatException e) {
        return -1;
      }
    }

    void begin() {
      request.handler(this::more).endHandler(ignored -> whole()).exceptionHandler(ignored -> gone());
      String encoding = request.getHeader("Content-Encoding");
      body.gzip = encoding != null && (encoding.strip().equalsIgnoreCase(ContentCoding.GZIP) || encoding.strip().equalsIgnoreCase("x-gzip"));
      if (encoding != null && !body.gzip && !encoding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
        request.response().putHeader("Accept-Encoding", ContentCoding.GZIP);
        refuse(new RequestRejectedException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "BAD_USER_INPUT", "Content-Encoding must be gzip, or left out"));
      } else if (announced > most) {
        refuse(tooLarge());
      } else if (announced > 0 && !body.grow(announced)) {
        refuse(noRoom());
      } else {
        body.content = Buffer.buffer((int) Math.min(Math.max(announced, 0), SMALL));
        receiving.add(this);
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
          request.response().writeContinue();
        }
      }
      request.resume();
    }

    private void more(Buffer chunk) {
      received += chunk.length();
      if (over) {
        // Nothing of it is kept. A client that has been told and goes on all the same is not listened to for ever.
        if (received > most * MOST_DROPPED) {
          request.connection().close();
        }
      } else if (received > most) {
        refuse(tooLarge());
      } else if (announced < 0 && !body.grow(chunk.length())) {
        refuse(noRoom());
      } else {
        body.content.appendBuffer(chunk);
      }
    }

    private void whole() {
      if (!over) {
        over = true;
        receiving.remove(this);
        then.accept(body);
      }
    }

    /** The client went away in the middle, or is not listened to any more. */
    private void gone() {
      if (!over) {
        over = true;
        receiving.remove(this);
        body.release();
      }
    }

    private void refuse(RequestRejectedException reason) {
      gone();
      refused.accept(reason);
    }

    private void look() {
      if (!over && before >= 0 && received - before < LEAST_PROGRESS) {
        request.response().putHeader("Connection", "close");
        refuse(new RequestRejectedException(HttpStatus.REQUEST_TIMEOUT, "BAD_USER_INPUT", "the body comes too slowly"));
      }
      before = received;
    }
  }

  /** A body that was received, and the room that it takes. */
  public final class RequestBody {
    private final AtomicLong room = new AtomicLong();
    private Buffer content;
    private boolean gzip;

    private boolean grow(long bytes) {
      if (!take(bytes, room.get() + bytes > SMALL)) {
        return false;
      }
      room.addAndGet(bytes);
      return true;
    }

    /** Gives the room back; to be called when nothing of the body is needed any more, and harmless when called again. */
    public void release() {
      held.addAndGet(-room.getAndSet(0));
      content = null;
    }

    /** How many bytes were sent. */
    int length() {
      return content.length();
    }

    /** Whether they are compressed. */
    boolean isCompressed() {
      return gzip;
    }

    /** The bytes as they were sent. */
    byte[] bytes() {
      return content.getBytes();
    }

    /**
     * Reads the body, inflating it on the way where it is compressed. Reading throws {@link RequestRejectedException} when it is larger
     * than the limit, or there is no memory for it.
     *
     * @throws RequestRejectedException when it is not what it says
     */
    InputStream stream() {
      InputStream sent = new ByteBufInputStream(content.getByteBuf());
      if (!gzip) {
        return sent;
      }
      try {
        return new Inflated(new GZIPInputStream(sent, INFLATER_BUFFER));
      } catch (IOException e) {
        throw RequestRejectedException.malformed("the body is not gzip");
      }
    }

    private final class Inflated extends FilterInputStream {
      private long inflated;

      Inflated(InputStream in) {
        super(in);
      }

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count;
        try {
          count = super.read(into, offset, length);
        } catch (IOException e) {
          throw RequestRejectedException.malformed("the body is not gzip");
        }
        if (count <= 0) {
          return count;
        }
        inflated += count;
        if (inflated > most) {
          throw tooLarge();
        }
        if (!grow(count)) {
          throw noRoom();
        }
        return count;
      }
    }
  }
}
