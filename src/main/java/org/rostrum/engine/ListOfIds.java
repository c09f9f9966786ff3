package org.rostrum.engine;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import java.util.List;
import org.rostrum.graph.NodeApi;

/**
 * Hands {@code nodes} its ids itself: SmallRye GraphQL 2.17.0 serves an argument that is a list of ids rightly as
 * {@code [ID!]!}, but then refuses every value ("Unknown Scalar Type [java.util.List]"). Lists of ids inside input objects
 * are not concerned.
 */
final class ListOfIds {

  private ListOfIds() {}

  /** The same schema with a fetcher of ours for {@code Query.nodes}. */
  static GraphQLSchema handedTo(NodeApi nodes, GraphQLSchema schema) {
    DataFetcher<?> fetcher = environment -> nodes.nodes(environment.<List<String>>getArgument("ids"));
    GraphQLCodeRegistry registry = schema.getCodeRegistry().transform(
        builder -> builder.dataFetcher(FieldCoordinates.coordinates("Query", "nodes"), fetcher));
    return schema.transform(builder -> builder.codeRegistry(registry));
  }
}
