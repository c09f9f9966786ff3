package org.rostrum.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldEnvironment;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.BatchLookup;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;

/**
 * Pages through lists by keyset: one statement for a page of a list, and one for the pages of all parents of a nested
 * list.
 */
@ApplicationScoped
public class KeysetPaginator {

  /** As many items a nested list has in the middle, for all we know. */
  private static final int USUAL = 3;

  private final Database database;

  KeysetPaginator(Database database) {
    this.database = database;
  }

  /** A page of a list without parents, with what the field that is being answered asks of it. */
  public <E extends BaseEntity> Page<E> page(ConnectionQuery<E> list, PageArgs args, SqlFragment where, KeysetOrder<E> order) {
    return page(list, args, where, order, FieldEnvironment.current().asked().items(), window(list, args, order).limit());
  }

  /**
   * As above, with what is said to be asked of the items, where the condition is one that PostgreSQL plans anew for each
   * value, such as a search: what is linked is then not joined, because that takes longest to plan.
   */
  public <E extends BaseEntity> Page<E> sought(ConnectionQuery<E> list, PageArgs args, SqlFragment where, KeysetOrder<E> order, FieldSelection items) {
    return page(list, args, where, order, items, Integer.MAX_VALUE);
  }

  private <E extends BaseEntity> Page<E> page(ConnectionQuery<E> list, PageArgs args, SqlFragment where, KeysetOrder<E> order, FieldSelection items, int rows) {
    Window<E> window = window(list, args, order);
    SqlFragment sql = SqlFragment.of("select " + list.alias() + ".* from").then(list.tie().apply(List.of()).from())
        .then("where").then(SqlFragment.all(List.of(where, window.range)))
        .then(window.orderBy()).then("limit " + window.limit())
        // What is linked is joined to the page, not to all that is sorted for it.
        .wrapped("select {w.*} from (", ") w {w+} " + window.orderBy("w"));
    List<E> records = database.records(list.type(), items, window.needed(), rows, sql);
    return window.page(records, !isTotalAsked() ? null : window.holdsAll(records) ? records.size() : count(list, where));
  }

  /**
   * Pages of a nested list, one for each parent, in the parents' order, with what the field that is being answered asks of
   * them.
   *
   * @param connection makes of a page what the field gives
   */
  public <E extends BaseEntity, C> List<C> nested(ConnectionQuery<E> list, List<? extends BaseEntity> parents, PageArgs args, SqlFragment where,
      KeysetOrder<E> order, Function<Page<E>, C> connection) {
    return nested(list, parents, args, where, order, FieldEnvironment.current().asked().items(), connection);
  }

  /** As above, with what is said to be asked of the items. */
  public <E extends BaseEntity, C> List<C> nested(ConnectionQuery<E> list, List<? extends BaseEntity> parents, PageArgs args, SqlFragment where,
      KeysetOrder<E> order, FieldSelection items, Function<Page<E>, C> connection) {
    Window<E> window = window(list, args, order);
    Set<BaseEntity> distinct = new LinkedHashSet<>(parents);
    Map<UUID, List<E>> records = database.allChildren(list.type(), items, window.needed(), Math.min(window.limit(), USUAL) * distinct.size(), distinct.size() == 1
        ? ofOne(list, distinct, where, window)
        : ofMany(list, distinct, where, window));
    Map<UUID, Integer> totals = isTotalAsked() ? totals(list, distinct, where, window, records) : Map.of();
    Map<UUID, C> pages = new HashMap<>();
    for (BaseEntity parent : distinct) {
      pages.put(parent.key, connection.apply(window.page(records.getOrDefault(parent.key, List.of()), totals.get(parent.key))));
    }
    return BatchLookup.each(parents, parent -> pages.get(parent.key));
  }

  private static boolean isTotalAsked() {
    return FieldEnvironment.current().asked().has("totalCount");
  }

  private static <E extends BaseEntity> SqlFragment ofOne(ConnectionQuery<E> list, Set<BaseEntity> parents, SqlFragment where, Window<E> window) {
    ParentRelation tie = list.tie().apply(parents);
    return SqlFragment.of("select " + list.alias() + ".*, " + tie.parent() + " as parent_key from")
        .then(belonging(tie, parents, SqlFragment.all(List.of(where, window.range))))
        .then(window.orderBy()).then("limit " + window.limit())
        .wrapped("select {w.*}, w.parent_key from (", ") w {w+} " + window.orderBy("w"));
  }

  /** The first rows of every parent, by a window function: one statement, whatever the number of parents. */
  private static <E extends BaseEntity> SqlFragment ofMany(ConnectionQuery<E> list, Set<BaseEntity> parents, SqlFragment where, Window<E> window) {
    ParentRelation tie = list.tie().apply(parents);
    return SqlFragment.of("select " + list.alias() + ".*, " + tie.parent() + " as parent_key, row_number() over (partition by "
            + tie.parent() + " " + window.orderBy() + ") as position_in_list from")
        .then(belonging(tie, parents, SqlFragment.all(List.of(where, window.range))))
        .wrapped("select {w.*}, w.parent_key from (", ") w {w+} where w.position_in_list <= " + window.limit() + " order by w.position_in_list");
  }

