package org.rostrum.engine.document;

import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.validation.AbstractRule;
import graphql.validation.ValidationContext;
import graphql.validation.ValidationErrorCollector;
import graphql.validation.ValidationErrorType;
import graphql.validation.Validator;
import graphql.validation.rules.ArgumentsOfCorrectType;
import graphql.validation.rules.DeferDirectiveLabel;
import graphql.validation.rules.DeferDirectiveOnRootLevel;
import graphql.validation.rules.DeferDirectiveOnValidOperation;
import graphql.validation.rules.KnownDirectives;
import graphql.validation.rules.SubscriptionUniqueRootField;
import graphql.validation.rules.VariableDefaultValuesOfCorrectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rostrum.engine.plan.SelectionConditions;
import org.rostrum.graph.value.TextNormalizer;

/**
 * Validates documents by graphql-java's rules, some of them changed: error messages print literals as GraphQL,
 * directives that the engine does not implement are unknown, and a subscription has exactly one root field, without
 * conditions, as the GraphQL specification of September 2025 requires (section 5.2.4.1).
 */
public final class DocumentValidator extends Validator {

    private static final Set<Class<?>> OMITTED_RULES =
            Set.of(DeferDirectiveLabel.class, DeferDirectiveOnRootLevel.class, DeferDirectiveOnValidOperation.class);

    @Override
    public List<AbstractRule> createRules(ValidationContext context, ValidationErrorCollector errors) {
        List<AbstractRule> rules = new ArrayList<>();
        for (AbstractRule rule : super.createRules(context, errors)) {
            if (rule instanceof ArgumentsOfCorrectType) {
                rules.add(new ReadableArguments(context, errors));
            } else if (rule instanceof VariableDefaultValuesOfCorrectType) {
                rules.add(new ReadableDefaults(context, errors));
            } else if (rule instanceof KnownDirectives) {
                rules.add(new SupportedDirectives(context, errors));
            } else if (rule instanceof SubscriptionUniqueRootField) {
                rules.add(new SubscriptionRoot(context, errors));
            } else if (!OMITTED_RULES.contains(rule.getClass())) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private static final class ReadableArguments extends ArgumentsOfCorrectType {
        ReadableArguments(ValidationContext context, ValidationErrorCollector errors) {
            super(context, errors);
        }

        @Override
        public String i18n(ValidationErrorType type, String key, Object... arguments) {
            return super.i18n(type, key, readable(arguments));
        }
    }

    private static final class ReadableDefaults extends VariableDefaultValuesOfCorrectType {
        ReadableDefaults(ValidationContext context, ValidationErrorCollector errors) {
            super(context, errors);
        }

        @Override
        public String i18n(ValidationErrorType type, String key, Object... arguments) {
            return super.i18n(type, key, readable(arguments));
        }
    }

    /**
     * A message's arguments with literals printed as GraphQL and shortened, also inside other arguments that quote
     * them.
     */
    private static Object[] readable(Object[] arguments) {
        List<Value<?>> literals = new ArrayList<>();
        Stream.of(arguments).filter(Value.class::isInstance).forEach(literal -> literals.add((Value<?>) literal));
        Object[] readable = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            readable[i] = arguments[i] instanceof Value<?> literal ? printed(literal) : arguments[i];
            if (arguments[i] instanceof String text && text.contains("Value{")) {
                for (Value<?> literal : literals) {
                    readable[i] = ((String) readable[i]).replace(literal.toString(), printed(literal));
                }
            }
        }
        return readable;
    }

    private static String printed(Value<?> literal) {
        return TextNormalizer.shorten(AstPrinter.printAst(literal));
    }

    private static final class SupportedDirectives extends KnownDirectives {
        SupportedDirectives(ValidationContext context, ValidationErrorCollector errors) {
            super(context, errors);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public void checkDirective(Directive directive, List<Node> ancestors) {
            if (ServedSchema.supports(directive.getName())) {
                super.checkDirective(directive, ancestors);
            } else {
                addError(
                        ValidationErrorType.UnknownDirective,
                        directive.getSourceLocation(),
                        i18n(
                                ValidationErrorType.UnknownDirective,
                                "KnownDirectives.unknownDirective",
                                directive.getName()));
            }
        }
    }

    /** One root field for a subscription. Replaces graphql-java's rule, which throws where there is none. */
    private static final class SubscriptionRoot extends AbstractRule {
        SubscriptionRoot(ValidationContext context, ValidationErrorCollector errors) {
            super(context, errors);
        }

        @Override
        public void checkOperationDefinition(OperationDefinition operation) {
            if (operation.getOperation() != OperationDefinition.Operation.SUBSCRIPTION) {
                return;
            }
            Map<String, Field> fields = new HashMap<>();
            if (collect(operation.getSelectionSet(), fields, new HashSet<>())) {
                return;
            }
            String name = operation.getName() == null ? "" : " '" + operation.getName() + "'";
            if (fields.size() != 1) {
                report(
                        ValidationErrorType.SubscriptionMultipleRootFields,
                        operation,
                        "Subscription operation" + name + " must have exactly one root field");
                return;
            }
            Field only = fields.values().iterator().next();
            if (only.getName().startsWith("__")) {
                report(
                        ValidationErrorType.SubscriptionIntrospectionRootField,
                        only,
                        "Subscription operation" + name + " root field '" + only.getName()
                                + "' cannot be an introspection field");
            }
        }

        /**
         * Collects root fields by response key.
         *
         * @return whether any of them is under a condition, which has been reported
         */
        private boolean collect(SelectionSet set, Map<String, Field> fields, Set<String> visited) {
            boolean conditional = false;
            for (Selection<?> selection : set.getSelections()) {
                for (Directive directive : ((DirectivesContainer<?>) selection).getDirectives()) {
                    if (SelectionConditions.isCondition(directive)) {
                        report(
                                ValidationErrorType.MisplacedDirective,
                                directive,
                                "Directive '" + directive.getName() + "' not allowed at the root of a subscription");
                        conditional = true;
                    }
                }
                if (selection instanceof Field field) {
                    fields.putIfAbsent(field.getResultKey(), field);
                } else if (selection instanceof InlineFragment inline) {
                    conditional |= collect(inline.getSelectionSet(), fields, visited);
                } else if (selection instanceof FragmentSpread spread && visited.add(spread.getName())) {
                    FragmentDefinition fragment = getValidationContext().getFragment(spread.getName());
                    // An unknown fragment, or one of another type, is reported by other rules.
                    conditional |= fragment != null && collect(fragment.getSelectionSet(), fields, visited);
                }
            }
            return conditional;
        }

        private void report(ValidationErrorType type, Node<?> at, String problem) {
            addError(type, at.getSourceLocation(), "Validation error (" + type + ") : " + problem);
        }
    }
}
