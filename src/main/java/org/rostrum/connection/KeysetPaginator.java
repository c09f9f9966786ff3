package org.rostrum.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldEnvironment;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.BatchLookup;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/**
 * Reads pages of connections by keyset: one statement for a page of a list, and one for the pages of all parents of a
 * nested list. Another counts the lists where {@code totalCount} is selected and a page is not the whole list.
 *
 * <p>All methods throw {@link BadUserInputException} when a cursor is not one of the list and its order.
 */
@ApplicationScoped
public class KeysetPaginator {

    /** Assumed rows a parent in a nested connection; decides join or key lookup. */
    private static final int ASSUMED_ROWS_PER_PARENT = 3;

    private final Database database;

    KeysetPaginator(Database database) {
        this.database = database;
    }

    /** A page of a list without parents, with what is selected of its items below the field being resolved. */
    public <E extends BaseEntity> Page<E> page(
            ConnectionQuery<E> list, PageArgs args, SqlFragment where, KeysetOrder<E> order) {
        return page(
                list, args, where, order, FieldEnvironment.current().selection().ofItems(), args.size() + 1);
    }

    /**
     * A page of a list without parents, for a condition that PostgreSQL plans anew for each value, such as a full-text
     * search: linked entities are not joined, because planning the joins would take longest.
     *
     * @param items what is selected of the items
     */
    public <E extends BaseEntity> Page<E> searchPage(
            ConnectionQuery<E> list, PageArgs args, SqlFragment where, KeysetOrder<E> order, FieldSelection items) {
        return page(list, args, where, order, items, Integer.MAX_VALUE);
    }

    private <E extends BaseEntity> Page<E> page(
            ConnectionQuery<E> list,
            PageArgs args,
            SqlFragment where,
            KeysetOrder<E> order,
            FieldSelection items,
            int maxRows) {
        FieldSelection connection = FieldEnvironment.current().selection();
        KeysetWindow<E> window = KeysetWindow.of(list, args, order);
        SqlFragment sql = SqlFragment.of("select " + list.alias() + ".* from")
                .then(list.relation().apply(List.of()).from())
                .then("where")
                .then(SqlFragment.all(List.of(where, window.range())))
                .then(window.orderBy())
                .then("limit " + window.limit())
                // Joins apply to the page only, not to all rows that are sorted for it.
                .wrapped("select {w.*} from (", ") w {w+} " + window.orderBy("w"));
        List<E> rows = database.entities(list.type(), items, window.cursorColumns(connection), maxRows, sql);
        if (!connection.has("totalCount")) {
            return window.page(rows, null);
        }
        return window.page(rows, window.isWholeList(rows) ? rows.size() : count(list, where));
    }

    /**
     * Pages of a nested list, one for each parent, in the parents' order, with what is selected of the items below the
     * field being resolved.
     *
     * @param connection makes the field's value from a page
     */
    public <E extends BaseEntity, C> List<C> nested(
            ConnectionQuery<E> list,
            List<? extends BaseEntity> parents,
            PageArgs args,
            SqlFragment where,
            KeysetOrder<E> order,
            Function<Page<E>, C> connection) {
        return nested(
                list,
                parents,
                args,
                where,
                order,
                FieldEnvironment.current().selection().ofItems(),
                connection);
    }

    /**
     * Pages of a nested list, one for each parent, in the parents' order.
     *
     * @param items what is selected of the items
     * @param connection makes the field's value from a page
     */
    public <E extends BaseEntity, C> List<C> nested(
            ConnectionQuery<E> list,
            List<? extends BaseEntity> parents,
            PageArgs args,
            SqlFragment where,
            KeysetOrder<E> order,
            FieldSelection items,
            Function<Page<E>, C> connection) {
        FieldSelection selection = FieldEnvironment.current().selection();
        KeysetWindow<E> window = KeysetWindow.of(list, args, order);
        Set<BaseEntity> distinct = new LinkedHashSet<>(parents);
        int assumedRows = Math.min(window.limit(), ASSUMED_ROWS_PER_PARENT) * distinct.size();
        SqlFragment sql = distinct.size() == 1
                ? ofOneParent(list, distinct, where, window)
                : ofManyParents(list, distinct, where, window);
        Map<UUID, List<E>> rows =
                database.allChildren(list.type(), items, window.cursorColumns(selection), assumedRows, sql);
        Map<UUID, Integer> totals =
                selection.has("totalCount") ? totals(list, distinct, where, window, rows) : Map.of();
        Map<UUID, C> connections = new HashMap<>();
        for (BaseEntity parent : distinct) {
            connections.put(
                    parent.key,
                    connection.apply(window.page(rows.getOrDefault(parent.key, List.of()), totals.get(parent.key))));
        }
        return BatchLookup.valuePerParent(parents, parent -> connections.get(parent.key));
    }

