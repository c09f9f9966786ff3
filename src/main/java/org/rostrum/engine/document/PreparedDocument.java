package org.rostrum.engine.document;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rostrum.engine.plan.Planner;

/**
 * A document that was parsed and validated, ready to be run with any variables. Shared by all requests that send the same
 * text.
 */
public final class PreparedDocument {

  private final Document document;
  private final List<GraphQLError> errors;
  private final Map<OperationDefinition, Set<String>> conditions = new ConcurrentHashMap<>();

  /** @param document null where the text is broken */
  public PreparedDocument(Document document, List<GraphQLError> errors) {
    this.document = document;
    this.errors = errors;
  }

  /** The syntax tree; null where the text is broken. */
  public Document document() {
    return document;
  }

  /** Why it cannot be run, with codes; empty when it can. */
  public List<GraphQLError> errors() {
    return errors;
  }

  /** The operation with a name, or the only one where no name is given; empty when the document has no such operation. */
  public Optional<OperationDefinition> operation(String name) {
    List<OperationDefinition> all = document.getDefinitionsOfType(OperationDefinition.class);
    if (name == null || name.isEmpty()) {
      return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
    return all.stream().filter(operation -> name.equals(operation.getName())).findFirst();
  }

  /** The variables that decide what an operation selects. */
  public Set<String> conditions(OperationDefinition operation) {
    return conditions.computeIfAbsent(operation, one -> Planner.conditions(document, one));
  }
}
