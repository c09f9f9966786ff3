package org.rostrum.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.rostrum.graph.Database.Column;

/**
 * Pages through lists by keyset: one statement for a page of a list, and one for the pages of all parents of a nested
 * list.
 */
@ApplicationScoped
public class Lists {

  private static final String TOTAL = ".totalCount";
  /** The parent of a list that has none. */
  private static final String ROOT = "root";

  private static final Column PARENT = new Column("parent_key", UUID.class);
  private static final Column MANY = new Column("many", Long.class);

  private final Database database;
  private final Loaders loaders;

  Lists(Database database, Loaders loaders) {
    this.database = database;
    this.loaders = loaders;
  }

  /** A page of a list without parents. */
  public <E extends Persisted> Page<E> page(Listing<E> list, PageArgs args, Sql where, Order<E> order) {
    Window<E> window = window(list, args, order);
    Sql sql = Sql.of("select " + list.alias() + ".* from").then(list.from().apply(List.of()))
        .then("where").then(Sql.all(List.of(where, window.range)))
        .then(window.orderBy()).then("limit " + window.limit());
    List<E> records = database.records(list.type(), sql);
    return window.page(records, () -> loaders.load(list.name() + TOTAL, loaderKey(where), ROOT,
        roots -> Map.of(ROOT, count(list, where))));
  }

  /** A page of a nested list, loaded together with those of all other parents. */
  public <E extends Persisted> CompletionStage<Page<E>> nested(
      Listing<E> list, Persisted parent, PageArgs args, Sql where, Order<E> order) {
    Window<E> window = window(list, args, order);
    return loaders.load(list.name(), parent, parents -> pages(list, parents, where, window));
  }

  private <E extends Persisted> Map<Persisted, Page<E>> pages(
      Listing<E> list, Set<Persisted> parents, Sql where, Window<E> window) {
    Map<UUID, List<E>> records = database.allChildren(list.type(), parents.size() == 1
        ? ofOne(list, parents, where, window)
        : ofMany(list, parents, where, window));
    Map<Persisted, Page<E>> pages = new HashMap<>();
    for (Persisted parent : parents) {
      Supplier<CompletionStage<Integer>> total = () -> loaders.load(list.name() + TOTAL, loaderKey(where), parent,
          all -> counts(list, all, where));
      pages.put(parent, window.page(records.getOrDefault(parent.key, List.of()), total));
    }
    return pages;
  }

  private static <E extends Persisted> Sql ofOne(Listing<E> list, Set<Persisted> parents, Sql where, Window<E> window) {
    return Sql.of("select " + list.alias() + ".id as id, " + list.parent() + " as parent_key from")
        .then(belonging(list, parents, Sql.all(List.of(where, window.range))))
        .then(window.orderBy()).then("limit " + window.limit())
        .wrapped("select {x.*}, w.parent_key from (", ") w join " + list.table() + " x on x.id = w.id "
            + window.orderBy().replace(list.alias() + ".", "x."));
  }

  /** The first rows of every parent, by a window function: one statement, whatever the number of parents. */
  private static <E extends Persisted> Sql ofMany(Listing<E> list, Set<Persisted> parents, Sql where, Window<E> window) {
    return Sql.of("select " + list.alias() + ".id as id, " + list.parent() + " as parent_key, row_number() over (partition by "
            + list.parent() + " " + window.orderBy() + ") as position_in_list from")
        .then(belonging(list, parents, Sql.all(List.of(where, window.range))))
        .wrapped("select {x.*}, w.parent_key from (", ") w join " + list.table()
            + " x on x.id = w.id where w.position_in_list <= " + window.limit() + " order by w.position_in_list");
  }

  private static <E extends Persisted> Sql belonging(Listing<E> list, Set<Persisted> parents, Sql where) {
    return list.from().apply(parents).then("where")
        .then(Sql.all(List.of(Sql.in(list.parent(), Listing.keys(parents)), where)));
  }

  private <E extends Persisted> int count(Listing<E> list, Sql where) {
    Sql sql = Sql.of("select count(*) as many from").then(list.from().apply(List.of())).then("where").then(where);
    return ((Number) database.rows(sql, MANY).get(0)[0]).intValue();
  }

  private <E extends Persisted> Map<Persisted, Integer> counts(Listing<E> list, Set<Persisted> parents, Sql where) {
    Sql sql = Sql.of("select " + list.parent() + " as parent_key, count(*) as many from").then(belonging(list, parents, where))
        .then("group by " + list.parent());
    Map<UUID, Integer> counted = new HashMap<>();
    database.rows(sql, PARENT, MANY).forEach(row -> counted.put((UUID) row[0], ((Number) row[1]).intValue()));
    Map<Persisted, Integer> counts = new HashMap<>();
    parents.forEach(parent -> counts.put(parent, counted.getOrDefault(parent.key, 0)));
    return counts;
  }

  /** Counts of the same list under the same filter are made together, whatever page was asked for. */
  private static Map<String, Object> loaderKey(Sql where) {
    return Map.of("where", where);
  }

  private static <E extends Persisted> Window<E> window(Listing<E> list, PageArgs args, Order<E> order) {
    List<Sql> range = new ArrayList<>();
    if (args.after() != null) {
      range.add(beyond(list, order, Cursor.decode("after", args.after(), list.name(), order), false));
    }
    if (args.before() != null) {
      range.add(beyond(list, order, Cursor.decode("before", args.before(), list.name(), order), true));
    }
    return new Window<>(list, args, order, Sql.all(range));
  }

  private static <E extends Persisted> Sql beyond(Listing<E> list, Order<E> order, Cursor cursor, boolean before) {
    String operator = order.direction() == OrderDirection.DESC ^ before ? "<" : ">";
    String id = list.alias() + ".id";
    // The first comparison, implied by the second, is what an index can seek to.
    String text = "%1$s %2$s= ? and (%1$s %2$s ? or %3$s %2$s ?)".formatted(order.column(), operator, id);
    return Sql.of(text, cursor.value(), cursor.value(), cursor.key());
  }

  /** Which rows a page reads, in which order. */
  private record Window<E extends Persisted>(Listing<E> list, PageArgs args, Order<E> order, Sql range) {

    /** One row more than the page has tells whether there is more. */
    int limit() {
      return args.size() + 1;
    }

    String orderBy() {
      String direction = order.direction() == OrderDirection.DESC ^ args.backward() ? " desc" : " asc";
      return "order by " + order.column() + direction + ", " + list.alias() + ".id" + direction;
    }

    Page<E> page(List<E> records, Supplier<CompletionStage<Integer>> total) {
      boolean more = records.size() > args.size();
      List<E> items = new ArrayList<>(more ? records.subList(0, args.size()) : records);
      if (args.backward()) {
        Collections.reverse(items);
      }
      List<String> cursors = items.stream()
          .map(item -> Cursor.encode(list.name(), order, order.value().apply(item), item.key)).toList();
      // The item at the cursor that the client holds lies on the other side of the page.
      return args.backward()
          ? new Page<>(items, cursors, args.before() != null, more, total)
          : new Page<>(items, cursors, more, args.after() != null, total);
    }
  }
}
