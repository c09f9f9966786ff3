package org.rostrum.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.Introspection;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
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
import io.smallrye.graphql.schema.model.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rostrum.engine.document.DocumentLimits;
import org.rostrum.engine.document.DocumentValidator;
import org.rostrum.engine.document.NumericLiteralGuard;
import org.rostrum.engine.document.PreparedDocument;
import org.rostrum.engine.document.ServedSchema;
import org.rostrum.engine.document.SupplementaryCharacterParser;
import org.rostrum.engine.execution.ExecutionTrace;
import org.rostrum.engine.execution.ObjectBatch;
import org.rostrum.engine.execution.PlanExecutor;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.engine.plan.ArgumentValues;
import org.rostrum.engine.plan.Plan;
import org.rostrum.engine.plan.Planner;
import org.rostrum.engine.plan.QueryCostCalculator;
import org.rostrum.engine.plan.SchemaWiring;
import org.rostrum.engine.response.ResponseWriter;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.error.LimitExceededException;
import org.rostrum.graph.request.Limits;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.store.sql.Database;

/** Prepares documents and runs their operations. */
@ApplicationScoped
public class Engine {

  /** How much text of documents is kept ready, in UTF-16 code units. */
  private static final long KEPT = 8_000_000;
  /** A document is never cheaper to keep than this. */
  private static final int LEAST = 500;
  /** How much memory plans may take, about, in bytes. */
  private static final long KEPT_PLANS = 64_000_000;
  private static final int PLAN_BYTES = 1_000;
  private static final int STEP_BYTES = 1_500;
  private static final String INTROSPECTED = "rostrum.introspected";
  /** For how many bytes a thread keeps room between two requests. */
  private static final int LARGEST_SCRATCH = 1_000_000;
  private static final int SCRATCH = 16_000;

  private final Limits limits;
  private final GraphQLErrorMapper errors;
  private final boolean introspection;
  private final GraphQLSchema schema;
  private final SchemaWiring wiring;
  private final Database database;
  private final GraphQL graphql;
  private final ParserOptions parsing;
  private final ThreadLocal<JsonBuffer> scratch = ThreadLocal.withInitial(() -> new JsonBuffer(SCRATCH));
  private final Cache<String, PreparedDocument> documents = Caffeine.newBuilder().maximumWeight(KEPT)
      .<String, PreparedDocument>weigher((text, prepared) -> LEAST + text.length()).build();
  private final Cache<PlanKey, Plan> plans = Caffeine.newBuilder().maximumWeight(KEPT_PLANS)
      .<PlanKey, Plan>weigher((key, plan) -> PLAN_BYTES + STEP_BYTES * plan.steps()).build();

  private record PlanKey(PreparedDocument prepared, String operation, List<Object> conditions) {}

  @Inject
  Engine(GraphQLSchema served, Schema model, @Any Instance<Object> beans, Database database, Limits limits, GraphQLErrorMapper errors,
      @ConfigProperty(name = "rostrum.introspection") boolean introspection) {
    this(ServedSchema.of(served), schema -> new SchemaWiring(schema, model, type -> beans.select(type).get()), database, limits, errors, introspection);
  }

