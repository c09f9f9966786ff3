package org.rostrum.engine.plan;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.json.LeafSerializer;

/**
 * A field's type in the form that the response is written with.
 *
 * @param nonNull whether null is not allowed
 * @param item the type of a list's items; null where the type is not a list
 * @param leaf the serializer of a scalar or enum; null otherwise
 * @param name the type in GraphQL's notation without the outer exclamation mark, for error messages
 */
public record OutputType(
        boolean nonNull,
        @Nullable OutputType item,
        @Nullable LeafSerializer leaf,
        String name) {

    static OutputType of(GraphQLOutputType type) {
        boolean nonNull = type instanceof GraphQLNonNull;
        GraphQLOutputType nullable = (GraphQLOutputType) GraphQLTypeUtil.unwrapNonNull(type);
        String name = GraphQLTypeUtil.simplePrint(nullable);
        if (nullable instanceof GraphQLList list) {
            return new OutputType(nonNull, of((GraphQLOutputType) list.getWrappedType()), null, name);
        }
        if (nullable instanceof GraphQLScalarType scalar) {
            return new OutputType(nonNull, null, LeafSerializer.of(scalar), name);
        }
        return new OutputType(
                nonNull, null, nullable instanceof GraphQLEnumType choice ? LeafSerializer.of(choice) : null, name);
    }
}
