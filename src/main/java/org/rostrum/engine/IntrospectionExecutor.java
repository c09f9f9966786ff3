package org.rostrum.engine;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.Introspection;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.rostrum.engine.plan.Plan;

/** Executes an operation's {@code __schema} and {@code __type} fields by graphql-java, as a document of their own. */
final class IntrospectionExecutor {

    private static final String DOCUMENT = "rostrum.introspection.document";

    private final GraphQL graphql;
    private final boolean enabled;

    IntrospectionExecutor(GraphQLSchema schema, boolean enabled) {
        this.enabled = enabled;
        // The document is validated already, so it is passed around graphql-java's parser and validator.
        graphql = GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        new PreparsedDocumentEntry(input.getGraphQLContext().<Document>get(DOCUMENT))))
                .build();
    }

    /**
     * The values of a plan's introspection fields, by response key.
     *
     * @throws RequestErrorException when introspection is disabled or a query for it is refused
     */
    Map<String, Object> execute(OperationRequest request, Plan plan) {
        if (plan.introspection().isEmpty()) {
            return Map.of();
        }
        Document document = request.prepared().document();
        OperationDefinition operation =
                request.operation().transform(builder -> builder.selectionSet(new SelectionSet(plan.introspection())));
        @SuppressWarnings("rawtypes") // graphql-java takes them so
        List<Definition> definitions = new ArrayList<>(List.of(operation));
        definitions.addAll(document.getDefinitionsOfType(FragmentDefinition.class));
        ExecutionResult result = graphql.execute(ExecutionInput.newExecutionInput()
                .query("")
                .operationName(request.operation().getName())
                .variables(request.variables())
                .locale(Locale.ENGLISH)
                .graphQLContext(Map.of(
                        DOCUMENT,
                        document.transform(builder -> builder.definitions(definitions)),
                        Introspection.INTROSPECTION_DISABLED,
                        !enabled))
                .build());
        if (!result.getErrors().isEmpty()) {
            throw new RequestErrorException(result.getErrors());
        }
        return result.getData();
    }
}
