package org.rostrum.engine.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rostrum.engine.plan.FieldFetcher.FailedFetch;
import org.rostrum.engine.plan.FieldStep;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.ToOneAssociation;
import org.rostrum.store.sql.Database;

/**
 * Links at one level of a plan of which the keys are known: those that lead into one table are followed by one statement,
 * whichever fields they are of.
 */
final class LinkBatchLoader {

  private final Map<Class<? extends BaseEntity>, Followed> tables = new LinkedHashMap<>();

  private record Place(Object[] values, int index, UUID key, ToOneAssociation join) {}

  private static final class Followed {
    private final Set<UUID> keys = new LinkedHashSet<>();
    private final Set<FieldSelection> asked = new LinkedHashSet<>();
    private final Set<String> paths = new LinkedHashSet<>();
    private final List<Place> places = new ArrayList<>();
  }

  /**
   * Notes a link to follow.
   *
   * @param path   where it is, for the explanation
   * @param values where the record belongs, at the index
   */
  void add(String path, FieldStep step, ToOneAssociation join, UUID key, Object[] values, int index) {
    Followed table = tables.computeIfAbsent(join.to(), to -> new Followed());
    table.keys.add(key);
    table.asked.add(step.below.asked);
    table.paths.add(path);
    table.places.add(new Place(values, index, key, join));
  }

  /** Follows them all, and puts each record where it belongs; a failure where a statement failed. */
  void follow(Database database, PlanExecutor execution) {
    tables.forEach((entity, table) -> {
      ExecutionTrace.Entry entry = execution.begin(String.join(", ", table.paths), table.places.size());
      FailedFetch failure = null;
      Map<UUID, ? extends BaseEntity> found = Map.of();
      try {
        found = database.linked(entity, table.keys, FieldSelection.union(List.copyOf(table.asked)));
      } catch (RuntimeException e) {
        failure = execution.failed(e);
      }
      for (Place place : table.places) {
        place.values[place.index] = failure != null ? failure : place.join.fitting(found.get(place.key));
      }
      execution.end(entry);
    });
  }
}
