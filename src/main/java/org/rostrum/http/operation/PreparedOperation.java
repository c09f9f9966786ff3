package org.rostrum.http.operation;

import graphql.language.OperationDefinition;
import io.quarkus.security.identity.SecurityIdentity;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.EngineResult;
import org.rostrum.engine.OperationRequest;

/** What became of a request after its document was resolved, parsed and validated. */
public sealed interface PreparedOperation {

    /** Who sent the request; null for an anonymous client. */
    SecurityIdentity identity();

    /** Whether this is an operation of a kind that can be run. */
    default boolean is(OperationDefinition.Operation kind) {
        return this instanceof Executable executable
                && executable.request.operation().getOperation() == kind;
    }

    /**
     * An operation that can be run.
     *
     * @param request what the engine runs
     * @param persisted whether the client named the document without sending it
     * @param identity who sent it; null for an anonymous client
     */
    record Executable(
            OperationRequest request,
            boolean persisted,
            @Nullable SecurityIdentity identity) implements PreparedOperation {}

    /**
     * A request that cannot be run.
     *
     * @param result the response: errors only
     * @param identity who sent it; null for an anonymous client
     */
    record RequestError(EngineResult result, @Nullable SecurityIdentity identity) implements PreparedOperation {}
}
