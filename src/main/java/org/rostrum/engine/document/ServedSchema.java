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
 * The schema as clients see it. The platform generates it with directives that the engine does not implement, and
 * scalars that only those use: they are left out of introspection and of the schema's text.
 */
public final class ServedSchema {

    /**
     * The directives of the GraphQL specification, September 2025, and the one that names a mutation's role.
     * graphql-java adds others to every schema that cannot be removed.
     */
    private static final Set<String> SUPPORTED_DIRECTIVES =
            Set.of("skip", "include", "deprecated", "specifiedBy", "oneOf", "rolesAllowed");

    private ServedSchema() {}

    /** Whether the engine implements a directive, so that documents may use it. */
    static boolean supports(String directive) {
        return SUPPORTED_DIRECTIVES.contains(directive);
    }

    /** The platform's schema with strict scalars and without unsupported directives. */
    public static GraphQLSchema of(GraphQLSchema platform) {
        GraphQLSchema strict = StrictScalars.in(platform);
        DataFetcher<?> fetcher = environment -> supportedDirectives(environment.getGraphQLSchema());
        GraphQLCodeRegistry registry = strict.getCodeRegistry()
                .transform(builder -> builder.dataFetcher(
                        FieldCoordinates.coordinates(Introspection.__Schema.getName(), "directives"), fetcher));
        return strict.transform(builder -> {
            List<GraphQLDirective> supported = supportedDirectives(strict);
            builder.clearDirectives().codeRegistry(registry);
            supported.forEach(builder::additionalDirective);
        });
    }

    private static List<GraphQLDirective> supportedDirectives(GraphQLSchema schema) {
        return schema.getDirectives().stream()
                .filter(directive -> supports(directive.getName()))
                .toList();
    }

    /** The schema in GraphQL's schema definition language, sorted by name. */
    public static String printed(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .descriptionsAsHashComments(false)
                        .includeScalarTypes(true)
                        .useAstDefinitions(false)
                        .includeSchemaElement(ServedSchema::isServed))
                .print(schema);
    }

    private static boolean isServed(GraphQLSchemaElement element) {
        return !(element instanceof GraphQLDirective directive) || supports(directive.getName());
    }
}
