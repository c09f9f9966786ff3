package org.rostrum.graph;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import io.smallrye.graphql.spi.EventingService;
import jakarta.enterprise.inject.spi.CDI;
import java.util.concurrent.CompletableFuture;

/**
 * Puts our own pieces into the platform's GraphQL engine. A service and not an observer of the platform's CDI events: those,
 * once switched on, are fired for every field of every row.
 */
public class GraphQLSetup implements EventingService {

  private static final int DOCUMENTS = 1_000;

  /** No key: always on. */
  @Override
  public String getConfigKey() {
    return null;
  }

  /** Setting the instrumentation replaces the platform's whole chain, its document cache included; hence our own. */
  @Override
  public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
    builder.instrumentation(CDI.current().select(Instrumentations.class).get().all());
    Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder().maximumSize(DOCUMENTS).build();
    return builder.preparsedDocumentProvider((input, parseAndValidate) -> CompletableFuture.completedFuture(
        documents.get(input.getQuery(), query -> parseAndValidate.apply(input))));
  }
}
