package org.rostrum.engine.plan;

import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.plan.Plan.Cost;
import org.rostrum.engine.plan.Plan.NonNullPosition;
import org.rostrum.engine.resolver.FieldFetcher;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.SelectedField;

/**
 * Compiles an operation into a plan: collects the fields of every possible object type and resolves each to a step.
 * Fields that the same places of the document select share a step, however they are reached. So a plan grows with the
 * document, not with the number of paths through types.
 */
public final class Planner {

    private final GraphQLSchema schema;
    private final SchemaWiring wiring;
    private final FieldCollector collector;
    private final Map<StepKey, FieldStep> steps = new HashMap<>();
    private final List<NonNullPosition> nonNullPositions = new ArrayList<>();

    /** Identity of a step. Object types that share a fetcher may still declare different output types. */
    private record StepKey(List<Field> fields, @Nullable FieldFetcher fetcher, String outputType) {
        /** Compares fields by identity: equal fields at two places of the document are two fields. */
        @Override
        public boolean equals(Object other) {
            if (!(other instanceof StepKey that)
                    || fetcher != that.fetcher
                    || !outputType.equals(that.outputType)
                    || fields.size() != that.fields.size()) {
                return false;
            }
            for (int i = 0; i < fields.size(); i++) {
                if (fields.get(i) != that.fields.get(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(fields.get(0)) + 31 * fields.size();
        }
    }

    private Planner(GraphQLSchema schema, SchemaWiring wiring, FieldCollector collector) {
        this.schema = schema;
        this.wiring = wiring;
        this.collector = collector;
    }

    /**
     * Compiles an operation of a valid document.
     *
     * @param conditions the values of the {@linkplain SelectionConditions#variables variables in conditions}
     */
    public static Plan plan(
            GraphQLSchema schema,
            SchemaWiring wiring,
            Document document,
            OperationDefinition operation,
            Map<String, Object> conditions) {
        Planner planner =
                new Planner(schema, wiring, new FieldCollector(schema, document, new SelectionConditions(conditions)));
        GraphQLObjectType root =
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                };
        List<SelectionSet> selected = List.of(operation.getSelectionSet());
        Plan.Selection selection = planner.selection(List.of(root), selected);
        List<Field> introspection = planner.collector.collect(root, selected).values().stream()
                .flatMap(List::stream)
                .filter(field -> isIntrospection(field.getName()))
                .toList();
        return new Plan(
                operation, selection, introspection, planner.steps.size(), List.copyOf(planner.nonNullPositions));
    }

    private static boolean isIntrospection(String field) {
        return field.equals("__schema") || field.equals("__type");
    }

    private Plan.Selection selection(List<GraphQLObjectType> types, List<SelectionSet> sets) {
        Map<FieldStep, Integer> indexes = new LinkedHashMap<>();
        Map<GraphQLObjectType, int[]> stepsByType = new HashMap<>();
        List<SelectedField> selected = new ArrayList<>();
        for (GraphQLObjectType type : types) {
            Map<String, List<Field>> fields = collector.collect(type, sets);
            int[] order = new int[fields.size()];
            int position = 0;
            for (List<Field> occurrences : fields.values()) {
                FieldStep step = step(type, occurrences);
                Integer known = indexes.putIfAbsent(step, indexes.size());
                order[position++] = known == null ? indexes.size() - 1 : known;
                if (known == null) {
                    selected.add(selectedField(step));
                }
            }
            stepsByType.put(type, order);
        }
        return new Plan.Selection(List.copyOf(indexes.keySet()), stepsByType, FieldSelection.of(selected));
    }

    private static SelectedField selectedField(FieldStep step) {
        FieldSelection below = step.selection == null ? null : step.selection.fields;
        if (step.fetcher instanceof FieldFetcher.PropertyFetcher property) {
            return new SelectedField(step.name, property.owner(), true, null, below);
        }
        if (step.fetcher instanceof FieldFetcher.BatchFetcher batch) {
            return new SelectedField(step.name, batch.owner(), false, batch.association(), below);
        }
        return new SelectedField(step.name, Object.class, false, null, below);
    }

    private FieldStep step(GraphQLObjectType type, List<Field> occurrences) {
        Field first = occurrences.get(0);
        GraphQLFieldDefinition definition = Introspection.getFieldDefinition(schema, type, first.getName());
        boolean meta = first.getName().startsWith("__");
        FieldFetcher fetcher = meta ? null : wiring.fetcher(type.getName(), first.getName());
        StepKey key = new StepKey(occurrences, fetcher, GraphQLTypeUtil.simplePrint(definition.getType()));
        FieldStep known = steps.get(key);
        if (known != null) {
            return known;
        }
        GraphQLType named = GraphQLTypeUtil.unwrapAll(definition.getType());
        Plan.Selection selection = meta || !(named instanceof GraphQLCompositeType)
                ? null
                : selection(
                        possibleTypes((GraphQLNamedOutputType) named),
                        occurrences.stream().map(Field::getSelectionSet).toList());
        FieldStep step = new FieldStep(
                steps.size(),
                first,
                OutputType.of(definition.getType()),
                fetcher,
                FieldArguments.of(schema, definition, first),
                selection,
                cost(type, definition));
        steps.put(key, step);
        FieldArguments.addNonNullPositions(first, definition, nonNullPositions);
        return step;
    }

    private List<GraphQLObjectType> possibleTypes(GraphQLNamedOutputType type) {
        if (type instanceof GraphQLInterfaceType choice) {
            return schema.getImplementations(choice);
        }
        if (type instanceof GraphQLUnionType choice) {
            return choice.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
        }
        return List.of((GraphQLObjectType) type);
    }

    private static Cost cost(GraphQLObjectType parent, GraphQLFieldDefinition field) {
        if (field.getArgument("first") != null) {
            return Cost.PAGE;
        }
        boolean list = GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList;
        // The items of a connection are its page, which is counted already.
        boolean ofObjects = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType
                && !parent.getName().endsWith("Connection");
        return list && ofObjects && !field.getName().startsWith("__") ? Cost.LIST : Cost.CHILDREN;
    }
}
