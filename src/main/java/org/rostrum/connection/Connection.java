package org.rostrum.connection;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * One page of a list, as defined by the Relay cursor connections specification, with GitHub's additions `nodes` and
 * `totalCount`.
 *
 * @param <T> the items' type
 * @param <E> the edges' type
 */
public abstract class Connection<T, E extends Edge<T>> {

    private final Page<T> page;

    /** The connection that shows a page. */
    public Connection(Page<T> page) {
        this.page = page;
    }

    /** The length of the whole list; counted only when it is selected. */
    @NonNull
    @Description("How many items the whole list has; counted only when asked for.")
    public Integer getTotalCount() {
        return Objects.requireNonNull(page.total(), "read only where it is selected, and counted there");
    }

    /** The items of this page. */
    @NonNull
    @Description("The items of this page.")
    public List<@NonNull T> getNodes() {
        return page.items();
    }

    /** This page's position in the list. */
    @NonNull
    @Description("Where this page stands in the list.")
    public PageInfo getPageInfo() {
        return page.info();
    }

    /**
     * The items as edges.
     *
     * @param edge makes an edge from an item and its cursor, which is computed when it is selected
     */
    public List<E> edges(BiFunction<T, Supplier<String>, E> edge) {
        return IntStream.range(0, page.items().size())
                .mapToObj(i ->
                        edge.apply(page.items().get(i), () -> page.cursors().apply(i)))
                .toList();
    }
}
