package org.rostrum.connection;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A page of a list with the cursors of its items.
 *
 * @param items       in the list's order, also when the page was asked for backward
 * @param cursors     gives the cursor of the item with an index
 * @param hasNext     whether there is more after the page
 * @param hasPrevious whether there is more before the page
 * @param total       how many items the whole list has; null where nobody asks
 */
public record Page<T>(List<T> items, IntFunction<String> cursors, boolean hasNext, boolean hasPrevious, Integer total) {

  /** The same page with every item turned into something else. */
  public <S> Page<S> map(Function<? super T, ? extends S> function) {
    return new Page<>(items.stream().<S>map(function).toList(), cursors, hasNext, hasPrevious, total);
  }

  /** What the connection says about the page. */
  public PageInfo info() {
    return items.isEmpty()
        ? new PageInfo(hasNext, hasPrevious, null, null)
        : new PageInfo(hasNext, hasPrevious, cursors.apply(0), cursors.apply(items.size() - 1));
  }
}
