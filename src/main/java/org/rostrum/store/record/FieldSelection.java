package org.rostrum.store.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a request selects of a field's objects, and what it selects below them. Immutable. Instances live as
 * long as the query plan they belong to, and so does what is {@linkplain #derive derived} from them.
 */
public final class FieldSelection {

    /** All properties of the objects, and no linked objects. */
    public static final FieldSelection ALL = new FieldSelection(null);

    private final @Nullable List<SelectedField> fields;
    private final Map<Object, Object> derived = new ConcurrentHashMap<>();
    private volatile @Nullable FieldSelection ofItems;

    /** @param fields null for all */
    private FieldSelection(@Nullable List<SelectedField> fields) {
        this.fields = fields;
    }

    /** A selection of these fields. */
    public static FieldSelection of(List<SelectedField> fields) {
        return new FieldSelection(List.copyOf(fields));
    }

    /** Whether it is {@link #ALL}. */
    public boolean isAll() {
        return fields == null;
    }

    /**
     * The selected fields; one occurs several times where several places of the document select it. Null for
     * {@link #ALL}.
     */
    public @Nullable List<SelectedField> fields() {
        return fields;
    }

    /** Whether a field is selected. */
    public boolean has(String field) {
        return fields == null
                || fields.stream().anyMatch(selected -> selected.name().equals(field));
    }

    /** What is selected below a field, at all places of the document that select it. */
    public FieldSelection below(String field) {
        if (fields == null) {
            return ALL;
        }
        List<FieldSelection> all = new ArrayList<>();
        for (SelectedField selected : fields) {
            if (selected.name().equals(field) && selected.selection() != null) {
                all.add(selected.selection());
            }
        }
        return union(all);
    }

    /** What is selected of a connection's items, as {@code nodes} and as {@code node} of {@code edges}. */
    public FieldSelection ofItems() {
        FieldSelection known = ofItems;
        if (known == null) {
            known = union(List.of(below("nodes"), below("edges").below("node")));
            ofItems = known;
        }
        return known;
    }

    /** Computes a value from this selection once for each key, and keeps it. */
    @SuppressWarnings("unchecked")
    public <K, R> R derive(K key, Function<K, R> compute) {
        Object known = derived.get(key);
        return known != null ? (R) known : (R) derived.computeIfAbsent(key, absent -> compute.apply(key));
    }

    /**
     * All fields of several selections. The same list gives the same instance, as long as its first selection is kept.
     */
    public static FieldSelection union(List<FieldSelection> all) {
        return all.size() < 2 ? merge(all) : all.get(0).derive(List.copyOf(all), FieldSelection::merge);
    }

    private static FieldSelection merge(List<FieldSelection> all) {
        List<SelectedField> fields = new ArrayList<>();
        FieldSelection only = null;
        for (FieldSelection one : all) {
            if (one.fields == null) {
                return ALL;
            }
            if (!one.fields.isEmpty()) {
                only = fields.isEmpty() ? one : null;
                fields.addAll(one.fields);
            }
        }
        return only != null ? only : new FieldSelection(fields);
    }
}
