package org.rostrum.graph;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;

/**
 * Answers a field for all of its parents at once. A field's resolver hands over its parent and a function over the set of
 * parents; the function runs once for each level of the query and each combination of the field's arguments, whatever the
 * number of rows.
 *
 * <p>The platform's own batch fields take the first alias' arguments for all of them, hence our own.
 */
@ApplicationScoped
public class Loaders {

  private static final DataLoaderOptions NO_CACHE = DataLoaderOptions.newOptions().setCachingEnabled(false).build();

  private final Context context;

  Loaders(Context context) {
    this.context = context;
  }

  /**
   * Loads a field's value for one parent, together with those of all other parents that ask with the same arguments.
   *
   * @param field  names the field in the request
   * @param parent whose value is wanted
   * @param batch  gives the values of a set of parents; one that is left out gets null
   */
  public <P, R> CompletionStage<R> load(String field, P parent, Function<Set<P>, Map<P, R>> batch) {
    return load(field, arguments(), parent, batch);
  }

  /** As {@link #load(String, Object, Function)}, where the arguments are those of another field. */
  <P, R> CompletionStage<R> load(String field, Map<String, Object> arguments, P parent, Function<Set<P>, Map<P, R>> batch) {
    DataLoader<Call<P, R>, R> loader = environment().getDataLoaderRegistry().computeIfAbsent(field,
        name -> DataLoaderFactory.newMappedDataLoader((Set<Call<P, R>> calls) -> CompletableFuture.completedFuture(run(calls)), NO_CACHE));
    return loader.load(new Call<>(parent, arguments, batch));
  }

  /** The arguments of the field that is being resolved, as the client gave them, defaults filled in. */
  public Map<String, Object> arguments() {
    return environment().getArguments();
  }

  private DataFetchingEnvironment environment() {
    return context.unwrap(DataFetchingEnvironment.class);
  }

  private static <P, R> Map<Call<P, R>, R> run(Set<Call<P, R>> calls) {
    Map<Map<String, Object>, Set<Call<P, R>>> byArguments = new LinkedHashMap<>();
    calls.forEach(call -> byArguments.computeIfAbsent(call.arguments, a -> new LinkedHashSet<>()).add(call));
    Map<Call<P, R>, R> answers = new HashMap<>();
    byArguments.values().forEach(group -> {
      Set<P> parents = new LinkedHashSet<>();
      group.forEach(call -> parents.add(call.parent));
      Map<P, R> values = group.iterator().next().batch.apply(parents);
      group.forEach(call -> answers.put(call, values.get(call.parent)));
    });
    return answers;
  }

  /** One parent's request; two are the same when parent and arguments are. */
  private static final class Call<P, R> {
    private final P parent;
    private final Map<String, Object> arguments;
    private final Function<Set<P>, Map<P, R>> batch;

    Call(P parent, Map<String, Object> arguments, Function<Set<P>, Map<P, R>> batch) {
      this.parent = parent;
      this.arguments = arguments;
      this.batch = batch;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Call<?, ?> that && parent.equals(that.parent) && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
      return Objects.hash(parent, arguments);
    }
  }
}
