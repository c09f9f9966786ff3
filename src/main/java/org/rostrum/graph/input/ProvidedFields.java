package org.rostrum.graph.input;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.rostrum.store.record.FieldEnvironment;

/** Distinguishes input fields that a client left out from those it set to null. */
@ApplicationScoped
public class ProvidedFields {

    /** The names of the fields of {@code input} that the client provided, null or not. */
    public Set<String> fields() {
        Map<?, ?> input = (Map<?, ?>) Objects.requireNonNull(
                FieldEnvironment.current().arguments().get("input"), "the argument input is required");
        return input.keySet().stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
