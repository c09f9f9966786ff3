package org.rostrum.engine.plan;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects the fields of selection sets for one object type: CollectFields() of the GraphQL specification, October
 * 2021, section 6.3.2.
 */
final class FieldCollector {

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final SelectionConditions conditions;

    FieldCollector(GraphQLSchema schema, Document document, SelectionConditions conditions) {
        this.schema = schema;
        this.conditions = conditions;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment));
    }

    /** The fields that an object of the type gets, by response key, in the order of the response. */
    Map<String, List<Field>> collect(GraphQLObjectType type, List<SelectionSet> sets) {
        Map<String, List<Field>> fields = new LinkedHashMap<>();
        Set<String> visitedFragments = new HashSet<>();
        sets.forEach(set -> collect(type, set, fields, visitedFragments));
        return fields;
    }

    private void collect(
            GraphQLObjectType type, SelectionSet set, Map<String, List<Field>> fields, Set<String> visitedFragments) {
        for (Selection<?> selection : set.getSelections()) {
            if (conditions.exclude((DirectivesContainer<?>) selection)) {
                continue;
            }
            if (selection instanceof Field field) {
                fields.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>())
                        .add(field);
            } else if (selection instanceof InlineFragment inline) {
                if (inline.getTypeCondition() == null
                        || applies(inline.getTypeCondition().getName(), type)) {
                    collect(type, inline.getSelectionSet(), fields, visitedFragments);
                }
            } else if (selection instanceof FragmentSpread spread && visitedFragments.add(spread.getName())) {
                FragmentDefinition fragment = Objects.requireNonNull(
                        fragments.get(spread.getName()), "a valid document defines its fragments");
                if (!conditions.exclude(fragment)
                        && applies(fragment.getTypeCondition().getName(), type)) {
                    collect(type, fragment.getSelectionSet(), fields, visitedFragments);
                }
            }
        }
    }

    private boolean applies(String typeCondition, GraphQLObjectType type) {
        GraphQLType conditionType = schema.getType(typeCondition);
        boolean isAbstract = conditionType instanceof GraphQLInterfaceType || conditionType instanceof GraphQLUnionType;
        return conditionType == type
                || isAbstract && schema.isPossibleType((GraphQLNamedOutputType) conditionType, type);
    }
}
