package org.rostrum.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * JSON in UTF-8, written into one growing array. What was written last can be taken back, which is how a null spreads
 * upward. Not for use by several threads.
 */
public final class Json {

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = ascii("null");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final int LONGEST_ESCAPE = 6;
  private static final int LONGEST_INT = 11;

  private byte[] bytes;
  private int length;

  /** @param size for how many bytes there is room before it grows */
  public Json(int size) {
    bytes = new byte[size];
  }

  /** Text that needs no escapes as bytes. */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A string with its quotes, as it stands in JSON. */
  static byte[] encoded(String text) {
    Json json = new Json(text.length() + 2);
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
  int capacity() {
    return bytes.length;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  /** Writes one ASCII character as it is. */
  public Json raw(char c) {
    room(1);
    bytes[length++] = (byte) c;
    return this;
  }

  /** Writes bytes that are JSON already. */
  public Json raw(byte[] json) {
    return raw(json, json.length);
  }

  private Json raw(byte[] json, int count) {
    room(count);
    System.arraycopy(json, 0, bytes, length, count);
    length += count;
    return this;
  }

  /** Writes what another one has. */
  public Json raw(Json other) {
    return raw(other.bytes, other.length);
  }

  public Json nothing() {
    return raw(NULL);
  }

  public Json bool(boolean value) {
    return raw(value ? TRUE : FALSE);
  }

  public Json number(int value) {
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
  public Json string(String text) {
    int size = text.length();
    room(size * 3 + 2);
    bytes[length++] = '"';
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        if (c >= ' ' && c != '"' && c != '\\') {
          bytes[length++] = (byte) c;
        } else {
          escape(c, size - i);
        }
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xC0 | c >> 6);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
      } else if (Character.isSurrogate(c)) {
        i += pair(text, i);
      } else {
        bytes[length++] = (byte) (0xE0 | c >> 12);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
      }
    }
    return raw('"');
  }

  /** @param left how many characters are left, this one included: there stays room for all of them */
  private void escape(char c, int left) {
    room(LONGEST_ESCAPE + left * 3);
    bytes[length++] = '\\';
    switch (c) {
      case '"', '\\' -> bytes[length++] = (byte) c;
      case '\b' -> bytes[length++] = 'b';
      case '\t' -> bytes[length++] = 't';
      case '\n' -> bytes[length++] = 'n';
      case '\f' -> bytes[length++] = 'f';
      case '\r' -> bytes[length++] = 'r';
      default -> {
        bytes[length++] = 'u';
        bytes[length++] = '0';
        bytes[length++] = '0';
        bytes[length++] = HEX[c >> 4];
        bytes[length++] = HEX[c & 0xF];
      }
    }
  }

  /** Writes the character whose first half is here; gives how many more characters it takes. */
  private int pair(String text, int at) {
    int point = text.codePointAt(at);
    if (Character.isBmpCodePoint(point)) {
      bytes[length++] = '?';
      return 0;
    }
    bytes[length++] = (byte) (0xF0 | point >> 18);
    bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
    bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
    bytes[length++] = (byte) (0x80 | point & 0x3F);
    return 1;
  }

  /** Writes whatever scalars and introspection give: strings, numbers, booleans, nulls, lists and maps of them. */
  public Json any(Object value) {
    if (value == null) {
      return nothing();
    }
    if (value instanceof Boolean truth) {
      return bool(truth);
    }
    if (value instanceof Integer number) {
      return number(number);
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

  private Json list(Collection<?> items) {
    char before = '[';
    for (Object item : items) {
      raw(before).any(item);
      before = ',';
    }
    return before == '[' ? raw('[').raw(']') : raw(']');
  }

  private Json map(Map<?, ?> fields) {
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
