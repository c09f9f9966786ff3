package org.rostrum.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.ColumnMapping;
import org.rostrum.store.record.ColumnType;
import org.rostrum.store.record.EntityMapping;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.SelectedField;
import org.rostrum.store.record.ToOneAssociation;

/**
 * Which columns of a table a statement selects, which linked records it joins, and how its rows become records. Made once
 * for each place of a plan.
 */
final class FetchPlan {

  /** PostgreSQL plans up to eight tables well in any order (join_collapse_limit); the listing itself may join some. */
  private static final int MOST_JOINS = 6;

  private final EntityMapping table;
  private final List<ColumnMapping> columns;
  /** Links of which the key is read. */
  private final List<ToOneAssociation> keys = new ArrayList<>();
  private final List<Joined> joins = new ArrayList<>();
  private final int width;

  /** Another table in the same row. */
  private record Joined(ToOneAssociation join, String alias, FetchPlan reading) {}

  private static final class Budget {
    private int joins;

    Budget(int joins) {
      this.joins = joins;
    }
  }

  private FetchPlan(Map<Class<?>, EntityMapping> tables, EntityMapping table, FieldSelection asked, Set<String> also, Budget budget) {
    this.table = table;
    this.columns = asked.isAll() ? List.copyOf(table.columns()) : columns(asked, also);
    int at = columns.size() + (table.kindColumn() == null ? 0 : 1);
    if (!asked.isAll()) {
      Map<ToOneAssociation, List<FieldSelection>> linked = new LinkedHashMap<>();
      for (SelectedField part : asked.parts()) {
        if (isLink(part)) {
          linked.computeIfAbsent(part.join(), join -> new ArrayList<>()).add(part.below());
        }
      }
      for (Map.Entry<ToOneAssociation, List<FieldSelection>> link : linked.entrySet()) {
        if (budget.joins == 0) {
          keys.add(link.getKey());
          at++;
          continue;
        }
        String alias = "j" + budget.joins--;
        FetchPlan reading = new FetchPlan(tables, tables.get(link.getKey().to()), FieldSelection.union(link.getValue()), Set.of(), budget);
        joins.add(new Joined(link.getKey(), alias, reading));
        at += reading.width;
      }
    }
    width = at;
  }

  /**
   * What has to be read of a table's records. Linked records are joined where there will be few rows. For many, their keys
   * are read, and they themselves by a statement of their own, each once.
   *
   * @param also  columns that are needed whatever is asked
   * @param joins whether the statement has a place for joins, and few rows
   */
  static FetchPlan of(Map<Class<?>, EntityMapping> tables, Class<?> type, FieldSelection asked, Set<String> also, boolean joins) {
    record Key(Class<?> type, Set<String> also, boolean joins) {}
    return asked.derive(new Key(type, also, joins),
        key -> new FetchPlan(tables, tables.get(type), asked, also, new Budget(joins ? MOST_JOINS : 0)));
  }

  private List<ColumnMapping> columns(FieldSelection asked, Set<String> also) {
    List<String> names = new ArrayList<>(also);
    for (SelectedField part : asked.parts()) {
      if (part.own() && table.serves(part.source()) && !part.field().equals("id")) {
        ColumnMapping column = table.ofProperty(part.field());
        if (column == null) {
          // Made of others, nobody knows which.
          return List.copyOf(table.columns());
        }
        names.add(column.name());
      }
    }
    return table.columns().stream().filter(column -> column.always() || names.contains(column.name())).toList();
  }

  /** Whether it is a link from records of this table; others of the same name may be asked of other types. */
  private boolean isLink(SelectedField part) {
    return part.join() != null && table.serves(part.source());
  }

  /** How many columns of a row are this reading's. */
  int width() {
    return width;
  }

  /** What to select. The text depends on the day, where a link does. */
  String select(String alias) {
    return String.join(", ", selected(alias, new ArrayList<>()));
  }

  private List<String> selected(String alias, List<String> into) {
    if (table.kindColumn() != null) {
      into.add(alias + "." + table.kindColumn());
    }
    columns.forEach(column -> into.add(alias + "." + column.name()));
    keys.forEach(join -> into.add(join.key(alias)));
    joins.forEach(joined -> joined.reading.selected(joined.alias, into));
    return into;
  }

  /** What to join. The text depends on the day, where a link does. */
  String joined(String alias) {
    if (joins.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    join(alias, text);
    return text.toString();
  }

  private void join(String alias, StringBuilder text) {
    for (Joined joined : joins) {
      text.append(" left join ").append(joined.reading.table.name()).append(' ').append(joined.alias).append(" on ")
          .append(joined.alias).append(".id = ").append(joined.join.key(alias));
      joined.reading.join(joined.alias, text);
    }
  }

  /** The record in a row, null for a link that is empty. */
  BaseEntity read(ResultSet row, int first) throws SQLException {
    int at = first;
    String kind = table.kindColumn() == null ? null : row.getString(at++);
    Object key = ColumnType.UUID_KEY.read(row, at, null);
    if (key == null) {
      return null;
    }
    BaseEntity record = table.empty(kind);
    for (ColumnMapping column : columns) {
      column.read(record, row, at++);
    }
    for (ToOneAssociation join : keys) {
      record.link(join, ColumnType.UUID_KEY.read(row, at++, null));
    }
    for (Joined joined : joins) {
      BaseEntity other = joined.reading.read(row, at);
      at += joined.reading.width;
      record.link(joined.join, other == null || other.replacedBy() == null ? other : other.replacedBy());
    }
    return record;
  }
}
