package org.rostrum.http;

import graphql.language.OperationDefinition;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.rostrum.engine.Engine;
import org.rostrum.engine.Engine.Run;
import org.rostrum.engine.Outcome;
import org.rostrum.engine.Prepared;
import org.rostrum.graph.CodedError;
import org.rostrum.graph.ErrorCodes;
import org.rostrum.graph.Limits;
import org.rostrum.graph.Work;

/** What every way in does with a request, once it has read it: finds the document and the operation, then runs it. */
@ApplicationScoped
public class Operations {

  private static final SecurityIdentity NOBODY = QuarkusSecurityIdentity.builder().setAnonymous(true).build();

  private final Engine engine;
  private final Documents documents;
  private final Tokens tokens;
  private final Limits limits;
  private final ErrorCodes errors;
  private final CurrentIdentityAssociation association;

  Operations(Engine engine, Documents documents, Tokens tokens, Limits limits, ErrorCodes errors, CurrentIdentityAssociation association) {
    this.engine = engine;
    this.documents = documents;
    this.tokens = tokens;
    this.limits = limits;
    this.errors = errors;
    this.association = association;
  }

  /**
   * An operation that is about to run.
   *
   * @param run       what to run; null when it is refused
   * @param operation the operation; null when it is refused
   * @param persisted whether the request named its document without sending it
   * @param identity  who sends it; null for nobody in particular
   * @param refusal   the answer when it cannot run; else null
   */
  record Ready(Run run, OperationDefinition operation, boolean persisted, SecurityIdentity identity, Outcome refusal) {

    boolean is(OperationDefinition.Operation kind) {
      return operation != null && operation.getOperation() == kind;
    }

    /** The operation's name, or null. */
    String name() {
      return operation == null ? null : operation.getName();
    }
  }

  Ready ready(GraphQLRequest request, SecurityIdentity identity) {
    return ready(request, identity, false);
  }

  /**
   * Finds what a request is to run.
   *
   * @param explained whether the answer is to say what was done at each place of the plan
   * @throws BadRequest when the document may not be run at all, or only by somebody else
   */
  Ready ready(GraphQLRequest request, SecurityIdentity identity, boolean explained) {
    Documents.Meant meant = documents.meant(request);
    Prepared prepared = engine.prepare(meant.text());
    if (!prepared.errors().isEmpty()) {
      return refused(Outcome.failed(prepared.errors()), identity);
    }
    OperationDefinition operation = prepared.operation(request.operationName()).orElse(null);
    if (operation == null) {
      String problem = request.operationName() == null || request.operationName().isEmpty()
          ? "operationName: must be given, the document has several operations or none"
          : "operationName: the document has no operation of this name";
      return refused(Outcome.failed(CodedError.of("GRAPHQL_VALIDATION_FAILED", problem)), identity);
    }
    Run run = new Run(prepared, operation, request.variables(), explained);
    Ready ready = new Ready(run, operation, meant.persisted(), identity, null);
    return ready.is(OperationDefinition.Operation.MUTATION) && identity == null
        ? refused(Outcome.failed(tokens.missing().error()), null) : ready;
  }

  private static Ready refused(Outcome refusal, SecurityIdentity identity) {
    return new Ready(null, null, false, identity, refusal);
  }

  /** A request's work, which begins now. */
  Work work(SecurityIdentity identity) {
    return Work.within(limits, identity == null ? null : Tokens.name(identity));
  }

  /** Runs an operation on this thread; whatever goes wrong is in the outcome. */
  Outcome run(Ready ready, Work work) {
    if (ready.refusal() != null) {
      return ready.refusal();
    }
    if (work.expired()) {
      return Outcome.failed(CodedError.of(work.late(), null));
    }
    try {
      return inContext(ready.identity(), work, () -> engine.run(ready.run()));
    } catch (RuntimeException | StackOverflowError e) {
      return Outcome.failed(work.expired() ? CodedError.of(work.late(), null) : errors.of(e));
    }
  }

  /** Does something as part of a request: with its identity and its work. */
  <R> R inContext(SecurityIdentity identity, Work work, Supplier<R> something) {
    ManagedContext context = Arc.container().requestContext();
    context.activate();
    try {
      association.setIdentity(identity == null ? NOBODY : identity);
      return work.run(something);
    } finally {
      context.terminate();
    }
  }
}
