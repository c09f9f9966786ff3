package org.rostrum.engine.plan;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import org.rostrum.engine.json.LeafSerializer;

/**
 * A field's type as the writer needs it, from the outside in.
 *
 * @param nonNull whether null must not stand here
 * @param item    for a list: the shape of its items; null else
 * @param leaf    for a scalar or enum: how it is written; null else
 * @param name    the type without the outer exclamation mark, as GraphQL writes it: for errors
 */
public record OutputType(boolean nonNull, OutputType item, LeafSerializer leaf, String name) {

  static OutputType of(GraphQLOutputType type) {
    boolean nonNull = type instanceof GraphQLNonNull;
    GraphQLOutputType inner = (GraphQLOutputType) GraphQLTypeUtil.unwrapNonNull(type);
    String name = GraphQLTypeUtil.simplePrint(inner);
    if (inner instanceof GraphQLList list) {
      return new OutputType(nonNull, of((GraphQLOutputType) list.getWrappedType()), null, name);
    }
    if (inner instanceof GraphQLScalarType scalar) {
      return new OutputType(nonNull, null, LeafSerializer.of(scalar), name);
    }
    return new OutputType(nonNull, null, inner instanceof GraphQLEnumType choice ? LeafSerializer.of(choice) : null, name);
  }
}
