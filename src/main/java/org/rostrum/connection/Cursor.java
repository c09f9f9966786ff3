package org.rostrum.connection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.rostrum.graph.error.BadUserInputException;

/**
 * A position in a list: the value of the order's column and the key of the item there. Such a keyset stays valid while
 * rows are added and removed, and a page after it costs the same at any depth.
 *
 * @param value the value of the order's column
 * @param key the item's key
 */
public record Cursor(Object value, UUID key) {

    private static final String SEPARATOR = "\n";
    private static final int PARTS = 4;
    private static final int MAX_LENGTH = 2_000;

    /**
     * The cursor as clients see it: opaque, and valid only for this list in this order.
     *
     * @param list the list's {@linkplain ConnectionQuery#name name}
     */
    public static String encode(String list, KeysetOrder<?> order, Object value, UUID key) {
        String decoded =
                String.join(SEPARATOR, list, order.name() + order.direction(), key.toString(), value.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor that a client sent.
     *
     * @param argument the argument's name, for the error
     * @param list the list's {@linkplain ConnectionQuery#name name}
     * @throws BadUserInputException when the text is not a cursor, or one of another list or order
     */
    public static Cursor decode(String argument, String text, String list, KeysetOrder<?> order) {
        String[] parts = decodeBase64(argument, text).split(SEPARATOR, PARTS);
        if (parts.length != PARTS) {
            throw malformed(argument);
        }
        if (!parts[0].equals(list) || !parts[1].equals(order.name() + order.direction())) {
            throw new BadUserInputException(argument, "is a cursor of another list or of another order than this one");
        }
        try {
            return new Cursor(order.parse(parts[3]), UUID.fromString(parts[2]));
        } catch (RuntimeException e) {
            throw malformed(argument);
        }
    }

    private static String decodeBase64(String argument, String text) {
        if (text.length() > MAX_LENGTH) {
            throw malformed(argument);
        }
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed(argument);
        }
    }

    private static BadUserInputException malformed(String argument) {
        return new BadUserInputException(argument, "is not a cursor; take it from pageInfo or an edge of this list");
    }
}
