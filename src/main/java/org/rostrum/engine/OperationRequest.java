package org.rostrum.engine;

import graphql.language.OperationDefinition;
import java.util.Map;
import org.rostrum.engine.document.PreparedDocument;

/**
 * What is run: a prepared operation with what the client sent along.
 *
 * @param explained whether the outcome is to say what was done at each place of the plan
 */
public record OperationRequest(PreparedDocument prepared, OperationDefinition operation, Map<String, Object> variables, boolean explained) {}
