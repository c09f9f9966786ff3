package org.rostrum.connection;

import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * An item of a connection and its cursor.
 *
 * @param <T> the item's type
 */
public abstract class Edge<T> {

    private final T node;
    private final Supplier<String> cursorSupplier;

    /** @param cursor is called when the cursor is selected */
    public Edge(T node, Supplier<String> cursor) {
        this.node = node;
        this.cursorSupplier = cursor;
    }

    /** The item. */
    @NonNull
    @Description("The item.")
    public T getNode() {
        return node;
    }

    /** The item's cursor, for `after` and `before`. */
    @NonNull
    @Description("Where the item stands in the list: to be given as `after` or `before`.")
    public String getCursor() {
        return cursorSupplier.get();
    }
}
