package org.rostrum.store.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rostrum.store.record.FieldEnvironment;
import org.rostrum.store.record.FieldSelection;

/** Reads to-one associations for a set of parents at once. */
@ApplicationScoped
public class BatchLookup {

    /**
     * The targets of an association, in the parents' order, with the fields that are selected below the field being
     * resolved.
     *
     * @param key the target's key; null for a parent without target, whose value is null
     * @param byKeys reads the entities of a set of keys
     */
    public <P, E> List<E> byKey(
            List<P> parents,
            Function<P, UUID> key,
            BiFunction<Collection<UUID>, FieldSelection, Map<UUID, ? extends E>> byKeys) {
        Set<UUID> keys =
                parents.stream().map(key).filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<UUID, ? extends E> records = keys.isEmpty()
                ? Map.of()
                : byKeys.apply(keys, FieldEnvironment.current().selection());
        return valuePerParent(parents, parent -> key.apply(parent) == null ? null : records.get(key.apply(parent)));
    }

    /** A value for each parent, in the parents' order; null where the function gives null. */
    public static <P, R> List<R> valuePerParent(List<P> parents, Function<? super P, ? extends R> value) {
        return parents.stream().<R>map(value).collect(Collectors.toList());
    }
}
