package org.rostrum.store.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.ManagedType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.rostrum.graph.error.BadUserInputException;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.ColumnType;
import org.rostrum.store.record.EntityMapping;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.SqlFragment.Values;

/**
 * Reads records with SQL. It keeps nothing between two statements, so what a mutation wrote, and flushed, is what the rest
 * of the same request sees.
 *
 * <p>In statements that read records, <code>{x.*}</code> stands for the columns of the table with the alias x, and
 * <code>{x+}</code>, behind all tables, for joins of what is linked to it.
 */
@ApplicationScoped
public class Database {

  private static final Logger LOG = Logger.getLogger(Database.class);
  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
  private static final Pattern COLUMNS = Pattern.compile("\\{(\\w+)\\.\\*}");

  /** Up to so many rows, joining what is linked to them costs less than another statement. */
  private static final int FEW_ROWS = 256;

  private final DataSource source;
  private final StatementCanceller running;
  private final boolean postgres;
  private final Map<Class<?>, EntityMapping> tables;

  Database(DataSource source, StatementCanceller running, EntityManagerFactory entities, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
    this.source = source;
    this.running = running;
    this.postgres = url.startsWith("jdbc:postgresql:");
    this.tables = EntityMapping.of(entities.getMetamodel().getEntities().stream().<Class<?>>map(ManagedType::getJavaType).toList());
  }

  /** Whether this is PostgreSQL, and not H2. */
  public boolean isPostgres() {
    return postgres;
  }

  /**
   * Does something that only reads, on one connection: a request waits once for one, not for each statement. Not for what
   * writes: that reads inside its transaction, on the transaction's connection.
   */
  public <R> R reading(Supplier<R> something) {
    RequestContext work = RequestContext.current();
    work.keepsConnection(true);
    try {
      return something.get();
    } finally {
      work.keepsConnection(false);
      close(work.connection());
      work.connection(null);
    }
  }

  /** Records of a type, with all of their columns. */
  public <E extends BaseEntity> List<E> records(Class<E> type, SqlFragment sql) {
    return records(type, FieldSelection.ALL, Set.of(), 0, sql);
  }

  /**
   * Records of a type, with what is asked of them.
   *
   * @param also columns that are needed as well
   * @param rows how many there may be
   */
  public <E extends BaseEntity> List<E> records(Class<E> type, FieldSelection asked, Set<String> also, int rows, SqlFragment sql) {
    List<E> records = new ArrayList<>();
    read(type, asked, also, sql, rows, false, (parent, record) -> records.add(record));
    return records;
  }

  /** All records for each parent, in the statement's order, by SQL that selects <code>{x.*}</code> and then the parent's key. */
  public <E> Map<UUID, List<E>> allChildren(Class<E> type, FieldSelection asked, int parents, SqlFragment sql) {
    return allChildren(type, asked, Set.of(), parents, sql);
  }

  public <E> Map<UUID, List<E>> allChildren(Class<E> type, FieldSelection asked, Set<String> also, int rows, SqlFragment sql) {
    Map<UUID, List<E>> children = new HashMap<>();
    read(type, asked, also, sql, rows, true, (parent, record) -> children.computeIfAbsent(parent, key -> new ArrayList<>()).add(record));
    return children;
  }

  /** One record for each parent: the first, by SQL that selects <code>{x.*}</code> and then the parent's key. */
  public <E> Map<UUID, E> onlyChild(Class<E> type, FieldSelection asked, int parents, SqlFragment sql) {
    Map<UUID, E> children = new HashMap<>();
    read(type, asked, Set.of(), sql, parents, true, children::putIfAbsent);
    return children;
  }

