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

/** Follows links to single records, those of a whole set of parents at once. */
@ApplicationScoped
public class BatchLookup {

  /**
   * The records that the parents' links lead to, in the parents' order, with what the field that is being answered asks of
   * them.
   *
   * @param key    gives a parent's link; null gives null
   * @param byKeys reads the records of a set of keys
   */
  public <P, E> List<E> byKey(List<P> parents, Function<P, UUID> key, BiFunction<Collection<UUID>, FieldSelection, Map<UUID, ? extends E>> byKeys) {
    Set<UUID> keys = parents.stream().map(key).filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
    Map<UUID, ? extends E> records = keys.isEmpty() ? Map.of() : byKeys.apply(keys, FieldEnvironment.current().asked());
    return each(parents, parent -> key.apply(parent) == null ? null : records.get(key.apply(parent)));
  }

  /** A value for each parent, in the parents' order; null where the function gives null. */
  public static <P, R> List<R> each(List<P> parents, Function<? super P, ? extends R> value) {
    return parents.stream().<R>map(value).collect(Collectors.toList());
  }
}
