package org.rostrum.engine.response;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The error of a field that must not be null but is.
 *
 * @param path the field's path in the response
 * @param message in graphql-java's words
 */
record NonNullFieldError(List<Object> path, String message) implements GraphQLError {

    static NonNullFieldError missing(List<Object> path, String pathText, String type, String parentType) {
        return new NonNullFieldError(
                path,
                "The field at path '" + pathText
                        + "' was declared as a non null type, but the code involved in retrieving"
                        + " data has wrongly returned a null value.  The graphql specification requires that the parent field be set to null, or if"
                        + " that is non nullable that it bubble up null to its parent and so on. The non-nullable type is '"
                        + type
                        + "' within parent type '" + parentType + "'");
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public List<Object> getPath() {
        return path;
    }

    @Override
    public @Nullable List<SourceLocation> getLocations() {
        return null;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.NullValueInNonNullableField;
    }
}
