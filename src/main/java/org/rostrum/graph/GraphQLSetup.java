package org.rostrum.graph;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Puts our own pieces into the platform's GraphQL engine. */
@ApplicationScoped
public class GraphQLSetup {

  private static final int DOCUMENTS = 1_000;

  private final Limits limits;
  private final ErrorCodes errors;
  private final Instance<NodeApi> nodes;

  GraphQLSetup(Limits limits, ErrorCodes errors, @Any Instance<NodeApi> nodes) {
    this.nodes = nodes;
    this.limits = limits;
    this.errors = errors;
  }

  /** Setting the instrumentation replaces the platform's whole chain, its document cache included; hence our own. */
  void set(@Observes GraphQL.Builder builder) {
    builder.instrumentation(new ChainedInstrumentation(List.of(
        new RequestInstrumentation(errors),
        new StrictScalars(),
        new ListOfIds(nodes),
        new DepthLimit(limits.depth()),
        new NodeLimit(limits.nodes()))));
    Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder().maximumSize(DOCUMENTS).build();
    builder.preparsedDocumentProvider((input, parseAndValidate) -> CompletableFuture.completedFuture(
        documents.get(input.getQuery(), query -> parseAndValidate.apply(input))));
  }
}
