package org.rostrum.engine.json;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON in UTF-8, appended to one growing array. It can be {@linkplain #truncate truncated}, which is how a null
 * propagates to a parent that is already partly written. Commas and colons are the caller's. Not thread-safe.
 */
public final class JsonBuffer {

    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] MIN_INT = ascii("-2147483648");

    private byte[] bytes;
    private int length;

    /** @param capacity the initial size of the array, in bytes */
    public JsonBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** The bytes of a text that is ASCII. */
    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A string as JSON, with its quotes. */
    static byte[] encoded(String text) {
        JsonBuffer json = new JsonBuffer(text.length() + 2);
        json.string(text);
        return json.toBytes();
    }

    /** The number of bytes written. */
    public int length() {
        return length;
    }

    /** Discards everything after a length. */
    public void truncate(int newLength) {
        length = newLength;
    }

    /** A copy of what was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** The array itself, of which the first {@link #length} bytes are written. Valid until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** The size of the array, in bytes. */
    public int capacity() {
        return bytes.length;
    }

    private void ensureRoom(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }

    /** Appends one ASCII character as it is. */
    public JsonBuffer raw(char c) {
        ensureRoom(1);
        bytes[length++] = (byte) c;
        return this;
    }

    /** Appends bytes that are JSON already. */
    public JsonBuffer raw(byte[] json) {
        return raw(json, json.length);
    }

    /** Appends the content of another buffer. */
    public JsonBuffer raw(JsonBuffer other) {
        return raw(other.bytes, other.length);
    }

    private JsonBuffer raw(byte[] json, int count) {
        ensureRoom(count);
        System.arraycopy(json, 0, bytes, length, count);
        length += count;
        return this;
    }

    /** Appends null. */
    public JsonBuffer nullValue() {
        return raw(NULL);
    }

    /** Appends true or false. */
    public JsonBuffer bool(boolean value) {
        return raw(value ? TRUE : FALSE);
    }

    /** Appends a number. */
    public JsonBuffer number(int value) {
        if (value == Integer.MIN_VALUE) {
            return raw(MIN_INT);
        }
        ensureRoom(MIN_INT.length);
        int rest = value;
        if (rest < 0) {
            bytes[length++] = '-';
            rest = -rest;
        }
        int digits = 1;
        for (int i = rest; i >= 10; i /= 10) {
            digits++;
        }
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** Appends a string. An unpaired surrogate, which UTF-8 cannot encode, becomes a question mark. */
    public JsonBuffer string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ensureRoom(utf8.length + 2);
        bytes[length++] = '"';
        int unescaped = JsonEscapes.unescapedPrefix(utf8);
        System.arraycopy(utf8, 0, bytes, length, unescaped);
        length += unescaped;
        if (unescaped < utf8.length) {
            escape(utf8, unescaped);
        }
        return raw('"');
    }

    private void escape(byte[] utf8, int from) {
        for (int i = from; i < utf8.length; i++) {
            // Enough for this byte escaped and the rest unescaped.
            ensureRoom(JsonEscapes.MAX_LENGTH + utf8.length - i);
            if (JsonEscapes.isEscaped(utf8[i])) {
                length = JsonEscapes.write(utf8[i], bytes, length);
            } else {
                bytes[length++] = utf8[i];
            }
        }
    }

    /**
     * Appends a value that a scalar or introspection returns: a string, number, boolean, null, or a list or map of
     * these. Anything else is written as the string that its {@code toString()} returns.
     */
    public JsonBuffer value(@Nullable Object value) {
        if (value == null) {
            return nullValue();
        }
        if (value instanceof Boolean truth) {
            return bool(truth);
        }
        if (value instanceof Integer number) {
            return number(number);
        }
        if (value instanceof LocalDate date && date.getYear() >= 1_000 && date.getYear() <= 9_999) {
            return date(date);
        }
        if (value instanceof Number number) {
            return raw(ascii(number.toString()));
        }
        if (value instanceof Collection<?> items) {
            return list(items);
        }
        if (value instanceof Map<?, ?> fields) {
            return map(fields);
        }
        return string(value.toString());
    }

    /** The same as the date's {@code toString()} without making a string, for years of four digits. */
    private JsonBuffer date(LocalDate date) {
        return raw('"').number(date.getYear())
                .raw('-')
                .twoDigits(date.getMonthValue())
                .raw('-')
                .twoDigits(date.getDayOfMonth())
                .raw('"');
    }

    private JsonBuffer twoDigits(int number) {
        return raw((char) ('0' + number / 10)).raw((char) ('0' + number % 10));
    }

    private JsonBuffer list(Collection<?> items) {
        char separator = '[';
        for (Object item : items) {
            raw(separator).value(item);
            separator = ',';
        }
        return separator == '[' ? raw('[').raw(']') : raw(']');
    }

    private JsonBuffer map(Map<?, ?> fields) {
        char separator = '{';
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            raw(separator).string(field.getKey().toString()).raw(':').value(field.getValue());
            separator = ',';
        }
        return separator == '{' ? raw('{').raw('}') : raw('}');
    }

    /** What was written, as text. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
