package org.rostrum.engine.plan;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rostrum.engine.plan.Plan.Arguments;
import org.rostrum.engine.plan.Plan.Cost;
import org.rostrum.engine.plan.Plan.NonNullPlace;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.SelectedField;

/**
 * Makes the plan of an operation: collects fields as section 6.3.2 of the GraphQL specification (October 2021) has it, for
 * every type that things can be of. Fields that the same places of the document ask for make one step, wherever they are met:
 * so a plan does not grow with the number of ways through types that lead to a place.
 */
public final class Planner {

  private final GraphQLSchema schema;
  private final SchemaWiring wiring;
  private final Map<String, FragmentDefinition> fragments;
  private final Map<String, Object> conditions;
  private final Map<StepKey, FieldStep> steps = new HashMap<>();
  private final List<NonNullPlace> nonNullPlaces = new ArrayList<>();

  private record StepKey(List<Field> fields, FieldFetcher source, String type) {
    /** Fields of a document are the same when they are at the same place. */
    @Override
    public boolean equals(Object other) {
      if (!(other instanceof StepKey that) || source != that.source || !type.equals(that.type) || fields.size() != that.fields.size()) {
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

  private Planner(GraphQLSchema schema, SchemaWiring wiring, Document document, Map<String, Object> conditions) {
    this.schema = schema;
    this.wiring = wiring;
    this.conditions = conditions;
    this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
        .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment));
  }

  /**
   * Makes a plan.
   *
   * @param conditions the values of the variables in {@link #conditions}
   */
  public static Plan plan(GraphQLSchema schema, SchemaWiring wiring, Document document, OperationDefinition operation, Map<String, Object> conditions) {
    Planner planner = new Planner(schema, wiring, document, conditions);
    GraphQLObjectType root = switch (operation.getOperation()) {
      case QUERY -> schema.getQueryType();
      case MUTATION -> schema.getMutationType();
      case SUBSCRIPTION -> schema.getSubscriptionType();
    };
    Plan.Selection selection = planner.selection(List.of(root), List.of(operation.getSelectionSet()));
    Map<String, List<Field>> fields = new LinkedHashMap<>();
    planner.collect(root, operation.getSelectionSet(), fields, new HashSet<>());
    List<Field> introspection = fields.values().stream().flatMap(List::stream).filter(field -> isIntrospection(field.getName())).toList();
    return new Plan(operation, selection, introspection, planner.steps.size(), List.copyOf(planner.nonNullPlaces));
  }

  /** The variables that decide what an operation selects. */
  public static Set<String> conditions(Document document, OperationDefinition operation) {
    Set<String> names = new LinkedHashSet<>();
    Map<String, FragmentDefinition> fragments = new HashMap<>();
    document.getDefinitionsOfType(FragmentDefinition.class).forEach(fragment -> fragments.put(fragment.getName(), fragment));
    conditions(operation.getSelectionSet(), fragments, new HashSet<>(), names);
    return names;
  }

  private static void conditions(SelectionSet set, Map<String, FragmentDefinition> fragments, Set<String> seen, Set<String> into) {
    if (set == null) {
      return;
    }
    for (Selection<?> selection : set.getSelections()) {
      for (Directive directive : ((DirectivesContainer<?>) selection).getDirectives()) {
        if (condition(directive) instanceof VariableReference variable) {
          into.add(variable.getName());
        }
      }
      if (selection instanceof Field field) {
        conditions(field.getSelectionSet(), fragments, seen, into);
      } else if (selection instanceof InlineFragment inline) {
        conditions(inline.getSelectionSet(), fragments, seen, into);
      } else if (selection instanceof FragmentSpread spread && seen.add(spread.getName())) {
        conditions(fragments.get(spread.getName()).getSelectionSet(), fragments, seen, into);
      }
    }
  }

  /** The value of {@code if}, for directives that are conditions; null for others. */
  private static Value<?> condition(Directive directive) {
    return isCondition(directive) ? directive.getArgument("if").getValue() : null;
  }

