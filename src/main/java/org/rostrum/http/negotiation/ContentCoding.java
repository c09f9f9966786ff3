package org.rostrum.http.negotiation;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.impl.HeaderParser;
import io.vertx.ext.web.impl.ParsableHeaderValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.rostrum.engine.json.JsonBuffer;

/**
 * Compression of bodies (RFC 9110, 8.4): gzip, which every client knows and the JDK brings. Brotli and Zstandard would
 * need native libraries.
 */
public final class ContentCoding {

    /** The name in {@code Content-Encoding} and {@code Accept-Encoding}. */
    public static final String GZIP = "gzip";

    /** In bytes. Smaller responses gain nothing: they fit into one packet as they are. */
    private static final int MIN_SIZE = 1_024;
    /** JSON repeats its keys, so a low level compresses it well. */
    private static final int RESPONSE_LEVEL = 4;

    private static final int BUFFER_SIZE = 4_096;
    /** How many times smaller JSON becomes, about; the initial capacity follows from it. */
    private static final int TYPICAL_RATIO = 6;

    private ContentCoding() {}

    /**
     * Whether the response to a request may be compressed. Not to a request with credentials: the length of a response
     * that holds both a secret and what an attacker chose reveals the secret, letter by letter (BREACH,
     * https://www.breachattack.com).
     */
    public static boolean mayCompress(HttpServerRequest request) {
        return !isPersonal(request) && accepts(request.getHeader("Accept-Encoding"));
    }

    /** Whether a request has credentials. */
    public static boolean isPersonal(HttpServerRequest request) {
        return request.getHeader("Authorization") != null || request.getHeader("Cookie") != null;
    }

    /**
     * Whether a client accepts gzip, and weights it at least as high as no compression (RFC 9110, 12.5.3).
     *
     * @param acceptEncoding the header's value, or null
     */
    public static boolean accepts(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        Optional<Float> gzip = Optional.empty();
        Optional<Float> identity = Optional.empty();
        Optional<Float> others = Optional.empty();
        for (ParsedHeaderValue coding :
                HeaderParser.convertToParsedHeaderValues(acceptEncoding, ParsableHeaderValue::new)) {
            Optional<Float> weight = Optional.of(coding.weight());
            switch (coding.value().strip().toLowerCase(Locale.ROOT)) {
                case GZIP, "x-gzip" -> gzip = weight;
                case "identity" -> identity = weight;
                case "*" -> others = weight;
                default -> {}
            }
        }
        float gzipWeight = gzip.orElse(others.orElse(0f));
        return gzipWeight > 0 && gzipWeight >= identity.orElse(0f);
    }

    /** Whether a response is large enough for compressing it. */
    public static boolean isWorthIt(JsonBuffer response) {
        return response.length() >= MIN_SIZE;
    }

    /** Compresses a response, quickly. */
    public static Buffer compress(JsonBuffer response) {
        return compress(response.array(), response.length(), RESPONSE_LEVEL);
    }

    /** Compresses what is kept, as small as possible. */
    public static Buffer compress(byte[] bytes) {
        return compress(bytes, bytes.length, Deflater.BEST_COMPRESSION);
    }

    @SuppressWarnings("deprecation") // no other way to a buffer without a copy
    private static Buffer compress(byte[] bytes, int length, int level) {
        ByteBuf target = Unpooled.buffer(MIN_SIZE + length / TYPICAL_RATIO);
        try (GZIPOutputStream out = new LeveledGzipOutputStream(new ByteBufOutputStream(target), level)) {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(target);
    }

    private static final class LeveledGzipOutputStream extends GZIPOutputStream {
        LeveledGzipOutputStream(ByteBufOutputStream out, int level) throws IOException {
            super(out, BUFFER_SIZE);
            def.setLevel(level);
        }
    }
}
