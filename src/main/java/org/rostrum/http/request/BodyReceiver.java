package org.rostrum.http.request;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rostrum.http.negotiation.ContentCoding;

/** Receives the body of one request. All methods but {@link #scheduleProgressCheck} run on the request's context. */
final class BodyReceiver {

    /** How much of a rejected body is discarded before the connection is closed, in multiples of the limit. */
    private static final int MAX_DISCARDED = 4;
    /** How many bytes a client must send between two checks. */
    private static final long MIN_PROGRESS = 81_920;

    private final HttpServerRequest request;
    private final Context context;
    private final BodyLimit limit;
    private final BodyMemory.Reservation memory;
    private final Callbacks callbacks;
    private final OptionalLong announced;
    private @Nullable RequestBody body;
    private long received;
    /** What had been received at the previous check; empty before the first. */
    private OptionalLong receivedBefore = OptionalLong.empty();

    private boolean done;

    /**
     * Who is told how receiving ended.
     *
     * @param onBody takes the body, which it must release
     * @param onRejected takes the reason why the body is not received
     * @param onDone called before either of them, and when the client disconnects
     */
    record Callbacks(
            Consumer<RequestBody> onBody,
            Consumer<RequestRejectedException> onRejected,
            Consumer<BodyReceiver> onDone) {}

    BodyReceiver(
            HttpServerRequest request,
            Context context,
            BodyLimit limit,
            BodyMemory.Reservation memory,
            Callbacks callbacks) {
        this.request = request;
        this.context = context;
        this.limit = limit;
        this.memory = memory;
        this.callbacks = callbacks;
        this.announced = contentLength(request.getHeader("Content-Length"));
    }

    /** Empty where the client does not say how long the body is. */
    private static OptionalLong contentLength(@Nullable String header) {
        try {
            long length = header == null ? -1 : Long.parseLong(header);
            return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    void start() {
        request.handler(this::receive).endHandler(ignored -> complete()).exceptionHandler(ignored -> stop());
        String coding = request.getHeader("Content-Encoding") == null
                ? "identity"
                : request.getHeader("Content-Encoding").strip().toLowerCase(Locale.ROOT);
        boolean gzip = coding.equals(ContentCoding.GZIP) || coding.equals("x-gzip");
        long size = announced.orElse(0);
        if (!gzip && !coding.equals("identity")) {
            request.response().putHeader("Accept-Encoding", ContentCoding.GZIP);
            reject(new RequestRejectedException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "BAD_USER_INPUT", "Content-Encoding must be gzip, or left out"));
        } else if (limit.isExceededBy(size)) {
            reject(limit.exceeded());
        } else if (size > 0 && !memory.grow(size)) {
            reject(BodyMemory.exhausted());
        } else {
            body = new RequestBody(memory, limit, gzip, (int) Math.min(size, BodyMemory.SMALL_BODY));
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                request.response().writeContinue();
            }
        }
        request.resume();
    }

    private void receive(Buffer chunk) {
        received += chunk.length();
        if (done) {
            // The rest of a rejected body. A client that sends on all the same is disconnected at some point.
            if (received > limit.maxBytes() * MAX_DISCARDED) {
                request.connection().close();
            }
        } else if (limit.isExceededBy(received)) {
            reject(limit.exceeded());
        } else if (announced.isEmpty() && !memory.grow(chunk.length())) {
            reject(BodyMemory.exhausted());
        } else {
            body().append(chunk);
        }
    }

    private RequestBody body() {
        return Objects.requireNonNull(body, "a body that is not rejected has been there since the start");
    }

    private void complete() {
        if (!done) {
            done = true;
            callbacks.onDone.accept(this);
            callbacks.onBody.accept(body());
        }
    }

    /** The client disconnected, or the body is not wanted any more. */
    private void stop() {
        if (!done) {
            done = true;
            callbacks.onDone.accept(this);
            memory.release();
            // What was received is held no longer while the rest is discarded.
            body = null;
        }
    }

    private void reject(RequestRejectedException reason) {
        stop();
        callbacks.onRejected.accept(reason);
    }

    /** Rejects the body, on the request's context, when too little of it was received since the previous call. */
    void scheduleProgressCheck() {
        context.runOnContext(ignored -> checkProgress());
    }

    private void checkProgress() {
        if (!done && receivedBefore.isPresent() && received - receivedBefore.getAsLong() < MIN_PROGRESS) {
            request.response().putHeader("Connection", "close");
            reject(new RequestRejectedException(
                    HttpStatus.REQUEST_TIMEOUT, "BAD_USER_INPUT", "the body comes too slowly"));
        }
        receivedBefore = OptionalLong.of(received);
    }
}