  public static boolean isCondition(Directive directive) {
    return directive.getName().equals("skip") || directive.getName().equals("include");
  }

  static boolean isIntrospection(String field) {
    return field.equals("__schema") || field.equals("__type");
  }

  private Plan.Selection selection(List<GraphQLObjectType> types, List<SelectionSet> sets) {
    Map<FieldStep, Integer> indexes = new LinkedHashMap<>();
    Map<GraphQLObjectType, int[]> byType = new HashMap<>();
    List<SelectedField> parts = new ArrayList<>();
    for (GraphQLObjectType type : types) {
      Map<String, List<Field>> fields = new LinkedHashMap<>();
      Set<String> spread = new HashSet<>();
      sets.forEach(set -> collect(type, set, fields, spread));
      int[] order = new int[fields.size()];
      int at = 0;
      for (List<Field> asking : fields.values()) {
        FieldStep step = step(type, asking);
        Integer known = indexes.putIfAbsent(step, indexes.size());
        order[at++] = known == null ? indexes.size() - 1 : known;
        if (known == null) {
          parts.add(part(step));
        }
      }
      byType.put(type, order);
    }
    return new Plan.Selection(List.copyOf(indexes.keySet()), byType, FieldSelection.of(parts));
  }

  private static SelectedField part(FieldStep step) {
    FieldSelection below = step.below == null ? null : step.below.asked;
    if (step.source instanceof FieldFetcher.PropertyFetcher own) {
      return new SelectedField(step.field, own.owner(), true, null, below);
    }
    if (step.source instanceof FieldFetcher.BatchFetcher sets) {
      return new SelectedField(step.field, sets.owner(), false, sets.join(), below);
    }
    return new SelectedField(step.field, Object.class, false, null, below);
  }

  private FieldStep step(GraphQLObjectType type, List<Field> asking) {
    Field first = asking.get(0);
    GraphQLFieldDefinition definition = Introspection.getFieldDefinition(schema, type, first.getName());
    boolean meta = first.getName().startsWith("__");
    FieldFetcher source = meta ? null : wiring.source(type.getName(), first.getName());
    // Types that share a source may still differ in what they say of it.
    StepKey key = new StepKey(asking, source, GraphQLTypeUtil.simplePrint(definition.getType()));
    FieldStep known = steps.get(key);
    if (known != null) {
      return known;
    }
    GraphQLType named = GraphQLTypeUtil.unwrapAll(definition.getType());
    Plan.Selection below = meta || !(named instanceof GraphQLCompositeType) ? null
        : selection(possible((GraphQLNamedOutputType) named), asking.stream().map(Field::getSelectionSet).toList());
    FieldStep step = new FieldStep(steps.size(), first, meta ? null : OutputType.of(definition.getType()), source, arguments(definition, first), below,
        cost(type, definition));
    steps.put(key, step);
    for (Argument argument : first.getArguments()) {
      nonNull(argument.getValue(), definition.getArgument(argument.getName()).getType(), first.getName() + "(" + argument.getName());
    }
    return step;
  }

  /** Notes where variables stand in place of what must not be null. */
  private void nonNull(Value<?> value, GraphQLInputType type, String path) {
    GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
    if (value instanceof VariableReference variable && type instanceof GraphQLNonNull) {
      nonNullPlaces.add(new NonNullPlace(variable, path + ")", GraphQLTypeUtil.simplePrint(type)));
    } else if (value instanceof ArrayValue list && bare instanceof GraphQLList items) {
      for (int i = 0; i < list.getValues().size(); i++) {
        nonNull(list.getValues().get(i), (GraphQLInputType) items.getWrappedType(), path + "[" + i + "]");
      }
    } else if (value instanceof ObjectValue && bare instanceof GraphQLList items) {
      // One thing in place of a list stands for a list of it.
      nonNull(value, (GraphQLInputType) items.getWrappedType(), path);
    } else if (value instanceof ObjectValue object && bare instanceof GraphQLInputObjectType input) {
      object.getObjectFields().forEach(field -> nonNull(field.getValue(), input.getField(field.getName()).getType(), path + "." + field.getName()));
    }
  }

