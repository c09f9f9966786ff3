package org.rostrum.engine;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Optional;

/**
 * A document that was parsed and validated, ready to be run with any variables. Immutable, shared by all requests that send
 * the same text.
 *
 * @param text     the document as it was sent
 * @param document its syntax tree; null where it is broken
 * @param errors   why it cannot be run, with codes; empty when it can
 */
public record Prepared(String text, Document document, List<GraphQLError> errors) {

  /** The operation with a name, or the only one where no name is given; empty when the document has no such operation. */
  public Optional<OperationDefinition> operation(String name) {
    List<OperationDefinition> all = document.getDefinitionsOfType(OperationDefinition.class);
    if (name == null || name.isEmpty()) {
      return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
    return all.stream().filter(operation -> name.equals(operation.getName())).findFirst();
  }
}
