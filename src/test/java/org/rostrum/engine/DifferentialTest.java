package org.rostrum.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.rostrum.api.RandomDocuments;
import org.rostrum.claim.ClaimCount;
import org.rostrum.connection.Connection;
import org.rostrum.connection.Edge;
import org.rostrum.engine.document.PreparedDocument;
import org.rostrum.engine.document.SupplementaryCharacterParser;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.engine.plan.Plan;
import org.rostrum.engine.plan.Planner;
import org.rostrum.engine.plan.SchemaWiring;
import org.rostrum.engine.resolver.FieldFetcher;
import org.rostrum.graph.error.ApiError;
import org.rostrum.graph.request.Limits;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.ToOneAssociation;
import org.rostrum.store.sql.Database;

/**
 * The engine's responses equal those of graphql-java's own execution strategy byte by byte. That one fetches objects
 * one by one, with all columns and without joins, so this also tests batches, column selection and joins.
 */
@QuarkusTest
@TestProfile(DifferentialTest.Sample.class)
class DifferentialTest {

    /** A database with the sample articles. */
    public static class Sample implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "rostrum.sample-data",
                    "true",
                    "quarkus.datasource.username",
                    "rostrum",
                    "quarkus.datasource.password",
                    "rostrum",
                    "quarkus.datasource.jdbc.url",
                    "jdbc:h2:mem:differential;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        }
    }

    private static final long SEED = 20_250_313;
    private static final int DOCUMENTS = 5_000;
    private static final int DOCUMENTS_THAT_FAIL = 2_500;
    /** Fetching objects one by one is slow. */
    private static final int MAX_COST = 1_500;

    @Inject
    Engine served;

    @Inject
    Schema model;

    @Inject
    @Any
    Instance<Object> beans;

    @Inject
    Database database;

    @Inject
    Limits limits;

    /** Leaves errors as they are, with all details. */
    private static final class UnchangedErrors extends GraphQLErrorMapper {
        @Override
        public List<GraphQLError> withCodes(List<GraphQLError> errors) {
            return errors;
        }
    }

    private Limits wide() {
        return (Limits) Proxy.newProxyInstance(
                Limits.class.getClassLoader(),
                new Class<?>[] {Limits.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "nodes" -> MAX_COST;
                    // Fetching objects one by one takes long on a busy machine, and a request past its deadline gets a
                    // different response.
                    case "deadline" -> Duration.ofMinutes(10);
                    case "fetches", "aliases", "fields", "spreads" -> 1_000_000;
                    default -> method.invoke(limits, arguments);
                });
    }

    private Engine engine(Function<GraphQLSchema, SchemaWiring> wire) {
        return new Engine(served.schema(), wire, database, wide(), new UnchangedErrors(), true);
    }

    private SchemaWiring wiring(GraphQLSchema schema) {
        return new SchemaWiring(schema, model, type -> beans.select(type).get());
    }

    /**
     * The same schema with each field fetched for one object at a time. It is given documents that the engine has
     * parsed, because graphql-java's own parser fails on some supplementary characters, see
     * {@link SupplementaryCharacterParser}.
     */
    private static GraphQL reference(Engine engine) {
        GraphQLSchema schema = engine.schema();
        GraphQLCodeRegistry registry = GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry())
                .clearDataFetchers()
                .build()
                .transform(builder -> {
                    for (GraphQLNamedType type : schema.getAllTypesAsList()) {
                        if (type instanceof GraphQLObjectType object
                                && !type.getName().startsWith("__")) {
                            for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                                builder.dataFetcher(
                                        FieldCoordinates.coordinates(type.getName(), field.getName()),
                                        fetcher(engine.wiring(), type.getName(), field.getName()));
                            }
                        }
                        if (type instanceof GraphQLInterfaceType choice) {
                            builder.typeResolver(
                                    choice, environment -> engine.wiring().typeOf(environment.getObject()));
                        }
                        if (type instanceof GraphQLUnionType choice) {
                            builder.typeResolver(
                                    choice, environment -> engine.wiring().typeOf(environment.getObject()));
                        }
                    }
                });
        return GraphQL.newGraphQL(schema.transform(builder -> builder.codeRegistry(registry)))
                .preparsedDocumentProvider(
                        (input, parse) -> CompletableFuture.completedFuture(new PreparsedDocumentEntry(
                                engine.prepare(input.getQuery()).document())))
                .build();
    }

    private static DataFetcher<?> fetcher(SchemaWiring wiring, String type, String field) {
        return environment -> {
            FieldFetcher fetcher = wiring.fetcher(type, field);
            try {
                if (fetcher instanceof FieldFetcher.PropertyFetcher property) {
                    return property.get(environment.getSource());
                }
                if (fetcher instanceof FieldFetcher.RootFetcher root) {
                    return root.fetch(environment.getArguments(), FieldSelection.ALL);
                }
                Object value = ((FieldFetcher.BatchFetcher) fetcher)
                        .fetch(List.of(environment.<Object>getSource()), environment.getArguments(), FieldSelection.ALL)
                        .get(0);
                if (value instanceof FieldFetcher.FailedFetch failed) {
                    throw failed.cause();
                }
                return value;
            } catch (Exception e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Test
    void randomDocumentsHaveEqualResponses() {
        Engine engine = engine(this::wiring);
        Tally tally = compare(engine, SEED, DOCUMENTS);
        assertTrue(tally.bytes > 1_000_000, tally::toString);
        assertTrue(tally.refused > 20, tally::toString);
    }

    @Test
    void randomFieldErrorsAndNullsHaveEqualResponses() {
        for (int oneIn : List.of(10, 40, 200)) {
            Engine engine = engine(schema -> new FaultyWiring(wiring(schema), oneIn));
            Tally tally = compare(engine, SEED + oneIn, DOCUMENTS_THAT_FAIL / 3);
            assertTrue(tally.errors > 200, tally::toString);
        }
    }

    /** Four types with selections of their own at each of five levels: 1,024 paths through types. */
    @Test
    void aPlanDoesNotGrowWithTheNumberOfPathsThroughTypes() {
        String selection = "name";
        for (int level = 0; level < 5; level++) {
            selection = """
          claims(first: 1) { nodes { speaker { %s } } }
          ... on Person { claims(first: 1) { nodes { id } } } ... on Organization { claims(first: 1) { nodes { text } } }
          ... on Group { claims(first: 1) { nodes { cue } } } ... on Country { claims(first: 1) { nodes { kind } } }""".formatted(selection);
        }
        PreparedDocument prepared = served.prepare("{ actors(first: 1) { nodes { " + selection + " } } }");
        assertEquals(List.of(), prepared.errors());
        Plan plan = Planner.plan(
                served.schema(),
                served.wiring(),
                prepared.document(),
                prepared.operation(null).orElseThrow(),
                Map.of());
        assertTrue(plan.steps() < 200, () -> plan.steps() + " steps");
    }

    @Test
    void aResponseThatGrowsTooLargeIsStopped() {
        Limits narrow = (Limits) Proxy.newProxyInstance(
                Limits.class.getClassLoader(),
                new Class<?>[] {Limits.class},
                (proxy, method, arguments) -> method.getName().equals("answer")
                        ? new MemorySize(BigInteger.valueOf(3_000))
                        : method.invoke(limits, arguments));
        Engine engine = new Engine(served.schema(), this::wiring, database, narrow, new UnchangedErrors(), true);
        PreparedDocument prepared = engine.prepare("query($n: Int) { articles(first: $n) { nodes { body } } }");
        EngineResult large = run(() -> engine.execute(
                new OperationRequest(prepared, prepared.operation(null).orElseThrow(), Map.of("n", 6), false)));
        assertEquals(
                "the request was stopped: its answer is larger than the limit of 3000 bytes",
                large.errors().get(0).getMessage());
        assertEquals(null, large.data());
        EngineResult small = run(() -> engine.execute(
                new OperationRequest(prepared, prepared.operation(null).orElseThrow(), Map.of("n", 1), false)));
        assertEquals(List.of(), small.errors());
    }

    private static final class Tally {
        private long documents;
        private long bytes;
        private long errors;
        private long refused;

        @Override
        public String toString() {
            return documents + " documents, " + bytes + " bytes, " + errors + " errors, " + refused + " refused";
        }
    }

    private Tally compare(Engine engine, long seed, int count) {
        GraphQL reference = reference(engine);
        RandomDocuments documents = new RandomDocuments(engine.schema(), ids(engine(this::wiring)), seed);
        Tally tally = new Tally();
        while (tally.documents < count) {
            RandomDocuments.Made made = documents.query();
            compare(engine, reference, made.document(), made.variables(), tally);
        }
        return tally;
    }

    private void compare(
            Engine engine, GraphQL reference, String document, Map<String, Object> variables, Tally tally) {
        PreparedDocument prepared = engine.prepare(document);
        assertEquals(List.of(), prepared.errors(), document);
        OperationDefinition operation = prepared.operation(null).orElseThrow();
        EngineResult ours = run(() -> engine.execute(new OperationRequest(prepared, operation, variables, false)));
        if (ours.data() == null && String.valueOf(ours.errors()).contains("more than the limit")) {
            return;
        }
        String request = document + "\n" + variables;
        if (!ours.errors().isEmpty()
                && ours.errors().get(0) instanceof ApiError error
                && error.code().equals("BAD_USER_INPUT")) {
            // Null for a variable with a default: graphql-java notices it late and only in some places, and reports it
            // as an internal error in others.
            assertTrue(
                    ours.data() == null
                            && variables.containsValue(null)
                            && error.message().startsWith("variables."),
                    request);
            tally.refused++;
            return;
        }
        ExecutionResult theirs = run(() -> reference.execute(ExecutionInput.newExecutionInput(document)
                .variables(variables)
                .locale(Locale.ENGLISH)
                .build()));
        assertEquals(
                theirs.isDataPresent()
                        ? new JsonBuffer(1_000).value(theirs.getData()).toString()
                        : null,
                ours.data() == null ? null : new String(ours.data(), java.nio.charset.StandardCharsets.UTF_8),
                request);
        assertEquals(errorTexts(theirs.getErrors()), errorTexts(ours.errors()), request);
        tally.documents++;
        tally.bytes += ours.data() == null ? 0 : ours.data().length;
        tally.errors += ours.errors().size();
    }

    private <R> R run(java.util.function.Supplier<R> something) {
        Arc.container().requestContext().activate();
        try {
            return RequestContext.start(wide(), "tester").run(something);
        } finally {
            Arc.container().requestContext().terminate();
        }
    }

    private static List<String> errorTexts(List<GraphQLError> errors) {
        return errors.stream()
                .map(error -> error.getErrorType() + " " + error.getPath() + " " + error.getLocations() + " "
                        + error.getMessage())
                .toList();
    }

    /** Ids of objects of every type. */
    private List<String> ids(Engine engine) {
        PreparedDocument prepared = engine.prepare("""
        { claims(first: 6) { nodes { id links { nodes { id } } evidence { id } attribution { id candidates { id } } history(first: 1) { nodes { id } } } } actors(first: 30) { nodes { id } } articles { nodes { id publisher { id } } }
          events { nodes { id participants { id } mentions { id } } } officials: actors(first: 5) { nodes { affiliations { id } } } person: actors(filter: {type: [PERSON]}, first: 30) { nodes { id } } }""");
        EngineResult outcome = run(() -> engine.execute(
                new OperationRequest(prepared, prepared.operation(null).orElseThrow(), Map.of(), false)));
        assertEquals(List.of(), outcome.errors());
        List<String> ids = new ArrayList<>();
        java.util.regex.Matcher id = java.util.regex.Pattern.compile(
                        "\"((?:claim|actor|article|event|link|evidence|attribution|candidate|affiliation|participant|mention|change)_[0-9a-z]{26})\"")
                .matcher(new String(outcome.data(), java.nio.charset.StandardCharsets.UTF_8));
        while (id.find()) {
            ids.add(id.group(1));
        }
        return ids;
    }

    /** Fields that fail or are null for some objects, always for the same ones, whichever engine fetches them. */
    private static final class FaultyWiring extends SchemaWiring {
        private final SchemaWiring sound;
        private final int oneIn;
        private final Map<FieldFetcher, FieldFetcher> faulty = new IdentityHashMap<>();
        private final Map<String, FieldFetcher> roots = new HashMap<>();

        /** @param oneIn how rarely a value is replaced */
        FaultyWiring(SchemaWiring sound, int oneIn) {
            super(sound);
            this.sound = sound;
            this.oneIn = oneIn;
        }

        @Override
        public FieldFetcher fetcher(String type, String field) {
            FieldFetcher fetcher = sound.fetcher(type, field);
            if (fetcher instanceof FieldFetcher.RootFetcher root) {
                return roots.computeIfAbsent(field, absent -> faulty(root, field));
            }
            return faulty.computeIfAbsent(
                    fetcher,
                    absent -> fetcher instanceof FieldFetcher.PropertyFetcher property
                            ? faulty(property, field)
                            : faulty((FieldFetcher.BatchFetcher) fetcher, field));
        }

        private FieldFetcher faulty(FieldFetcher.RootFetcher root, String field) {
            return (FieldFetcher.RootFetcher) (arguments, selection) -> {
                Object fault = fault(field, arguments.toString());
                return fault == this ? root.fetch(arguments, selection) : thrown(fault);
            };
        }

        private static Object thrown(Object fault) throws Throwable {
            if (fault instanceof FieldFetcher.FailedFetch failed) {
                throw failed.cause();
            }
            return fault;
        }

        private FieldFetcher faulty(FieldFetcher.PropertyFetcher property, String field) {
            return new FieldFetcher.PropertyFetcher() {
                @Override
                public Class<?> owner() {
                    return property.owner();
                }

                @Override
                public Object get(Object object) throws Throwable {
                    Object fault = fault(field, object);
                    return fault == FaultyWiring.this ? property.get(object) : thrown(fault);
                }
            };
        }

        private FieldFetcher faulty(FieldFetcher.BatchFetcher batch, String field) {
            return new FieldFetcher.BatchFetcher() {
                @Override
                public Class<?> owner() {
                    return batch.owner();
                }

                @Override
                public ToOneAssociation association() {
                    return batch.association();
                }

                @Override
                public Object readAhead(Object object) {
                    Object value = batch.readAhead(object);
                    Object fault = value == UNREAD ? FaultyWiring.this : fault(field, object);
                    return fault == FaultyWiring.this ? value : fault;
                }

                @Override
                public List<?> fetch(List<?> objects, Map<String, Object> arguments, FieldSelection selection)
                        throws Throwable {
                    if (batch.association() == null && fault(field, "all") instanceof FieldFetcher.FailedFetch failed) {
                        throw failed.cause();
                    }
                    List<Object> values = new ArrayList<>(batch.fetch(objects, arguments, selection));
                    for (int i = 0; i < values.size(); i++) {
                        Object fault = fault(field, objects.get(i));
                        if (fault != FaultyWiring.this) {
                            values.set(i, fault);
                        }
                    }
                    return values;
                }
            };
        }

        /** A failure or null to return instead of the value; this for a value that is left alone. */
        private Object fault(String field, Object object) {
            int lot =
                    Math.floorMod(Arrays.asList(field, identity(object), oneIn).hashCode() * 31 >> 3, oneIn * 2);
            return lot == 0
                    ? new FieldFetcher.FailedFetch(new IllegalArgumentException("broken " + field))
                    : lot == 1 ? null : this;
        }

        private static Object identity(Object object) {
            if (object instanceof BaseEntity entity) {
                return entity.key;
            }
            if (object instanceof Connection<?, ?> connection) {
                return connection.getNodes().stream()
                        .map(FaultyWiring::identity)
                        .toList();
            }
            if (object instanceof ClaimCount count) {
                return Arrays.asList(count.from, count.kind, count.act, count.count, count.actorKey);
            }
            return object instanceof Edge<?> edge ? identity(edge.getNode()) : object;
        }
    }
}
