package org.rostrum.graph;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A list of records that is served as a connection: either all of a kind, or those that belong to a parent.
 *
 * @param name  names the list inside cursors, as {@code Type.field}
 * @param type  the records' class
 * @param alias the alias under which filters and orders name the records' table
 * @param tie   how the records belong to a set of parents
 */
public record Listing<E extends Persisted>(
    String name, Class<E> type, String alias, Function<Collection<? extends Persisted>, Tie> tie) {

  /**
   * How records belong to parents.
   *
   * @param from   what to select from: the table under its alias and whatever ties it to its parents
   * @param parent the expression for the parent's key; null for a list without parents
   */
  public record Tie(Sql from, String parent) {}

  /** All records of a kind. */
  public static <E extends Persisted> Listing<E> all(String name, Class<E> type, String table, String alias) {
    return of(name, type, table, alias, "", null);
  }

  /** The records for which the expression, over the table and what is joined to it, is their parent's key. */
  public static <E extends Persisted> Listing<E> of(
      String name, Class<E> type, String table, String alias, String join, String parent) {
    Tie tie = new Tie(Sql.of(table + " " + alias + " " + join), parent);
    return new Listing<>(name, type, alias, parents -> tie);
  }

  static List<UUID> keys(Collection<? extends Persisted> parents) {
    return parents.stream().map(parent -> parent.key).toList();
  }
}
