package org.rostrum.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/**
 * Reads records with SQL. It keeps nothing between two statements, so what a mutation wrote is what the rest of the same
 * request sees.
 */
@ApplicationScoped
public class Database {

  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  private final StatelessSession session;
  private final boolean postgres;

  Database(StatelessSession session, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
    this.session = session;
    this.postgres = url.startsWith("jdbc:postgresql:");
  }

  /** Whether this is PostgreSQL, and not H2. */
  public boolean isPostgres() {
    return postgres;
  }

  /**
   * A record and the key that it was looked up for.
   *
   * @param parent the value of the statement's column {@code parent_key}
   */
  public record Child<E>(UUID parent, E record) {}

  /** Records of a type by SQL that selects all columns of their table. */
  public <E> List<E> records(Class<E> type, Sql sql) {
    return counted(bind(session.createNativeQuery(sql.text(), type), sql).getResultList());
  }

  /**
   * A column of a statement. Its type is said because the databases do not agree on how they call it: H2 takes a UUID for
   * bytes.
   */
  public record Column(String name, Class<?> type) {}

  /** Rows of the named columns' values. */
  public List<Object[]> rows(Sql sql, Column first, Column... others) {
    NativeQuery<Object[]> query = session.createNativeQuery(sql.text(), Object[].class);
    query.addScalar(first.name, first.type);
    for (Column column : others) {
      query.addScalar(column.name, column.type);
    }
    List<?> rows = counted(bind(query, sql).getResultList());
    return rows.stream().map(row -> row instanceof Object[] values ? values : new Object[] {row}).toList();
  }

  /** Records by SQL that selects {@code {x.*}} and a column {@code parent_key}. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public <E> List<Child<E>> children(Class<E> type, Sql sql) {
    NativeQuery query = session.createNativeQuery(sql.text(), Object[].class);
    query.addEntity("x", type).addScalar("parent_key", StandardBasicTypes.UUID);
    List<Object[]> rows = counted(bind(query, sql).getResultList());
    return rows.stream().map(row -> new Child<>((UUID) row[1], (E) row[0])).toList();
  }

  /** One record for each parent: the first that {@link #children} returns. */
  public <E> Map<UUID, E> onlyChild(Class<E> type, Sql sql) {
    return children(type, sql).stream().collect(Collectors.toMap(Child::parent, Child::record, (first, other) -> first));
  }

  /** All records for each parent, in the statement's order. */
  public <E> Map<UUID, List<E>> allChildren(Class<E> type, Sql sql) {
    return children(type, sql).stream()
        .collect(Collectors.groupingBy(Child::parent, Collectors.mapping(Child::record, Collectors.toList())));
  }

  /** The records with these keys; a key that names nothing is left out. */
  public <E extends Persisted> Map<UUID, E> byKeys(Class<E> type, String table, Collection<UUID> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    Sql sql = Sql.of("select * from " + table + " where").then(Sql.in("id", keys));
    return records(type, sql).stream().collect(Collectors.toMap(record -> record.key, Function.identity()));
  }

  private static <R> List<R> counted(List<R> rows) {
    Work.current().rows(rows.size());
    return rows;
  }

  private static <Q extends NativeQuery<?>> Q bind(Q query, Sql sql) {
    Work work = Work.current();
    work.statement();
    if (work.secondsLeft() > 0) {
      query.setTimeout(work.secondsLeft());
    }
    for (int i = 0; i < sql.parameters().size(); i++) {
      query.setParameter(i + 1, storable(sql.parameters().get(i)));
    }
    return query;
  }

  /** Values that some database would refuse with an error of its own are the client's mistake. */
  private static Object storable(Object value) {
    if (value instanceof String text && !Text.isStorable(text)) {
      throw new BadUserInput("text", "must not contain U+0000 or half of a surrogate pair");
    }
    if (value instanceof LocalDate date && (date.isBefore(EARLIEST) || date.isAfter(LATEST))) {
      throw new BadUserInput("date", "must be between " + EARLIEST + " and " + LATEST);
    }
    return value;
  }
}
