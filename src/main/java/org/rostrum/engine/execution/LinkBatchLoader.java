package org.rostrum.engine.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rostrum.engine.resolver.FieldFetcher.FailedFetch;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.ToOneAssociation;
import org.rostrum.store.sql.Database;

/**
 * Loads the targets of associations at one level of the response by their keys: one statement for each table, for all
 * fields.
 */
final class LinkBatchLoader {

    private final Map<Class<? extends BaseEntity>, TableRequests> tables = new LinkedHashMap<>();

    /** Where a loaded entity belongs: an element of a field's values. */
    private record Destination(Object[] values, int index, UUID key, ToOneAssociation association) {}

    private static final class TableRequests {
        private final Set<UUID> keys = new LinkedHashSet<>();
        private final Set<FieldSelection> selections = new LinkedHashSet<>();
        private final Set<String> paths = new LinkedHashSet<>();
        private final List<Destination> destinations = new ArrayList<>();
    }

    /**
     * Adds a target to load.
     *
     * @param path the field's path in the response, for the trace
     * @param selection what is selected of the target
     * @param values the field's values; the target becomes the element at the index
     */
    void add(
            String path, FieldSelection selection, ToOneAssociation association, UUID key, Object[] values, int index) {
        TableRequests table = tables.computeIfAbsent(association.to(), to -> new TableRequests());
        table.keys.add(key);
        table.selections.add(selection);
        table.paths.add(path);
        table.destinations.add(new Destination(values, index, key, association));
    }

    /** Loads all targets and stores them in the fields' values; a {@link FailedFetch} where a statement fails. */
    void load(Database database, PlanExecutor executor) {
        tables.forEach((entity, table) -> {
            ExecutionTrace.Entry entry = executor.beginTrace(String.join(", ", table.paths), table.destinations.size());
            FailedFetch failure = null;
            Map<UUID, ? extends BaseEntity> targets = Map.of();
            try {
                targets = database.linked(entity, table.keys, FieldSelection.union(List.copyOf(table.selections)));
            } catch (RuntimeException e) {
                failure = executor.failed(e);
            }
            for (Destination destination : table.destinations) {
                destination.values[destination.index] =
                        failure != null ? failure : destination.association.valueOf(targets.get(destination.key));
            }
            executor.endTrace(entry);
        });
    }
}
