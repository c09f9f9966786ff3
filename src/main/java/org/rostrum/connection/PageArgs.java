package org.rostrum.connection;

import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.BadUserInputException;

/**
 * The arguments of a connection: a page's size and the cursors around it.
 *
 * @param size the maximum number of items, 1 to {@value #MAX}
 * @param backward whether the page is taken from the end of the list ({@code last}) rather than from its start
 *     ({@code first})
 * @param after the page has only items after this cursor; null for no such bound
 * @param before the page has only items before this cursor; null for no such bound
 */
public record PageArgs(
        int size, boolean backward, String after, @Nullable String before) {

    /** The largest page. */
    public static final int MAX = 100;
    /** The page's size where the client gives none. */
    public static final int DEFAULT = 20;

    /** Descriptions of the four arguments in the schema. */
    public static final String FIRST =
            "How many items to return from the start of the list, or behind `after`: 1 to 100, 20 if neither `first` nor `last` is given.";

    public static final String AFTER = "Only items behind this cursor.";
    public static final String LAST =
            "How many items to return from the end of the list, or before `before`: 1 to 100. Not together with `first`.";
    public static final String BEFORE = "Only items before this cursor.";

    /**
     * Checks the four arguments of a connection.
     *
     * @throws BadUserInputException when both {@code first} and {@code last} are given, or one is out of bounds
     */
    public static PageArgs of(Integer first, String after, @Nullable Integer last, @Nullable String before) {
        if (first != null && last != null) {
            throw new BadUserInputException("last", "cannot be given together with first");
        }
        if (last != null) {
            return new PageArgs(size("last", last), true, after, before);
        }
        return new PageArgs(first == null ? DEFAULT : size("first", first), false, after, before);
    }

    private static int size(String argument, int size) {
        if (size < 1 || size > MAX) {
            throw new BadUserInputException(argument, "must be between 1 and " + MAX + ", was " + size);
        }
        return size;
    }
}
