package org.rostrum.connection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.SqlFragment;

/**
 * The rows that a page reads: from which cursor, in which order and how many.
 *
 * @param range the condition for rows on the page's side of its cursors; always true without cursors
 */
record KeysetWindow<E extends BaseEntity>(
        ConnectionQuery<E> list, PageArgs args, KeysetOrder<E> order, SqlFragment range) {

    /** @throws BadUserInputException when a cursor is not one of this list and order */
    static <E extends BaseEntity> KeysetWindow<E> of(ConnectionQuery<E> list, PageArgs args, KeysetOrder<E> order) {
        List<SqlFragment> range = new ArrayList<>();
        if (args.after() != null) {
            range.add(beyond(list, order, Cursor.decode("after", args.after(), list.name(), order), false));
        }
        if (args.before() != null) {
            range.add(beyond(list, order, Cursor.decode("before", args.before(), list.name(), order), true));
        }
        return new KeysetWindow<>(list, args, order, SqlFragment.all(range));
    }

    private static <E extends BaseEntity> SqlFragment beyond(
            ConnectionQuery<E> list, KeysetOrder<E> order, Cursor cursor, boolean before) {
        String operator = order.direction() == OrderDirection.DESC ^ before ? "<" : ">";
        String id = list.alias() + ".id";
        // The second condition implies the first, which is there because an index can seek to it.
        String text = "%1$s %2$s= ? and (%1$s %2$s ? or %3$s %2$s ?)".formatted(order.column(), operator, id);
        return SqlFragment.of(text, cursor.value(), cursor.value(), cursor.key());
    }

    /** How many rows to read: one more than the page has tells whether there is another page. */
    int limit() {
        return args.size() + 1;
    }

    /** The ORDER BY clause over the list's own table. */
    String orderBy() {
        return orderBy(list.alias());
    }

    /** The ORDER BY clause over a subquery with the list's columns. */
    String orderBy(String alias) {
        String direction = order.direction() == OrderDirection.DESC ^ args.backward() ? " desc" : " asc";
        return "order by " + alias + "." + orderColumn() + direction + ", " + alias + ".id" + direction;
    }

    /** The order's column without its table's alias. */
    private String orderColumn() {
        return order.column().substring(order.column().indexOf('.') + 1);
    }

    /** Whether the rows that were read are the whole list. */
    boolean isWholeList(List<E> rows) {
        return rows.size() <= args.size() && args.after() == null && args.before() == null;
    }

    /** The columns that the page's cursors are made of, where the selection of the connection has any. */
    Set<String> cursorColumns(FieldSelection connection) {
        boolean hasCursors =
                connection.has("pageInfo") || connection.below("edges").has("cursor");
        return hasCursors ? Set.of(orderColumn()) : Set.of();
    }

    /**
     * The page made of the rows that were read.
     *
     * @param total the length of the whole list; null where it is not selected
     */
    Page<E> page(List<E> rows, @Nullable Integer total) {
        boolean hasMore = rows.size() > args.size();
        List<E> items = new ArrayList<>(hasMore ? rows.subList(0, args.size()) : rows);
        if (args.backward()) {
            Collections.reverse(items);
        }
        IntFunction<String> cursors =
                index -> Cursor.encode(list.name(), order, order.value().apply(items.get(index)), items.get(index).key);
        // A cursor proves that there is an item on the other side of it.
        return args.backward()
                ? new Page<>(items, cursors, args.before() != null, hasMore, total)
                : new Page<>(items, cursors, hasMore, args.after() != null, total);
    }
}
