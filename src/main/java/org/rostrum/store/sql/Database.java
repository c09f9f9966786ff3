package org.rostrum.store.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.ManagedType;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rostrum.store.DatabaseUrl;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.ColumnType;
import org.rostrum.store.record.EntityMapping;
import org.rostrum.store.record.FieldSelection;

/**
 * Reads with SQL: entities, or rows that a mapper turns into values. Nothing is cached between two statements, so a
 * mutation's flushed writes are visible to the rest of its request.
 *
 * <p>In statements that read entities, <code>{x.*}</code> stands for the columns to select of the table with the alias
 * x, and <code>{x+}</code>, after all tables, for the joins to the entities it is linked to.
 *
 * <p>All methods throw {@link org.rostrum.graph.error.LimitExceededException} when the request's deadline has passed,
 * and {@link IllegalStateException} when the statement fails.
 */
@ApplicationScoped
public class Database {

    private static final Pattern COLUMNS = Pattern.compile("\\{(\\w+)\\.\\*}");

    /** Up to this many rows, joining linked entities costs less than another statement. */
    private static final int MAX_ROWS_TO_JOIN = 256;

    private final StatementRunner statements;
    private final boolean postgres;
    private final Map<Class<?>, EntityMapping> mappings;

    Database(
            StatementRunner statements,
            EntityManagerFactory entities,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.statements = statements;
        this.postgres = url.startsWith(DatabaseUrl.POSTGRESQL);
        this.mappings = EntityMapping.of(entities.getMetamodel().getEntities().stream()
                .<Class<?>>map(ManagedType::getJavaType)
                .toList());
    }

    /** Whether the database is PostgreSQL rather than H2. */
    public boolean isPostgres() {
        return postgres;
    }

    /**
     * Runs an action whose statements share one connection, so that a request waits for a connection once. Only for
     * actions that do not write: a mutation reads on its transaction's connection.
     */
    public <R> R withSharedConnection(Supplier<R> action) {
        return statements.withSharedConnection(action);
    }

    /** Entities of a type with all of their columns, in the statement's order. */
    public <E extends BaseEntity> List<E> entities(Class<E> type, SqlFragment sql) {
        return entities(type, FieldSelection.ALL, Set.of(), 0, sql);
    }

    /**
     * Entities of a type with the columns and links that a selection needs, in the statement's order.
     *
     * @param extraColumns columns to read besides those of the selection
     * @param maxRows the most rows the statement can return; decides whether linked entities are joined
     */
    public <E extends BaseEntity> List<E> entities(
            Class<E> type, FieldSelection selection, Set<String> extraColumns, int maxRows, SqlFragment sql) {
        List<E> records = new ArrayList<>();
        read(type, selection, extraColumns, sql, maxRows, false, (parent, record) -> records.add(record));
        return records;
    }

    /**
     * The entities of each parent, in the statement's order.
     *
     * @param parents how many parents there are; decides whether linked entities are joined
     * @param sql selects <code>{x.*}</code> and then the parent's key
     */
    public <E> Map<UUID, List<E>> allChildren(Class<E> type, FieldSelection selection, int parents, SqlFragment sql) {
        return allChildren(type, selection, Set.of(), parents, sql);
    }

    /**
     * The entities of each parent, in the statement's order.
     *
     * @param extraColumns columns to read besides those of the selection
     * @param maxRows the most rows the statement is expected to return; decides whether linked entities are joined
     * @param sql selects <code>{x.*}</code> and then the parent's key
     */
    public <E> Map<UUID, List<E>> allChildren(
            Class<E> type, FieldSelection selection, Set<String> extraColumns, int maxRows, SqlFragment sql) {
        Map<UUID, List<E>> children = new HashMap<>();
        read(
                type,
                selection,
                extraColumns,
                sql,
                maxRows,
                true,
                (parent, record) -> children.computeIfAbsent(parent, key -> new ArrayList<>())
                        .add(record));
        return children;
    }

    /**
     * The first entity of each parent, in the statement's order.
     *
     * @param parents how many parents there are; decides whether linked entities are joined
     * @param sql selects <code>{x.*}</code> and then the parent's key
     */
    public <E> Map<UUID, E> firstChild(Class<E> type, FieldSelection selection, int parents, SqlFragment sql) {
        Map<UUID, E> children = new HashMap<>();
        read(type, selection, Set.of(), sql, parents, true, children::putIfAbsent);
        return children;
    }

    /** The entities with these keys, with the columns and links that a selection needs. Unknown keys are left out. */
    public <E extends BaseEntity> Map<UUID, E> byKeys(Class<E> type, Collection<UUID> keys, FieldSelection selection) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<UUID, E> records = new HashMap<>();
        SqlFragment sql = SqlFragment.of(
                        "select {x.*} from " + FetchPlan.mapping(mappings, type).name() + " x {x+} where")
                .then(SqlFragment.in("x.id", keys));
        read(type, selection, Set.of(), sql, keys.size(), false, (parent, record) -> records.put(record.key, record));
        return records;
    }

    /**
     * The entities with these keys, of any subtype in the entity's table. The key of an entity that was
     * {@linkplain BaseEntity#replacedBy replaced} maps to its replacement.
     */
    public <E extends BaseEntity> Map<UUID, E> linked(
            Class<E> entity, Collection<UUID> keys, FieldSelection selection) {
        Map<UUID, E> records = new HashMap<>(byKeys(entity, keys, selection));
        Map<UUID, UUID> replaced = new HashMap<>();
        records.forEach((key, record) -> {
            if (record.replacedBy() != null) {
                replaced.put(key, record.replacedBy());
            }
        });
        if (!replaced.isEmpty()) {
            Map<UUID, E> replacements = linked(entity, Set.copyOf(replaced.values()), selection);
            replaced.forEach((key, by) -> records.put(key, replacements.get(by)));
        }
        return records;
    }

    private <E> void read(
            Class<E> type,
            FieldSelection selection,
            Set<String> extraColumns,
            SqlFragment sql,
            int maxRows,
            boolean withParent,
            BiConsumer<UUID, E> consumer) {
        Matcher columns = COLUMNS.matcher(sql.text());
        if (!columns.find()) {
            throw new IllegalArgumentException("The statement selects no {x.*}: " + sql.text());
        }
        String alias = columns.group(1);
        String joins = "{" + alias + "+}";
        FetchPlan plan = FetchPlan.of(
                mappings,
                type,
                selection,
                extraColumns,
                maxRows <= MAX_ROWS_TO_JOIN && sql.text().contains(joins));
        String text =
                sql.text().replace(columns.group(), plan.selectList(alias)).replace(joins, plan.joinClauses(alias));
        statements.run(text, sql.parameters(), row -> {
            BaseEntity record = plan.read(row, 1);
            if (type.isInstance(record)) {
                consumer.accept(
                        withParent ? (UUID) ColumnType.UUID_KEY.read(row, plan.width() + 1, null) : null,
                        type.cast(record));
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
        statements.run(sql.text(), sql.parameters(), result -> {
            if (row[0] == null) {
                row[0] = new Row(result);
            }
            consumer.accept(row[0]);
        });
    }

    /** Whether a statement returns any row; it should end in {@code limit 1}. */
    public boolean exists(SqlFragment sql) {
        return !rows(sql, row -> true).isEmpty();
    }
}
