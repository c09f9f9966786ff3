package org.rostrum.engine.document;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.plan.SelectionConditions;

/**
 * A parsed and validated document, executable with any variables. Shared by all requests that send the same text.
 * Thread-safe.
 */
public final class PreparedDocument {

    private final @Nullable Document document;
    private final List<GraphQLError> errors;
    private final Map<OperationDefinition, Set<String>> conditionVariables = new ConcurrentHashMap<>();

    /** @param document null where the text could not be parsed or was rejected */
    public PreparedDocument(@Nullable Document document, List<GraphQLError> errors) {
        this.document = document;
        this.errors = errors;
    }

    /**
     * The syntax tree.
     *
     * @throws NullPointerException where the text could not be parsed or was rejected
     */
    public Document document() {
        return Objects.requireNonNull(document, "the text could not be parsed or was rejected");
    }

    /** Why it cannot be executed, with codes; empty when it can. */
    public List<GraphQLError> errors() {
        return errors;
    }

    /**
     * The operation with a name, or the document's only one for a null or empty name; empty when there is no such
     * operation.
     */
    public Optional<OperationDefinition> operation(@Nullable String name) {
        List<OperationDefinition> operations = document().getDefinitionsOfType(OperationDefinition.class);
        if (name == null || name.isEmpty()) {
            return operations.size() == 1 ? Optional.of(operations.get(0)) : Optional.empty();
        }
        return operations.stream()
                .filter(operation -> name.equals(operation.getName()))
                .findFirst();
    }

    /** The names of the variables in the conditions ({@code @skip} and {@code @include}) of an operation. */
    public Set<String> conditionVariables(OperationDefinition operation) {
        return conditionVariables.computeIfAbsent(
                operation, absent -> SelectionConditions.variables(document(), absent));
    }
}
