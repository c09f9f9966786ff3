package org.rostrum.http.negotiation;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.rostrum.engine.json.JsonBuffer;

/**
 * How bodies are compressed on their way (RFC 9110, 8.4): gzip, which every client knows and the JDK brings. Brotli and
 * Zstandard would need native libraries.
 */
public final class ContentCoding {

  /** The name in {@code Content-Encoding} and {@code Accept-Encoding}. */
  public static final String GZIP = "gzip";

  /** Answers below this many bytes gain nothing: they fit into one packet as they are. */
  private static final int LEAST = 1_024;
  /** JSON repeats its keys, so even a quick look makes it small. */
  private static final int LEVEL = 4;
  private static final int BUFFER = 4_096;
  /** How much smaller JSON gets, about; room for an answer is made accordingly. */
  private static final int RATIO = 6;

  private ContentCoding() {}

  /**
   * Whether the answer to a request may be compressed. Not where it belongs to somebody: the length of an answer that holds
   * both a secret and what an attacker chose tells the secret, letter by letter (BREACH, https://www.breachattack.com).
   */
  public static boolean mayCompress(HttpServerRequest request) {
    return !isPersonal(request) && accepts(request.getHeader("Accept-Encoding"));
  }

  /** Whether a request says who sends it. */
  public static boolean isPersonal(HttpServerRequest request) {
    return request.getHeader("Authorization") != null || request.getHeader("Cookie") != null;
  }

  /** Whether a client takes gzip, and likes it at least as much as no compression (RFC 9110, 12.5.3). */
  public static boolean accepts(String header) {
    if (header == null) {
      return false;
    }
    double gzip = -1;
    double identity = -1;
    double others = -1;
    for (String part : header.split(",")) {
      switch (part.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
        case GZIP, "x-gzip" -> gzip = ContentNegotiation.quality(part);
        case "identity" -> identity = ContentNegotiation.quality(part);
        case "*" -> others = ContentNegotiation.quality(part);
        default -> { }
      }
    }
    double welcome = gzip >= 0 ? gzip : others;
    return welcome > 0 && welcome >= identity;
  }

  /** Whether an answer is large enough for compressing it. */
  public static boolean isWorthIt(JsonBuffer answer) {
    return answer.length() >= LEAST;
  }

  /** Compresses what was written. */
  public static Buffer compressed(JsonBuffer answer) {
    return compressed(answer.array(), answer.length(), LEVEL);
  }

  /** Compresses what is kept for long, as small as it gets. */
  public static Buffer compressed(byte[] bytes) {
    return compressed(bytes, bytes.length, Deflater.BEST_COMPRESSION);
  }

  private static Buffer compressed(byte[] bytes, int length, int level) {
    ByteBuf into = Unpooled.buffer(LEAST + length / RATIO);
    try (GZIPOutputStream out = new Leveled(new ByteBufOutputStream(into), level)) {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(into);
  }

  private static final class Leveled extends GZIPOutputStream {
    Leveled(ByteBufOutputStream out, int level) throws IOException {
      super(out, BUFFER);
      def.setLevel(level);
    }
  }
}