    private static <E extends BaseEntity> SqlFragment ofOneParent(
            ConnectionQuery<E> list, Set<BaseEntity> parents, SqlFragment where, KeysetWindow<E> window) {
        ParentRelation relation = list.relation().apply(parents);
        return SqlFragment.of("select " + list.alias() + ".*, " + relation.parent() + " as parent_key from")
                .then(rowsOf(relation, parents, SqlFragment.all(List.of(where, window.range()))))
                .then(window.orderBy())
                .then("limit " + window.limit())
                .wrapped("select {w.*}, w.parent_key from (", ") w {w+} " + window.orderBy("w"));
    }

    /** The first rows of every parent by a window function: one statement for any number of parents. */
    private static <E extends BaseEntity> SqlFragment ofManyParents(
            ConnectionQuery<E> list, Set<BaseEntity> parents, SqlFragment where, KeysetWindow<E> window) {
        ParentRelation relation = list.relation().apply(parents);
        return SqlFragment.of("select " + list.alias() + ".*, " + relation.parent()
                        + " as parent_key, row_number() over (partition by " + relation.parent() + " "
                        + window.orderBy() + ") as position_in_list from")
                .then(rowsOf(relation, parents, SqlFragment.all(List.of(where, window.range()))))
                .wrapped(
                        "select {w.*}, w.parent_key from (",
                        ") w {w+} where w.position_in_list <= " + window.limit() + " order by w.position_in_list");
    }

    private static SqlFragment rowsOf(ParentRelation relation, Set<BaseEntity> parents, SqlFragment where) {
        return relation.from()
                .then("where")
                .then(SqlFragment.all(
                        List.of(SqlFragment.in(relation.parent(), ConnectionQuery.keys(parents)), where)));
    }

    private <E extends BaseEntity> int count(ConnectionQuery<E> list, SqlFragment where) {
        SqlFragment sql = SqlFragment.of("select count(*) as many from")
                .then(list.relation().apply(List.of()).from())
                .then("where")
                .then(where);
        return database.rows(sql, row -> (int) row.number("many")).get(0);
    }

    /** The lengths of the lists, by parent. Lists that a page holds whole need no statement. */
    private <E extends BaseEntity> Map<UUID, Integer> totals(
            ConnectionQuery<E> list,
            Set<BaseEntity> parents,
            SqlFragment where,
            KeysetWindow<E> window,
            Map<UUID, List<E>> rows) {
        Map<UUID, Integer> totals = new HashMap<>();
        Set<BaseEntity> uncounted = new LinkedHashSet<>();
        for (BaseEntity parent : parents) {
            List<E> page = rows.getOrDefault(parent.key, List.of());
            if (window.isWholeList(page)) {
                totals.put(parent.key, page.size());
            } else {
                totals.put(parent.key, 0);
                uncounted.add(parent);
            }
        }
        if (!uncounted.isEmpty()) {
            ParentRelation relation = list.relation().apply(uncounted);
            SqlFragment sql = SqlFragment.of("select " + relation.parent() + " as parent_key, count(*) as many from")
                    .then(rowsOf(relation, uncounted, where))
                    .then("group by " + relation.parent());
            database.forEachRow(sql, row -> totals.put(row.uuid("parent_key"), (int) row.number("many")));
        }
        return totals;
    }
}
