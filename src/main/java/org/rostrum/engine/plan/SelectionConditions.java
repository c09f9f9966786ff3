package org.rostrum.engine.plan;

import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates {@code @skip} and {@code @include}. They are evaluated when a plan is made, not when it runs. */
public final class SelectionConditions {

    private final Map<String, Object> variables;

    /**
     * @param variables the values of the {@linkplain #variables(Document, OperationDefinition) variables} in conditions
     */
    SelectionConditions(Map<String, Object> variables) {
        this.variables = variables;
    }

    /** The variables that an operation's conditions depend on. */
    public static Set<String> variables(Document document, OperationDefinition operation) {
        Set<String> names = new LinkedHashSet<>();
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        addVariables(operation.getSelectionSet(), fragments, new HashSet<>(), names);
        return names;
    }

    private static void addVariables(
            @Nullable SelectionSet set,
            Map<String, FragmentDefinition> fragments,
            Set<String> visited,
            Set<String> names) {
        if (set == null) {
            return;
        }
        for (Selection<?> selection : set.getSelections()) {
            for (Directive directive : ((DirectivesContainer<?>) selection).getDirectives()) {
                if (isCondition(directive) && condition(directive) instanceof VariableReference variable) {
                    names.add(variable.getName());
                }
            }
            if (selection instanceof Field field) {
                addVariables(field.getSelectionSet(), fragments, visited, names);
            } else if (selection instanceof InlineFragment inline) {
                addVariables(inline.getSelectionSet(), fragments, visited, names);
            } else if (selection instanceof FragmentSpread spread && visited.add(spread.getName())) {
                FragmentDefinition fragment = Objects.requireNonNull(
                        fragments.get(spread.getName()), "a valid document defines its fragments");
                addVariables(fragment.getSelectionSet(), fragments, visited, names);
            }
        }
    }

    /** Whether a directive is {@code @skip} or {@code @include}. */
    public static boolean isCondition(Directive directive) {
        return directive.getName().equals("skip") || directive.getName().equals("include");
    }

    private static Value<?> condition(Directive directive) {
        return directive.getArgument("if").getValue();
    }

    /** Whether the conditions on a selection leave it out. */
    boolean exclude(DirectivesContainer<?> selection) {
        for (Directive directive : selection.getDirectives()) {
            if (isCondition(directive)
                    && isTrue(condition(directive)) == directive.getName().equals("skip")) {
                return true;
            }
        }
        return false;
    }

    private boolean isTrue(Value<?> condition) {
        return condition instanceof BooleanValue literal
                ? literal.isValue()
                : Boolean.TRUE.equals(variables.get(((VariableReference) condition).getName()));
    }
}
