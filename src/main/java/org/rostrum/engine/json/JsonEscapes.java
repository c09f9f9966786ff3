package org.rostrum.engine.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Which bytes of a string's UTF-8 JSON requires to be escaped (RFC 8259, section 7), and how. */
final class JsonEscapes {

    /** The length of the longest escape, {@code \u0000}. */
    static final int MAX_LENGTH = 6;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long SPACES = ONES * ' ';
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private JsonEscapes() {}

    /** How many bytes at the start need no escape. Tests eight bytes at a time, then single ones. */
    static int unescapedPrefix(byte[] utf8) {
        int at = 0;
        for (; at <= utf8.length - Long.BYTES; at += Long.BYTES) {
            long word = (long) WORDS.get(utf8, at);
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            // Sets the highest bit of each ASCII byte that is below a space, a quote or a backslash.
            long escaped = (word - SPACES & ~word | quote - ONES & ~quote | backslash - ONES & ~backslash) & HIGH_BITS;
            if (escaped != 0) {
                break;
            }
        }
        while (at < utf8.length && !isEscaped(utf8[at])) {
            at++;
        }
        return at;
    }

    static boolean isEscaped(byte b) {
        return b >= 0 && b < ' ' || b == '"' || b == '\\';
    }

    /**
     * Writes the escape of a byte.
     *
     * @param target has room for {@value #MAX_LENGTH} bytes at the position
     * @return the position after the escape
     */
    static int write(byte b, byte[] target, int position) {
        int at = position;
        target[at++] = '\\';
        switch (b) {
            case '"', '\\' -> target[at++] = b;
            case '\b' -> target[at++] = 'b';
            case '\t' -> target[at++] = 't';
            case '\n' -> target[at++] = 'n';
            case '\f' -> target[at++] = 'f';
            case '\r' -> target[at++] = 'r';
            default -> {
                target[at++] = 'u';
                target[at++] = '0';
                target[at++] = '0';
                target[at++] = HEX[b >> 4];
                target[at++] = HEX[b & 0xF];
            }
        }
        return at;
    }
}
