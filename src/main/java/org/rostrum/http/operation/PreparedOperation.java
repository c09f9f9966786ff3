package org.rostrum.http.operation;

import graphql.language.OperationDefinition;
import io.quarkus.security.identity.SecurityIdentity;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.OperationRequest;

/**
 * An operation that is about to run.
 *
 * @param run       what to run; null when it is refused
 * @param operation the operation; null when it is refused
 * @param persisted whether the request named its document without sending it
 * @param identity  who sends it; null for nobody in particular
 * @param refusal   the answer when it cannot run; else null
 */
public record PreparedOperation(OperationRequest run, OperationDefinition operation, boolean persisted, SecurityIdentity identity, EngineResult refusal) {

  public boolean is(OperationDefinition.Operation kind) {
    return operation != null && operation.getOperation() == kind;
  }

  /** The operation's name, or null. */
  String name() {
    return operation == null ? null : operation.getName();
  }
}
