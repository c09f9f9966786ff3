package org.rostrum.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.execution.error.ExceptionHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dataloader.DataLoaderRegistry;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.reactivestreams.Publisher;
import org.rostrum.graph.CodedError;
import org.rostrum.graph.ErrorCodes;
import org.rostrum.graph.LimitError;
import org.rostrum.graph.Limits;
import org.rostrum.graph.NodeApi;
import org.rostrum.graph.NodeLimit;
import org.rostrum.graph.Work;

/** Prepares documents and runs their operations. */
@ApplicationScoped
public class Engine {

  /** How much text of documents is kept ready, in UTF-16 code units. */
  private static final long KEPT = 8_000_000;
  /** A document is never cheaper to keep than this. */
  private static final int LEAST = 500;
  private static final long SPARE_MILLIS = 1_000;
  private static final String PREPARED = "rostrum.prepared";

  private final Limits limits;
  private final ErrorCodes errors;
  private final boolean introspection;
  private final GraphQLSchema schema;
  private final GraphQL graphql;
  private final ParserOptions parsing;
  private final Cache<String, Prepared> documents = Caffeine.newBuilder().maximumWeight(KEPT)
      .<String, Prepared>weigher((text, prepared) -> LEAST + text.length()).build();

  Engine(GraphQLSchema served, NodeApi nodes, Limits limits, ErrorCodes errors,
      @ConfigProperty(name = "rostrum.introspection") boolean introspection) {
    this.limits = limits;
    this.errors = errors;
    this.introspection = introspection;
    schema = ListOfIds.handedTo(nodes, StrictScalars.in(served));
    graphql = GraphQL.newGraphQL(schema)
        .instrumentation(new ChainedInstrumentation(new NodeLimit(limits.nodes()), new RunningLimits()))
        .defaultDataFetcherExceptionHandler(new ExceptionHandler())
        .subscriptionExecutionStrategy(new SubscriptionExecutionStrategy(new ExceptionHandler()))
        .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
            new PreparsedDocumentEntry(input.getGraphQLContext().<Prepared>get(PREPARED).document())))
        .build();
    parsing = ParserOptions.getDefaultOperationParserOptions().transform(options -> options
        .maxTokens(limits.tokens()).maxCharacters(Integer.MAX_VALUE).captureLineComments(false));
    Validator.setMaxValidationErrors(limits.errors());
  }

  /** Makes sure that a broken schema is noticed at the start, not at the first request. */
  void onStart(@Observes StartupEvent start) {
    prepare("{ __typename }");
  }

  /** What is run: a prepared operation with what the client sent along. */
  public record Run(Prepared prepared, String operationName, Map<String, Object> variables) {}

  /**
   * What came out.
   *
   * @param result data and coded errors
   * @param cost   how many records were asked for; null when the operation did not get as far as that
   */
  public record Outcome(ExecutionResult result, Long cost) {}

  /** Parses and validates a document, within the limits; remembers the outcome. */
  public Prepared prepare(String text) {
    Prepared known = documents.getIfPresent(text);
    if (known != null) {
      return known;
    }
    Prepared prepared = read(text);
    documents.put(text, prepared);
    return prepared;
  }

  private Prepared read(String text) {
    try {
      NumberLimit.check(text);
      Document document = Astral.parsed(text, whole -> new Parser().parseDocument(ParserEnvironment.newParserEnvironment()
          .document(whole).parserOptions(parsing).locale(Locale.ENGLISH).build()));
      DocumentLimits.check(limits, document);
      List<ValidationError> found = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
      return new Prepared(text, document, errors.coded(found.stream().<GraphQLError>map(error -> error).limit(limits.errors()).toList()));
    } catch (LimitError e) {
      return new Prepared(text, null, List.of(CodedError.of(e, null)));
    } catch (DocumentLimits.FragmentCycle e) {
      return new Prepared(text, null, List.of(e.error()));
    } catch (NumberFormatException e) {
      return new Prepared(text, null, List.of(CodedError.of("GRAPHQL_PARSE_FAILED", "a number in the request has too large an exponent")));
    } catch (ParseCancelledException | ParseCancelledTooDeepException e) {
      LimitError tooLong = new LimitError("tokens", limits.tokens(), null,
          "the request has more than " + limits.tokens() + " tokens or is nested too deep", e.getLocation());
      return new Prepared(text, null, List.of(CodedError.of(tooLong, null)));
    } catch (InvalidSyntaxException e) {
      return new Prepared(text, null, errors.coded(List.of(e.toInvalidSyntaxError())));
    }
  }

  /** Runs an operation on this thread, as part of the current work: it stops when the time for that is up. */
  public Outcome run(Run run) {
    ExecutionInput input = input(run);
    try {
      return new Outcome(coded(single(done(graphql.executeAsync(input)))), input.getGraphQLContext().get(NodeLimit.COST));
    } finally {
      SmallRyeContextManager.clearCurrentSmallRyeContext();
    }
  }

  private ExecutionInput input(Run run) {
    // The platform's fetchers want a context that says that there is a request; nothing reads what is in it.
    return ExecutionInput.newExecutionInput().query(run.prepared.text()).operationName(run.operationName)
        .variables(run.variables).locale(Locale.ENGLISH).dataLoaderRegistry(new DataLoaderRegistry())
        .graphQLContext(Map.of(PREPARED, run.prepared, "runBlocking", true,
            Introspection.INTROSPECTION_DISABLED, !introspection,
            SmallRyeContextManager.CONTEXT, SmallRyeContextManager.fromInitialRequest(JsonValue.EMPTY_JSON_OBJECT)))
        .build();
  }

  /** All of it runs on this thread; where it does not come to an end all the same, the thread is not given away for ever. */
  private static ExecutionResult done(CompletableFuture<ExecutionResult> execution) {
    Work work = Work.current();
    try {
      return work.left() == null ? execution.join() : execution.get(work.left().toMillis() + SPARE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return failed(List.of(CodedError.of(work.late(), null)));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A subscription's field gives one event at a time, or none when it is opened. */
  private static ExecutionResult single(ExecutionResult result) {
    if (!(result.getData() instanceof Publisher<?>)) {
      return result;
    }
    Publisher<ExecutionResult> events = result.getData();
    One one = new One();
    events.subscribe(one);
    return one.result;
  }

  private ExecutionResult coded(ExecutionResult result) {
    LimitError stopped = Work.current().stopped();
    if (stopped != null) {
      return failed(List.of(CodedError.of(stopped, null)));
    }
    if (result.getErrors().isEmpty()) {
      return result;
    }
    List<GraphQLError> coded = errors.coded(result.getErrors());
    return result.transform(builder -> builder.errors(coded));
  }

  /** An answer without data. */
  public static ExecutionResult failed(List<GraphQLError> errors) {
    return ExecutionResultImpl.newExecutionResult().errors(errors).build();
  }
}
