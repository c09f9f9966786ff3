package org.rostrum.engine.document;

import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.idl.SchemaPrinter;
import java.util.List;
import java.util.Set;

/**
 * The schema as clients see it. The platform makes it of the annotations, with directives that nothing here honours, and scalars
 * that only those directives use: it tells of neither, in introspection nor as text.
 */
public final class ServedSchema {

  /**
   * Those of the specification of September 2025, and what tells the role that a mutation needs. graphql-java adds more to every
   * schema, which cannot be taken out again.
   */
  private static final Set<String> HONOURED = Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf", "rolesAllowed");

  private ServedSchema() {}

  /** Whether a document or the schema may have a directive. */
  static boolean honours(String directive) {
    return HONOURED.contains(directive);
  }

  /** What is served of the platform's schema. */
  public static GraphQLSchema of(GraphQLSchema platform) {
    GraphQLSchema strict = StrictScalars.in(platform);
    DataFetcher<?> directives = environment -> honoured(environment.getGraphQLSchema());
    GraphQLCodeRegistry registry = strict.getCodeRegistry().transform(builder -> builder.dataFetcher(
        FieldCoordinates.coordinates(Introspection.__Schema.getName(), "directives"), directives));
    return strict.transform(builder -> {
      List<GraphQLDirective> honoured = honoured(strict);
      builder.clearDirectives().codeRegistry(registry);
      honoured.forEach(builder::additionalDirective);
    });
  }

  private static List<GraphQLDirective> honoured(GraphQLSchema schema) {
    return schema.getDirectives().stream().filter(directive -> honours(directive.getName())).toList();
  }

  /** The schema in GraphQL's schema definition language, in the order of names. */
  public static String printed(GraphQLSchema schema) {
    return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
        .descriptionsAsHashComments(false).includeScalarTypes(true).useAstDefinitions(false)
        .includeSchemaElement(ServedSchema::isServed)).print(schema);
  }

  private static boolean isServed(GraphQLSchemaElement element) {
    return !(element instanceof GraphQLDirective directive) || honours(directive.getName());
  }
}