  /** @param wire ties the fields of the schema to their data */
  Engine(GraphQLSchema schema, Function<GraphQLSchema, SchemaWiring> wire, Database database, Limits limits, GraphQLErrorMapper errors, boolean introspection) {
    this.limits = limits;
    this.errors = errors;
    this.introspection = introspection;
    this.schema = schema;
    this.database = database;
    wiring = wire.apply(schema);
    graphql = GraphQL.newGraphQL(schema).preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
        new PreparsedDocumentEntry(input.getGraphQLContext().<Document>get(INTROSPECTED)))).build();
    parsing = ParserOptions.getDefaultOperationParserOptions().transform(options -> options
        .maxTokens(limits.tokens()).maxCharacters(Integer.MAX_VALUE).captureLineComments(false));
    Validator.setMaxValidationErrors(limits.errors());
  }

  /** Makes sure that a broken schema is noticed at the start, not at the first request. */
  void onStart(@Observes StartupEvent start) {
    prepare("{ __typename }");
  }

  /** The schema that is served. */
  GraphQLSchema schema() {
    return schema;
  }

  /** The schema that is served, in GraphQL's schema definition language. */
  public String sdl() {
    return ServedSchema.printed(schema);
  }

  /** Where the data of its fields come from. */
  SchemaWiring wiring() {
    return wiring;
  }

  /** Parses and validates a document, within the limits; remembers the outcome. */
  public PreparedDocument prepare(String text) {
    PreparedDocument known = documents.getIfPresent(text);
    if (known != null) {
      return known;
    }
    PreparedDocument prepared = read(text);
    documents.put(text, prepared);
    return prepared;
  }

  private PreparedDocument read(String text) {
    try {
      NumericLiteralGuard.check(text);
      Document document = SupplementaryCharacterParser.parsed(text, whole -> new Parser().parseDocument(ParserEnvironment.newParserEnvironment()
          .document(whole).parserOptions(parsing).locale(Locale.ENGLISH).build()));
      DocumentLimits.check(limits, document);
      List<ValidationError> found = new DocumentValidator().validateDocument(schema, document, Locale.ENGLISH);
      return new PreparedDocument(document, errors.coded(found.stream().<GraphQLError>map(error -> error).limit(limits.errors()).toList()));
    } catch (LimitExceededException e) {
      return new PreparedDocument(null, List.of(ApiError.of(e, null)));
    } catch (DocumentLimits.FragmentCycle e) {
      return new PreparedDocument(null, List.of(e.error()));
    } catch (NumberFormatException e) {
      return new PreparedDocument(null, List.of(ApiError.of("GRAPHQL_PARSE_FAILED", "a number in the request has too large an exponent")));
    } catch (ParseCancelledException | ParseCancelledTooDeepException e) {
      LimitExceededException tooLong = new LimitExceededException("tokens", limits.tokens(), null,
          "the request has more than " + limits.tokens() + " tokens or is nested too deep", e.getLocation());
      return new PreparedDocument(null, List.of(ApiError.of(tooLong, null)));
    } catch (InvalidSyntaxException e) {
      return new PreparedDocument(null, errors.coded(List.of(e.toInvalidSyntaxError())));
    }
  }

  /** Runs an operation on this thread, as part of the current work: it stops when the time for that is up. */
  public EngineResult run(OperationRequest run) {
    Long cost = null;
    try {
      CoercedVariables variables = ValuesResolver.coerceVariableValues(schema, run.operation().getVariableDefinitions(),
          RawVariables.of(run.variables()), GraphQLContext.getDefault(), Locale.ENGLISH);
      Plan plan = plan(run, variables);
      refuseNulls(plan, variables);
      ArgumentValues values = new ArgumentValues(schema, plan, variables);
      cost = QueryCostCalculator.cost(plan, values);
      QueryCostCalculator.check(cost, limits.nodes());
      long known = cost;
      return plan.is(OperationDefinition.Operation.MUTATION) ? run(run, plan, values, known) : database.reading(() -> run(run, plan, values, known));
    } catch (LimitExceededException e) {
      return new EngineResult(null, List.of(ApiError.of(e, null)), cost, null);
    } catch (Refused e) {
      return new EngineResult(null, errors.coded(e.errors), cost, null);
    } catch (GraphQLException e) {
      if (e instanceof GraphQLError error) {
        return new EngineResult(null, errors.coded(List.of(error)), cost, null);
      }
      throw e;
    }
  }

  /** Thrown where a request turns out not to be answerable before any of its fields is asked. */
  private static final class Refused extends RuntimeException {
    private final transient List<GraphQLError> errors;

    Refused(List<GraphQLError> errors) {
      super(null, null, false, false);
      this.errors = errors;
    }
  }

  private Plan plan(OperationRequest run, CoercedVariables variables) {
    Map<String, Object> conditions = new LinkedHashMap<>();
    for (String name : run.prepared().conditions(run.operation())) {
      if (variables.get(name) == null) {
        throw new Refused(List.of(ApiError.of("BAD_USER_INPUT", "variables." + name + ": @skip and @include need true or false")));
      }
      conditions.put(name, variables.get(name));
    }
    PlanKey key = new PlanKey(run.prepared(), run.operation().getName(), List.copyOf(conditions.values()));
    return plans.get(key, missing -> Planner.plan(schema, wiring, run.prepared().document(), run.operation(), conditions));
  }

  /**
   * A variable that has a default may stand where null must not, and may still be null, as the client says. That is an error of
   * the field, or as here of the request (September 2025, section 5.8.5).
   */
  private static void refuseNulls(Plan plan, CoercedVariables variables) {
    Map<String, GraphQLError> errors = new LinkedHashMap<>();
    for (Plan.NonNullPlace place : plan.nonNullPlaces()) {
      String name = place.variable().getName();
      if (variables.containsKey(name) && variables.get(name) == null) {
        errors.putIfAbsent(name, new ApiError("BAD_USER_INPUT", "variables." + name + ": must not be null for " + place.path() + ", which is "
            + place.type(), List.of(place.variable().getSourceLocation()), null, Map.of()));
      }
    }
    if (!errors.isEmpty()) {
      throw new Refused(List.copyOf(errors.values()));
    }
  }

  private EngineResult run(OperationRequest run, Plan plan, ArgumentValues values, long cost) {
    RequestContext work = RequestContext.current();
    ExecutionTrace explanation = run.explained() ? new ExecutionTrace(work) : null;
    PlanExecutor execution = new PlanExecutor(wiring, database, values, work, explanation);
    List<GraphQLError> problems = new ArrayList<>();
    if (plan.is(OperationDefinition.Operation.SUBSCRIPTION) && work.event() == null) {
      execution.open(plan, problems);
      return outcome(JsonBuffer.ascii("null"), problems, cost, explanation);
    }
    Map<String, Object> introspected = plan.introspection().isEmpty() ? Map.of() : introspected(run, plan);
    JsonBuffer json = scratch.get();
    json.cut(0);
    try {
      byte[] data = data(plan, execution, new ResponseWriter(wiring, introspected, json, problems, limits.answer().asLongValue()), json);
      return outcome(data, problems, cost, explanation);
    } finally {
      if (json.capacity() > LARGEST_SCRATCH) {
        scratch.remove();
      }
    }
  }

  /** The fields of a mutation are answered one after the other, and none behind one that leaves no answer. */
  private static byte[] data(Plan plan, PlanExecutor execution, ResponseWriter writer, JsonBuffer json) {
    ObjectBatch root = PlanExecutor.root(plan);
    boolean serial = plan.is(OperationDefinition.Operation.MUTATION);
    int[] order = root.selection.order(root.selection.only);
    if (!serial) {
      execution.run(root, order);
    }
    boolean whole = true;
    json.raw('{');
    for (int index : order) {
      if (serial) {
        execution.run(root, index);
      }
      if (json.length() > 1) {
        json.raw(',');
      }
      whole &= writer.root(root, index);
      if (serial && !whole) {
        break;
      }
    }
    json.raw('}');
    return whole ? json.toBytes() : JsonBuffer.ascii("null");
  }

  private EngineResult outcome(byte[] data, List<GraphQLError> problems, long cost, ExecutionTrace explanation) {
    return new EngineResult(data, problems.isEmpty() ? List.of() : errors.coded(problems), cost, explanation == null ? null : explanation.toList());
  }

  /** What the schema's own fields give: graphql-java answers them. */
  private Map<String, Object> introspected(OperationRequest run, Plan plan) {
    Document whole = run.prepared().document();
    OperationDefinition part = run.operation().transform(operation -> operation.selectionSet(new SelectionSet(plan.introspection())));
    List<Definition> definitions = new ArrayList<>(List.of(part));
    definitions.addAll(whole.getDefinitionsOfType(FragmentDefinition.class));
    ExecutionResult result = graphql.execute(ExecutionInput.newExecutionInput().query("").operationName(run.operation().getName())
        .variables(run.variables()).locale(Locale.ENGLISH).graphQLContext(Map.of(
            INTROSPECTED, whole.transform(document -> document.definitions(definitions)),
            Introspection.INTROSPECTION_DISABLED, !introspection)).build());
    if (!result.getErrors().isEmpty()) {
      throw new Refused(result.getErrors());
    }
    return result.getData();
  }
}