  /** The records with these keys, with what is asked of them; a key that names nothing is left out. */
  public <E extends BaseEntity> Map<UUID, E> byKeys(Class<E> type, Collection<UUID> keys, FieldSelection asked) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    Map<UUID, E> records = new HashMap<>();
    SqlFragment sql = SqlFragment.of("select {x.*} from " + tables.get(type).name() + " x {x+} where").then(SqlFragment.in("x.id", keys));
    read(type, asked, Set.of(), sql, keys.size(), false, (parent, record) -> records.put(record.key, record));
    return records;
  }

  /**
   * The records with these keys, of any kind that is in the entity's table; for one that another stands for, the other.
   */
  public <E extends BaseEntity> Map<UUID, E> linked(Class<E> entity, Collection<UUID> keys, FieldSelection asked) {
    Map<UUID, E> records = new HashMap<>(byKeys(entity, keys, asked));
    Map<UUID, UUID> replaced = new HashMap<>();
    records.forEach((key, record) -> {
      if (record.replacedBy() != null) {
        replaced.put(key, record.replacedBy());
      }
    });
    if (!replaced.isEmpty()) {
      Map<UUID, E> others = linked(entity, Set.copyOf(replaced.values()), asked);
      replaced.forEach((key, by) -> records.put(key, others.get(by)));
    }
    return records;
  }

  private <E> void read(Class<E> type, FieldSelection asked, Set<String> also, SqlFragment sql, int rows, boolean children, BiConsumer<UUID, E> taker) {
    Matcher columns = COLUMNS.matcher(sql.text());
    if (!columns.find()) {
      throw new IllegalArgumentException("The statement selects no {x.*}: " + sql.text());
    }
    String alias = columns.group(1);
    String place = "{" + alias + "+}";
    FetchPlan reading = FetchPlan.of(tables, type, asked, also, rows <= FEW_ROWS && sql.text().contains(place));
    String text = sql.text().replace(columns.group(), reading.select(alias)).replace(place, reading.joined(alias));
    run(text, sql.parameters(), row -> {
      BaseEntity record = reading.read(row, 1);
      if (type.isInstance(record)) {
        taker.accept(children ? (UUID) ColumnType.UUID_KEY.read(row, reading.width() + 1, null) : null, type.cast(record));
      }
    });
  }

  /** A value for each row of a result, in the statement's order. */
  public <T> List<T> rows(SqlFragment sql, RowMapper<T> mapper) {
    List<T> values = new ArrayList<>();
    forEachRow(sql, row -> values.add(mapper.map(row)));
    return values;
  }

  /** Calls the consumer for each row of a result, in the statement's order. */
  public void forEachRow(SqlFragment sql, RowConsumer consumer) {
    Row[] row = new Row[1];
    run(sql.text(), sql.parameters(), result -> {
      if (row[0] == null) {
        row[0] = new Row(result);
      }
      consumer.accept(row[0]);
    });
  }

  /** Whether a statement gives any row; it should end in {@code limit 1}. */
  public boolean exists(SqlFragment sql) {
    return !rows(sql, row -> true).isEmpty();
  }

  private interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  private void run(String text, List<Object> parameters, Taker taker) {
    RequestContext work = RequestContext.current();
    Connection connection = null;
    try {
      connection = work.connection() != null ? work.connection() : source.getConnection();
      if (work.keepsConnection()) {
        work.connection(connection);
      }
      // After the wait for a connection, which may have taken all of the time that there was.
      work.statement();
      run(connection, text, parameters, taker, work);
    } catch (SQLException e) {
      throw new IllegalStateException("A statement failed: " + text, e);
    } finally {
      if (!work.keepsConnection()) {
        close(connection);
      }
    }
  }

  private void run(Connection connection, String text, List<Object> parameters, Taker taker, RequestContext work) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      for (int i = 0; i < parameters.size(); i++) {
        bind(connection, statement, i + 1, parameters.get(i));
      }
      running.begin(work, statement);
      int count = 0;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
          count++;
        }
      } finally {
        running.end(work);
      }
      work.rows(count);
    }
  }

  private static void close(Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      LOG.debug("A connection could not be given back", e);
    }
  }

  private static void bind(Connection connection, PreparedStatement statement, int position, Object value) throws SQLException {
    if (value instanceof Values several) {
      for (Object one : several.values()) {
        checkStorable(one);
      }
      statement.setArray(position, connection.createArrayOf(several.type(), several.values()));
      return;
    }
    checkStorable(value);
    ColumnType.set(statement, position, value);
  }

  /** Values that some database would refuse with an error of its own are the client's mistake. */
  private static void checkStorable(Object value) {
    if (value instanceof String text && !TextNormalizer.isStorable(text)) {
      throw new BadUserInputException("text", "must not contain U+0000 or half of a surrogate pair");
    }
    if (value instanceof LocalDate date && (date.isBefore(EARLIEST) || date.isAfter(LATEST))) {
      throw new BadUserInputException("date", "must be between " + EARLIEST + " and " + LATEST);
    }
  }
}