  private static SqlFragment belonging(ParentRelation tie, Set<BaseEntity> parents, SqlFragment where) {
    return tie.from().then("where").then(SqlFragment.all(List.of(SqlFragment.in(tie.parent(), ConnectionQuery.keys(parents)), where)));
  }

  private <E extends BaseEntity> int count(ConnectionQuery<E> list, SqlFragment where) {
    SqlFragment sql = SqlFragment.of("select count(*) as many from").then(list.tie().apply(List.of()).from()).then("where").then(where);
    return database.rows(sql, row -> (int) row.number("many")).get(0);
  }

  /** Lists that a page holds whole are not counted again. */
  private <E extends BaseEntity> Map<UUID, Integer> totals(
      ConnectionQuery<E> list, Set<BaseEntity> parents, SqlFragment where, Window<E> window, Map<UUID, List<E>> records) {
    Map<UUID, Integer> totals = new HashMap<>();
    Set<BaseEntity> longer = new LinkedHashSet<>();
    for (BaseEntity parent : parents) {
      List<E> page = records.getOrDefault(parent.key, List.of());
      totals.put(parent.key, window.holdsAll(page) ? page.size() : 0);
      if (!window.holdsAll(page)) {
        longer.add(parent);
      }
    }
    if (!longer.isEmpty()) {
      ParentRelation tie = list.tie().apply(longer);
      SqlFragment sql = SqlFragment.of("select " + tie.parent() + " as parent_key, count(*) as many from").then(belonging(tie, longer, where))
          .then("group by " + tie.parent());
      database.forEachRow(sql, row -> totals.put(row.uuid("parent_key"), (int) row.number("many")));
    }
    return totals;
  }

  private static <E extends BaseEntity> Window<E> window(ConnectionQuery<E> list, PageArgs args, KeysetOrder<E> order) {
    List<SqlFragment> range = new ArrayList<>();
    if (args.after() != null) {
      range.add(beyond(list, order, Cursor.decode("after", args.after(), list.name(), order), false));
    }
    if (args.before() != null) {
      range.add(beyond(list, order, Cursor.decode("before", args.before(), list.name(), order), true));
    }
    return new Window<>(list, args, order, SqlFragment.all(range));
  }

  private static <E extends BaseEntity> SqlFragment beyond(ConnectionQuery<E> list, KeysetOrder<E> order, Cursor cursor, boolean before) {
    String operator = order.direction() == OrderDirection.DESC ^ before ? "<" : ">";
    String id = list.alias() + ".id";
    // The first comparison, implied by the second, is what an index can seek to.
    String text = "%1$s %2$s= ? and (%1$s %2$s ? or %3$s %2$s ?)".formatted(order.column(), operator, id);
    return SqlFragment.of(text, cursor.value(), cursor.value(), cursor.key());
  }

  /** Which rows a page reads, in which order. */
  private record Window<E extends BaseEntity>(ConnectionQuery<E> list, PageArgs args, KeysetOrder<E> order, SqlFragment range) {

    /** One row more than the page has tells whether there is more. */
    int limit() {
      return args.size() + 1;
    }

    String orderBy() {
      return orderBy(list.alias());
    }

    /** The order, over rows with an alias that have the list's columns. */
    String orderBy(String alias) {
      String direction = order.direction() == OrderDirection.DESC ^ args.backward() ? " desc" : " asc";
      return "order by " + alias + "." + column() + direction + ", " + alias + ".id" + direction;
    }

    /** The column that the list is ordered by, without its table's alias. */
    private String column() {
      return order.column().substring(order.column().indexOf('.') + 1);
    }

    /** Whether a page is the whole list. */
    boolean holdsAll(List<E> records) {
      return records.size() <= args.size() && args.after() == null && args.before() == null;
    }

    /** The columns that cursors are made of, where any are asked for. */
    Set<String> needed() {
      FieldSelection asked = FieldEnvironment.current().asked();
      boolean cursors = asked.has("pageInfo") || asked.below("edges").has("cursor");
      return cursors ? Set.of(column()) : Set.of();
    }

    Page<E> page(List<E> records, Integer total) {
      boolean more = records.size() > args.size();
      List<E> items = new ArrayList<>(more ? records.subList(0, args.size()) : records);
      if (args.backward()) {
        Collections.reverse(items);
      }
      IntFunction<String> cursors = index -> Cursor.encode(list.name(), order, order.value().apply(items.get(index)), items.get(index).key);
      // The item at the cursor that the client holds lies on the other side of the page.
      return args.backward()
          ? new Page<>(items, cursors, args.before() != null, more, total)
          : new Page<>(items, cursors, more, args.after() != null, total);
    }
  }
}
