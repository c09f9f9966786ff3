package org.rostrum.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Follows links to single records, all of a level at once. */
@ApplicationScoped
public class Records {

  private final Loaders loaders;

  Records(Loaders loaders) {
    this.loaders = loaders;
  }

  /**
   * The record with a key, loaded together with all others of its kind on the same level of the query.
   *
   * @param kind  names the kind in the request
   * @param key   null gives null
   * @param byKeys reads the records of a set of keys
   */
  public <E> CompletionStage<E> byKey(String kind, UUID key, Function<Collection<UUID>, Map<UUID, E>> byKeys) {
    if (key == null) {
      return CompletableFuture.completedFuture(null);
    }
    return loaders.load(kind, Map.of(), key, byKeys::apply);
  }
}
