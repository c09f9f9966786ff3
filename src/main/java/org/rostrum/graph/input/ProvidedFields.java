package org.rostrum.graph.input;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rostrum.store.record.FieldEnvironment;

/** Tells what a client left out of a mutation's input from what it set to null. */
@ApplicationScoped
public class ProvidedFields {

  /** The fields of {@code input} that the client gave, be it as null. */
  public Set<String> fields() {
    Map<?, ?> input = (Map<?, ?>) FieldEnvironment.current().arguments().get("input");
    return input.keySet().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
  }
}
