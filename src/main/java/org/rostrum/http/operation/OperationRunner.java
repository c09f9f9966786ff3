package org.rostrum.http.operation;

import graphql.language.OperationDefinition;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.rostrum.engine.Engine;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.GraphQLErrorMapper;
import org.rostrum.engine.OperationRequest;
import org.rostrum.engine.document.PreparedDocument;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.request.Limits;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.http.auth.BearerTokenAuthenticator;
import org.rostrum.http.persisted.PersistedDocuments;
import org.rostrum.http.persisted.ResolvedDocument;
import org.rostrum.http.request.GraphQLRequest;
import org.rostrum.http.request.RequestRejectedException;

/** What every way in does with a request, once it has read it: finds the document and the operation, then runs it. */
@ApplicationScoped
public class OperationRunner {

  private static final SecurityIdentity NOBODY = QuarkusSecurityIdentity.builder().setAnonymous(true).build();

  private final Engine engine;
  private final PersistedDocuments documents;
  private final BearerTokenAuthenticator tokens;
  private final Limits limits;
  private final GraphQLErrorMapper errors;
  private final CurrentIdentityAssociation association;

  OperationRunner(Engine engine, PersistedDocuments documents, BearerTokenAuthenticator tokens, Limits limits, GraphQLErrorMapper errors, CurrentIdentityAssociation association) {
    this.engine = engine;
    this.documents = documents;
    this.tokens = tokens;
    this.limits = limits;
    this.errors = errors;
    this.association = association;
  }

  public PreparedOperation ready(GraphQLRequest request, SecurityIdentity identity) {
    return ready(request, identity, false);
  }

  /**
   * Finds what a request is to run.
   *
   * @param explained whether the answer is to say what was done at each place of the plan
   * @throws RequestRejectedException when the document may not be run at all, or only by somebody else
   */
  public PreparedOperation ready(GraphQLRequest request, SecurityIdentity identity, boolean explained) {
    ResolvedDocument meant = documents.meant(request);
    PreparedDocument prepared = engine.prepare(meant.text());
    if (!prepared.errors().isEmpty()) {
      return refused(EngineResult.failed(prepared.errors()), identity);
    }
    OperationDefinition operation = prepared.operation(request.operationName()).orElse(null);
    if (operation == null) {
      String problem = request.operationName() == null || request.operationName().isEmpty()
          ? "operationName: must be given, the document has several operations or none"
          : "operationName: the document has no operation of this name";
      return refused(EngineResult.failed(ApiError.of("GRAPHQL_VALIDATION_FAILED", problem)), identity);
    }
    OperationRequest run = new OperationRequest(prepared, operation, request.variables(), explained);
    PreparedOperation ready = new PreparedOperation(run, operation, meant.persisted(), identity, null);
    return ready.is(OperationDefinition.Operation.MUTATION) && identity == null
        ? refused(EngineResult.failed(tokens.missing().error()), null) : ready;
  }

  private static PreparedOperation refused(EngineResult refusal, SecurityIdentity identity) {
    return new PreparedOperation(null, null, false, identity, refusal);
  }

  /** A request's work, which begins now. */
  public RequestContext work(SecurityIdentity identity) {
    return RequestContext.within(limits, identity == null ? null : BearerTokenAuthenticator.name(identity));
  }

  /** Runs an operation on this thread; whatever goes wrong is in the outcome. */
  public EngineResult run(PreparedOperation ready, RequestContext work) {
    if (ready.refusal() != null) {
      return ready.refusal();
    }
    if (work.expired()) {
      return EngineResult.failed(ApiError.of(work.late(), null));
    }
    try {
      return inContext(ready.identity(), work, () -> engine.run(ready.run()));
    } catch (RuntimeException | StackOverflowError e) {
      return EngineResult.failed(work.expired() ? ApiError.of(work.late(), null) : errors.of(e));
    }
  }

  /** Does something as part of a request: with its identity and its work. */
  public <R> R inContext(SecurityIdentity identity, RequestContext work, Supplier<R> something) {
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
