package org.rostrum.engine;

import graphql.GraphQLError;
import java.util.List;

/**
 * Thrown when a request turns out to be in error before any of its fields is resolved: the result has errors and no
 * data.
 */
final class RequestErrorException extends RuntimeException {

    private final transient List<GraphQLError> errors;

    RequestErrorException(List<GraphQLError> errors) {
        super(null, null, false, false);
        this.errors = errors;
    }

    List<GraphQLError> errors() {
        return errors;
    }
}
