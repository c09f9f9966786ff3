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
import org.rostrum.engine.plan.Planner;
import org.rostrum.graph.value.TextNormalizer;

/**
 * Validates documents by graphql-java's rules, some of them in another form: literals are told as GraphQL, directives that the
 * server does not honour are unknown, and the root of a subscription is what the specification of September 2025 has it
 * (section 5.2.4.1): one field, on which nothing depends on a condition.
 */
public final class DocumentValidator extends Validator {

  private static final Set<Class<?>> LEFT_OUT =
      Set.of(DeferDirectiveLabel.class, DeferDirectiveOnRootLevel.class, DeferDirectiveOnValidOperation.class);

  @Override
  public List<AbstractRule> createRules(ValidationContext context, ValidationErrorCollector errors) {
    List<AbstractRule> rules = new ArrayList<>();
    for (AbstractRule rule : super.createRules(context, errors)) {
      if (rule instanceof ArgumentsOfCorrectType) {
        rules.add(new Arguments(context, errors));
      } else if (rule instanceof VariableDefaultValuesOfCorrectType) {
        rules.add(new Defaults(context, errors));
      } else if (rule instanceof KnownDirectives) {
        rules.add(new Directives(context, errors));
      } else if (rule instanceof SubscriptionUniqueRootField) {
        rules.add(new SubscriptionRoot(context, errors));
      } else if (!LEFT_OUT.contains(rule.getClass())) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private static final class Arguments extends ArgumentsOfCorrectType {
    Arguments(ValidationContext context, ValidationErrorCollector errors) {
      super(context, errors);
    }

    @Override
    public String i18n(ValidationErrorType type, String key, Object... told) {
      return super.i18n(type, key, readable(told));
    }
  }

  private static final class Defaults extends VariableDefaultValuesOfCorrectType {
    Defaults(ValidationContext context, ValidationErrorCollector errors) {
      super(context, errors);
    }

    @Override
    public String i18n(ValidationErrorType type, String key, Object... told) {
      return super.i18n(type, key, readable(told));
    }
  }

  /** What a message tells: literals as GraphQL, of long ones the beginning, also where another text quotes them as objects. */
  private static Object[] readable(Object[] told) {
    List<Value<?>> literals = new ArrayList<>();
    Stream.of(told).filter(Value.class::isInstance).forEach(literal -> literals.add((Value<?>) literal));
    Object[] readable = new Object[told.length];
    for (int i = 0; i < told.length; i++) {
      readable[i] = told[i] instanceof Value<?> literal ? printed(literal) : told[i];
      if (told[i] instanceof String text && text.contains("Value{")) {
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

  private static final class Directives extends KnownDirectives {
    Directives(ValidationContext context, ValidationErrorCollector errors) {
      super(context, errors);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void checkDirective(Directive directive, List<Node> ancestors) {
      if (ServedSchema.honours(directive.getName())) {
        super.checkDirective(directive, ancestors);
      } else {
        addError(ValidationErrorType.UnknownDirective, directive.getSourceLocation(),
            i18n(ValidationErrorType.UnknownDirective, "KnownDirectives.unknownDirective", directive.getName()));
      }
    }
  }

  /** What a subscription selects at its root. graphql-java's own rule fails where that is nothing. */
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
      String named = operation.getName() == null ? "" : " '" + operation.getName() + "'";
      if (fields.size() != 1) {
        refuse(ValidationErrorType.SubscriptionMultipleRootFields, operation, "Subscription operation" + named + " must have exactly one root field");
        return;
      }
      Field only = fields.values().iterator().next();
      if (only.getName().startsWith("__")) {
        refuse(ValidationErrorType.SubscriptionIntrospectionRootField, only,
            "Subscription operation" + named + " root field '" + only.getName() + "' cannot be an introspection field");
      }
    }

    /** Collects fields by their keys; whether one of them, or a fragment that has them, is under a condition, which is refused. */
    private boolean collect(SelectionSet set, Map<String, Field> fields, Set<String> spread) {
      boolean conditional = false;
      for (Selection<?> selection : set.getSelections()) {
        for (Directive directive : ((DirectivesContainer<?>) selection).getDirectives()) {
          if (Planner.isCondition(directive)) {
            refuse(ValidationErrorType.MisplacedDirective, directive,
                "Directive '" + directive.getName() + "' not allowed at the root of a subscription");
            conditional = true;
          }
        }
        if (selection instanceof Field field) {
          fields.putIfAbsent(field.getResultKey(), field);
        } else if (selection instanceof InlineFragment inline) {
          conditional |= collect(inline.getSelectionSet(), fields, spread);
        } else if (selection instanceof FragmentSpread named && spread.add(named.getName())) {
          FragmentDefinition fragment = getValidationContext().getFragment(named.getName());
          // A fragment that is missing, or of another type, is reported by other rules.
          conditional |= fragment != null && collect(fragment.getSelectionSet(), fields, spread);
        }
      }
      return conditional;
    }

    private void refuse(ValidationErrorType type, Node<?> at, String problem) {
      addError(type, at.getSourceLocation(), "Validation error (" + type + ") : " + problem);
    }
  }
}
