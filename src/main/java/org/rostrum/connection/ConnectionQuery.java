package org.rostrum.connection;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.sql.SqlFragment;

/**
 * A list of records that is served as a connection: either all of a kind, or those that belong to a parent.
 *
 * @param name  names the list inside cursors, as {@code Type.field}
 * @param type  the records' class
 * @param alias the alias under which filters and orders name the records' table
 * @param tie   how the records belong to a set of parents
 */
public record ConnectionQuery<E extends BaseEntity>(
    String name, Class<E> type, String alias, Function<Collection<? extends BaseEntity>, ParentRelation> tie) {

  /** All records of a kind. */
  public static <E extends BaseEntity> ConnectionQuery<E> all(String name, Class<E> type, String table, String alias) {
    return of(name, type, table, alias, "", null);
  }

  /** The records for which the expression, over the table and what is joined to it, is their parent's key. */
  public static <E extends BaseEntity> ConnectionQuery<E> of(
      String name, Class<E> type, String table, String alias, String join, String parent) {
    ParentRelation tie = new ParentRelation(SqlFragment.of(table + " " + alias + " " + join), parent);
    return new ConnectionQuery<>(name, type, alias, parents -> tie);
  }

  static List<UUID> keys(Collection<? extends BaseEntity> parents) {
    return parents.stream().map(parent -> parent.key).toList();
  }
}