  private List<GraphQLObjectType> possible(GraphQLNamedOutputType type) {
    if (type instanceof GraphQLInterfaceType choice) {
      return schema.getImplementations(choice);
    }
    if (type instanceof GraphQLUnionType choice) {
      return choice.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
    }
    return List.of((GraphQLObjectType) type);
  }

  private void collect(GraphQLObjectType type, SelectionSet set, Map<String, List<Field>> fields, Set<String> spread) {
    for (Selection<?> selection : set.getSelections()) {
      if (isLeftOut((DirectivesContainer<?>) selection)) {
        continue;
      }
      if (selection instanceof Field field) {
        fields.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>()).add(field);
      } else if (selection instanceof InlineFragment inline) {
        if (inline.getTypeCondition() == null || matches(type, inline.getTypeCondition().getName())) {
          collect(type, inline.getSelectionSet(), fields, spread);
        }
      } else if (selection instanceof FragmentSpread named && spread.add(named.getName())) {
        FragmentDefinition fragment = fragments.get(named.getName());
        if (!isLeftOut(fragment) && matches(type, fragment.getTypeCondition().getName())) {
          collect(type, fragment.getSelectionSet(), fields, spread);
        }
      }
    }
  }

  private boolean isLeftOut(DirectivesContainer<?> selection) {
    for (Directive directive : selection.getDirectives()) {
      Value<?> condition = condition(directive);
      if (condition != null && holds(condition) == directive.getName().equals("skip")) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(Value<?> condition) {
    return condition instanceof BooleanValue literal ? literal.isValue()
        : Boolean.TRUE.equals(conditions.get(((VariableReference) condition).getName()));
  }

  private boolean matches(GraphQLObjectType type, String condition) {
    GraphQLType named = schema.getType(condition);
    boolean abstractType = named instanceof GraphQLInterfaceType || named instanceof GraphQLUnionType;
    return named == type || abstractType && schema.isPossibleType((GraphQLNamedOutputType) named, type);
  }

  private Arguments arguments(GraphQLFieldDefinition definition, Field field) {
    List<GraphQLArgument> defined = definition.getArguments();
    if (defined.isEmpty() || field.getName().startsWith("__")) {
      return Arguments.NONE;
    }
    if (field.getArguments().stream().anyMatch(argument -> hasVariable(argument.getValue()))) {
      return new Arguments(null, defined, field.getArguments());
    }
    return new Arguments(coerced(schema, defined, field.getArguments(), CoercedVariables.emptyVariables()), defined, field.getArguments());
  }

  static Map<String, Object> coerced(GraphQLSchema schema, List<GraphQLArgument> defined, List<Argument> given, CoercedVariables variables) {
    return ValuesResolver.getArgumentValues(schema.getCodeRegistry(), defined, given, variables, GraphQLContext.getDefault(), Locale.ENGLISH);
  }

  static boolean hasVariable(Value<?> value) {
    if (value instanceof ArrayValue list) {
      return list.getValues().stream().anyMatch(Planner::hasVariable);
    }
    if (value instanceof ObjectValue object) {
      return object.getObjectFields().stream().anyMatch(field -> hasVariable(field.getValue()));
    }
    return value instanceof VariableReference;
  }

  private static Cost cost(GraphQLObjectType parent, GraphQLFieldDefinition field) {
    if (field.getArgument("first") != null) {
      return Cost.PAGE;
    }
    boolean list = GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList;
    // The items of a connection are its page, which its own size counts.
    boolean things = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType && !parent.getName().endsWith("Connection");
    return list && things && !field.getName().startsWith("__") ? Cost.LIST : Cost.BELOW;
  }
}
