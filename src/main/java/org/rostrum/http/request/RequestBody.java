package org.rostrum.http.request;

import io.netty.buffer.ByteBufInputStream;
import io.vertx.core.buffer.Buffer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A request body and the memory that it takes. */
public final class RequestBody {

    private static final int INFLATER_BUFFER = 8_192;

    private final BodyMemory.Reservation memory;
    private final BodyLimit limit;
    private final boolean gzip;
    private @Nullable Buffer content;

    /**
     * @param gzip whether the bytes are compressed
     * @param capacity for how many bytes there is room at first
     */
    RequestBody(BodyMemory.Reservation memory, BodyLimit limit, boolean gzip, int capacity) {
        this.memory = memory;
        this.limit = limit;
        this.gzip = gzip;
        this.content = Buffer.buffer(capacity);
    }

    private Buffer content() {
        return Objects.requireNonNull(content, "the body was released");
    }

    void append(Buffer chunk) {
        content().appendBuffer(chunk);
    }

    /**
     * Gives the memory back; to be called when nothing of the body is needed any more, and harmless when called again.
     */
    public void release() {
        memory.release();
        content = null;
    }

    /** How many bytes were received. */
    int length() {
        return content().length();
    }

    /** Whether they are compressed. */
    boolean isCompressed() {
        return gzip;
    }

    /** The bytes as they were received. */
    byte[] bytes() {
        return content().getBytes();
    }

    /**
     * Reads the body, inflating it on the way where it is compressed. Reading throws {@link RequestRejectedException}
     * when the body is larger than the limit, or there is no memory for it.
     *
     * @throws RequestRejectedException when a compressed body is not gzip
     */
    @SuppressWarnings("deprecation") // Vert.x 5 has no other way to Netty's buffer without a copy either
    InputStream stream() {
        InputStream received = new ByteBufInputStream(content().getByteBuf());
        if (!gzip) {
            return received;
        }
        try {
            return new BoundedInflater(new GZIPInputStream(received, INFLATER_BUFFER));
        } catch (IOException e) {
            throw RequestRejectedException.malformed("the body is not gzip");
        }
    }

    /** Counts inflated bytes against the limit and the memory, as they come. */
    private final class BoundedInflater extends FilterInputStream {
        private long inflated;

        BoundedInflater(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count;
            try {
                count = super.read(target, offset, length);
            } catch (IOException e) {
                throw RequestRejectedException.malformed("the body is not gzip");
            }
            if (count <= 0) {
                return count;
            }
            inflated += count;
            if (limit.isExceededBy(inflated)) {
                throw limit.exceeded();
            }
            if (!memory.grow(count)) {
                throw BodyMemory.exhausted();
            }
            return count;
        }
    }
}
