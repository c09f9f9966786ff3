package org.rostrum.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.ColumnMapping;
import org.rostrum.store.record.ColumnType;
import org.rostrum.store.record.EntityMapping;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.SelectedField;
import org.rostrum.store.record.ToOneAssociation;

/**
 * How a statement reads one table's entities for a selection: the columns to select, the linked entities to join, and
 * how a row becomes an entity. Built once for each selection of a query plan.
 */
final class FetchPlan {

    /** PostgreSQL plans up to eight tables in any order (join_collapse_limit); the statement itself may join some. */
    private static final int MAX_JOINS = 6;

    private final EntityMapping mapping;
    private final List<ColumnMapping> columns;
    /** Associations of which only the target's key is read. */
    private final List<ToOneAssociation> keyOnly = new ArrayList<>();

    private final List<JoinedFetch> joins = new ArrayList<>();
    private final int width;

    /** An association whose target is read from the same row. */
    private record JoinedFetch(ToOneAssociation association, String alias, FetchPlan plan) {}

    /** How many more joins the statement may have, shared by all levels of a plan. */
    private static final class JoinBudget {
        private int remaining;

        JoinBudget(int remaining) {
            this.remaining = remaining;
        }
    }

    private FetchPlan(
            Map<Class<?>, EntityMapping> mappings,
            EntityMapping mapping,
            FieldSelection selection,
            Set<String> extraColumns,
            JoinBudget budget) {
        this.mapping = mapping;
        List<SelectedField> fields = selection.fields();
        this.columns = fields == null ? List.copyOf(mapping.columns()) : columns(fields, extraColumns);
        int columnCount = columns.size() + (mapping.kindColumn() == null ? 0 : 1);
        if (fields != null) {
            for (Map.Entry<ToOneAssociation, List<FieldSelection>> association :
                    associations(fields).entrySet()) {
                if (budget.remaining == 0) {
                    keyOnly.add(association.getKey());
                    columnCount++;
                    continue;
                }
                String alias = "j" + budget.remaining--;
                FetchPlan joined = new FetchPlan(
                        mappings,
                        mapping(mappings, association.getKey().to()),
                        FieldSelection.union(association.getValue()),
                        Set.of(),
                        budget);
                joins.add(new JoinedFetch(association.getKey(), alias, joined));
                columnCount += joined.width;
            }
        }
        width = columnCount;
    }

    /**
     * The plan for a selection. Linked entities are joined where few rows are expected. For many rows only their keys
     * are read, and a statement of its own reads each of them once.
     *
     * @param extraColumns columns to read besides those of the selection
     * @param mayJoin whether the statement has a place for joins and few rows are expected
     */
    static FetchPlan of(
            Map<Class<?>, EntityMapping> mappings,
            Class<?> type,
            FieldSelection selection,
            Set<String> extraColumns,
            boolean mayJoin) {
        record Key(Class<?> type, Set<String> extraColumns, boolean mayJoin) {}
        return selection.derive(
                new Key(type, extraColumns, mayJoin),
                key -> new FetchPlan(
                        mappings,
                        mapping(mappings, type),
                        selection,
                        extraColumns,
                        new JoinBudget(mayJoin ? MAX_JOINS : 0)));
    }

    /** The mapping of an entity. */
    static EntityMapping mapping(Map<Class<?>, EntityMapping> mappings, Class<?> type) {
        return Objects.requireNonNull(mappings.get(type), () -> type + " is not an entity");
    }

    private Map<ToOneAssociation, List<FieldSelection>> associations(List<SelectedField> fields) {
        Map<ToOneAssociation, List<FieldSelection>> associations = new LinkedHashMap<>();
        for (SelectedField field : fields) {
            if (isAssociation(field)) {
                associations
                        .computeIfAbsent(field.association(), association -> new ArrayList<>())
                        .add(field.selection());
            }
        }
        return associations;
    }

    private List<ColumnMapping> columns(List<SelectedField> fields, Set<String> extraColumns) {
        List<String> names = new ArrayList<>(extraColumns);
        for (SelectedField field : fields) {
            if (field.isProperty()
                    && mapping.serves(field.owner())
                    && !field.name().equals("id")) {
                ColumnMapping column = mapping.ofProperty(field.name());
                if (column == null) {
                    // A getter that is computed from columns, which ones is unknown.
                    return List.copyOf(mapping.columns());
                }
                names.add(column.name());
            }
        }
        return mapping.columns().stream()
                .filter(column -> column.always() || names.contains(column.name()))
                .toList();
    }

    /** Whether it is an association of this table's entities; other types may have one of the same name. */
    private boolean isAssociation(SelectedField field) {
        return field.association() != null && mapping.serves(field.owner());
    }

    /** How many columns the plan takes of a row, those of joined tables included. */
    int width() {
        return width;
    }

    /** The select list. Depends on the current date where an association's key does. */
    String selectList(String alias) {
        return String.join(", ", addSelected(alias, new ArrayList<>()));
    }

    private List<String> addSelected(String alias, List<String> selected) {
        if (mapping.kindColumn() != null) {
            selected.add(alias + "." + mapping.kindColumn());
        }
        columns.forEach(column -> selected.add(alias + "." + column.name()));
        keyOnly.forEach(association -> selected.add(association.key(alias)));
        joins.forEach(join -> join.plan.addSelected(join.alias, selected));
        return selected;
    }

    /** The join clauses, empty where nothing is joined. Depends on the current date where an association's key does. */
    String joinClauses(String alias) {
        if (joins.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        appendJoins(alias, text);
        return text.toString();
    }

    private void appendJoins(String alias, StringBuilder text) {
        for (JoinedFetch join : joins) {
            text.append(" left join ")
                    .append(join.plan.mapping.name())
                    .append(' ')
                    .append(join.alias)
                    .append(" on ")
                    .append(join.alias)
                    .append(".id = ")
                    .append(join.association.key(alias));
            join.plan.appendJoins(join.alias, text);
        }
    }

    /**
     * The entity in a row; null where the join found none.
     *
     * @param first the position of the plan's first column, counted from 1
     */
    @Nullable
    BaseEntity read(ResultSet row, int first) throws SQLException {
        int position = first;
        String kind = mapping.kindColumn() == null ? null : row.getString(position++);
        Object key = ColumnType.UUID_KEY.read(row, position, null);
        if (key == null) {
            return null;
        }
        BaseEntity entity = mapping.newEntity(kind);
        for (ColumnMapping column : columns) {
            column.read(entity, row, position++);
        }
        for (ToOneAssociation association : keyOnly) {
            entity.link(association, ColumnType.UUID_KEY.read(row, position++, null));
        }
        for (JoinedFetch join : joins) {
            BaseEntity target = join.plan.read(row, position);
            position += join.plan.width;
            entity.link(join.association, target == null || target.replacedBy() == null ? target : target.replacedBy());
        }
        return entity;
    }
}
