package org.rostrum.engine;

import graphql.language.OperationDefinition;
import java.util.Map;
import org.rostrum.engine.document.PreparedDocument;

/**
 * An operation to execute.
 *
 * @param operation one of the document's
 * @param variables as the client sent them, before coercion
 * @param explained whether the result reports the cost of each step
 */
public record OperationRequest(
        PreparedDocument prepared, OperationDefinition operation, Map<String, Object> variables, boolean explained) {}
