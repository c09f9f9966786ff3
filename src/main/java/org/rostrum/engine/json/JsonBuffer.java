package org.rostrum.engine.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * JSON in UTF-8, written into one growing array. What was written last can be taken back, which is how a null spreads
 * upward. Not for use by several threads.
 */
public final class JsonBuffer {

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = ascii("null");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final int LONGEST_ESCAPE = 6;
  private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = ONES << 7;
  private static final long SPACES = ONES * ' ';
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';
  private static final int LONGEST_INT = 11;

  private byte[] bytes;
  private int length;

  /** @param size for how many bytes there is room before it grows */
  public JsonBuffer(int size) {
    bytes = new byte[size];
  }

  /** Text that needs no escapes as bytes. */
  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A string with its quotes, as it stands in JSON. */
  static byte[] encoded(String text) {
    JsonBuffer json = new JsonBuffer(text.length() + 2);
    json.string(text);
    return json.toBytes();
  }

  /** How many bytes were written. */
  public int length() {
    return length;
  }

  /** Takes back everything behind a length. */
  public void cut(int to) {
    length = to;
  }

  /** What was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** The array that is written into, of which {@link #length} bytes count, until something is written again. */
  public byte[] array() {
    return bytes;
  }

  /** For how many bytes there is room now. */
  public int capacity() {
    return bytes.length;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  /** Writes one ASCII character as it is. */
  public JsonBuffer raw(char c) {
    room(1);
    bytes[length++] = (byte) c;
    return this;
  }

  /** Writes bytes that are JSON already. */
  public JsonBuffer raw(byte[] json) {
    return raw(json, json.length);
  }

  private JsonBuffer raw(byte[] json, int count) {
    room(count);
    System.arraycopy(json, 0, bytes, length, count);
    length += count;
    return this;
  }

  /** Writes what another one has. */
  public JsonBuffer raw(JsonBuffer other) {
    return raw(other.bytes, other.length);
  }

  public JsonBuffer nothing() {
    return raw(NULL);
  }

  public JsonBuffer bool(boolean value) {
    return raw(value ? TRUE : FALSE);
  }

  public JsonBuffer number(int value) {
    room(LONGEST_INT);
    if (value == Integer.MIN_VALUE) {
      return raw(ascii("-2147483648"));
    }
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

  /** Writes a string. Half of a surrogate pair, which UTF-8 has no bytes for, becomes a question mark. */
  public JsonBuffer string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    room(utf8.length + 2);
    bytes[length++] = '"';
    int plain = plain(utf8);
    System.arraycopy(utf8, 0, bytes, length, plain);
    length += plain;
    if (plain < utf8.length) {
      escape(utf8, plain);
    }
    return raw('"');
  }

  /** How many bytes at the start need no escape: whole words first, in which each byte is tested at once. */
  private static int plain(byte[] utf8) {
    int at = 0;
    for (; at <= utf8.length - Long.BYTES; at += Long.BYTES) {
      long word = (long) WORDS.get(utf8, at);
      long quote = word ^ QUOTES;
      long backslash = word ^ BACKSLASHES;
      // A byte's highest bit is set below where the byte is less than a space, a quote or a backslash, and is ASCII.
      long found = (word - SPACES & ~word | quote - ONES & ~quote | backslash - ONES & ~backslash) & HIGH_BITS;
      if (found != 0) {
        break;
      }
    }
    while (at < utf8.length && !isEscaped(utf8[at])) {
      at++;
    }
    return at;
  }

  private static boolean isEscaped(byte b) {
    return b >= 0 && b < ' ' || b == '"' || b == '\\';
  }

  private void escape(byte[] utf8, int from) {
    for (int i = from; i < utf8.length; i++) {
      // Room for this one as it may get, and the rest as it is.
      room(LONGEST_ESCAPE + utf8.length - i);
      if (isEscaped(utf8[i])) {
        escape(utf8[i]);
      } else {
        bytes[length++] = utf8[i];
      }
    }
  }

  private void escape(byte b) {
    bytes[length++] = '\\';
    switch (b) {
      case '"', '\\' -> bytes[length++] = b;
      case '\b' -> bytes[length++] = 'b';
      case '\t' -> bytes[length++] = 't';
      case '\n' -> bytes[length++] = 'n';
      case '\f' -> bytes[length++] = 'f';
      case '\r' -> bytes[length++] = 'r';
      default -> {
        bytes[length++] = 'u';
        bytes[length++] = '0';
        bytes[length++] = '0';
        bytes[length++] = HEX[b >> 4];
        bytes[length++] = HEX[b & 0xF];
      }
    }
  }

  /** Writes whatever scalars and introspection give: strings, numbers, days, booleans, nulls, lists and maps of them. */
  public JsonBuffer any(Object value) {
    if (value == null) {
      return nothing();
    }
    if (value instanceof Boolean truth) {
      return bool(truth);
    }
    if (value instanceof Integer number) {
      return number(number);
    }
    if (value instanceof LocalDate day && day.getYear() >= 1_000 && day.getYear() <= 9_999) {
      return day(day);
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

  private JsonBuffer day(LocalDate day) {
    return raw('"').number(day.getYear()).raw('-').two(day.getMonthValue()).raw('-').two(day.getDayOfMonth()).raw('"');
  }

  private JsonBuffer two(int number) {
    return raw((char) ('0' + number / 10)).raw((char) ('0' + number % 10));
  }

  private JsonBuffer list(Collection<?> items) {
    char before = '[';
    for (Object item : items) {
      raw(before).any(item);
      before = ',';
    }
    return before == '[' ? raw('[').raw(']') : raw(']');
  }

  private JsonBuffer map(Map<?, ?> fields) {
    char before = '{';
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      raw(before).string(field.getKey().toString()).raw(':').any(field.getValue());
      before = ',';
    }
    return before == '{' ? raw('{').raw('}') : raw('}');
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
