package org.rostrum.http.operation;

import graphql.language.OperationDefinition;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

/** Prepares and runs the operations of requests, whatever the transport. Its methods block. */
@ApplicationScoped
public class OperationRunner {

    private static final SecurityIdentity ANONYMOUS =
            QuarkusSecurityIdentity.builder().setAnonymous(true).build();

    private final Engine engine;
    private final PersistedDocuments documents;
    private final BearerTokenAuthenticator authenticator;
    private final Limits limits;
    private final GraphQLErrorMapper errorMapper;
    private final CurrentIdentityAssociation association;

    OperationRunner(
            Engine engine,
            PersistedDocuments documents,
            BearerTokenAuthenticator authenticator,
            Limits limits,
            GraphQLErrorMapper errorMapper,
            CurrentIdentityAssociation association) {
        this.engine = engine;
        this.documents = documents;
        this.authenticator = authenticator;
        this.limits = limits;
        this.errorMapper = errorMapper;
        this.association = association;
    }

    /**
     * Resolves a request's document and selects its operation.
     *
     * @param identity who sent the request; null for an anonymous client
     * @param explained whether the response reports the execution plan
     * @throws RequestRejectedException when the client may not run the document
     */
    public PreparedOperation prepare(GraphQLRequest request, @Nullable SecurityIdentity identity, boolean explained) {
        ResolvedDocument resolved = documents.resolve(request);
        PreparedDocument document = engine.prepare(resolved.text());
        if (!document.errors().isEmpty()) {
            return new PreparedOperation.RequestError(EngineResult.rejected(document.errors()), identity);
        }
        Optional<OperationDefinition> operation = document.operation(request.operationName());
        if (operation.isEmpty()) {
            String problem =
                    request.operationName() == null || request.operationName().isEmpty()
                            ? "operationName: must be given, the document has several operations or none"
                            : "operationName: the document has no operation of this name";
            return new PreparedOperation.RequestError(
                    EngineResult.rejected(ApiError.of("GRAPHQL_VALIDATION_FAILED", problem)), identity);
        }
        if (operation.get().getOperation() == OperationDefinition.Operation.MUTATION && identity == null) {
            return new PreparedOperation.RequestError(
                    EngineResult.rejected(authenticator.tokenRequired().error()), null);
        }
        return new PreparedOperation.Executable(
                new OperationRequest(document, operation.get(), request.variables(), explained),
                resolved.persisted(),
                identity);
    }

    /** The context of a request that starts now: its deadline counts from here. */
    public RequestContext newContext(@Nullable SecurityIdentity identity) {
        return RequestContext.start(limits, identity == null ? null : BearerTokenAuthenticator.callerName(identity));
    }

    /** Runs an operation on this thread; its failures, of any kind, are errors in the result. */
    public EngineResult run(PreparedOperation operation, RequestContext context) {
        if (operation instanceof PreparedOperation.RequestError rejected) {
            return rejected.result();
        }
        PreparedOperation.Executable executable = (PreparedOperation.Executable) operation;
        if (context.isExpired()) {
            return EngineResult.rejected(ApiError.of(context.deadlineExceeded(), null));
        }
        try {
            return callWith(executable.identity(), context, () -> engine.execute(executable.request()));
        } catch (RuntimeException | StackOverflowError e) {
            return EngineResult.rejected(
                    context.isExpired() ? ApiError.of(context.deadlineExceeded(), null) : errorMapper.of(e));
        }
    }

    /** Calls something on this thread as part of a request: with its identity, its context and CDI's request scope. */
    public <R> R callWith(@Nullable SecurityIdentity identity, RequestContext context, Supplier<R> task) {
        ManagedContext scope = Arc.container().requestContext();
        scope.activate();
        try {
            association.setIdentity(identity == null ? ANONYMOUS : identity);
            return context.run(task);
        } finally {
            scope.terminate();
        }
    }
}
