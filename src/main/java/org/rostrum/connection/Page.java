package org.rostrum.connection;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list with the cursors of its items.
 *
 * @param items in the list's order, also for a page that was read backward
 * @param cursors the cursor of the item at an index
 * @param hasNext whether there are items after the page
 * @param hasPrevious whether there are items before the page
 * @param total the length of the whole list; null where it is not selected
 */
public record Page<T>(
        List<T> items,
        IntFunction<String> cursors,
        boolean hasNext,
        boolean hasPrevious,
        @Nullable Integer total) {

    /** The same page with each item mapped to another. */
    public <S> Page<S> map(Function<? super T, ? extends S> function) {
        return new Page<>(items.stream().<S>map(function).toList(), cursors, hasNext, hasPrevious, total);
    }

    /** The connection's {@code pageInfo}. */
    public PageInfo info() {
        return items.isEmpty()
                ? new PageInfo(hasNext, hasPrevious, null, null)
                : new PageInfo(hasNext, hasPrevious, cursors.apply(0), cursors.apply(items.size() - 1));
    }
}
