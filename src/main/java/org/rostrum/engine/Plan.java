package org.rostrum.engine;

import graphql.execution.CoercedVariables;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rostrum.graph.Asked;

/**
 * An operation, ready to be run with any variables. Immutable. What its conditions ({@code @skip}, {@code @include}) leave
 * out is not in it: there is one plan for each combination of their values that clients send.
 *
 * @param operation     the operation
 * @param root          what it selects
 * @param introspection the fields at its root that ask about the schema; empty for none
 * @param steps         how many steps there are, each counted once
 * @param nonNullPlaces where its variables stand in place of what must not be null
 */
record Plan(OperationDefinition operation, Selection root, List<Field> introspection, int steps, List<NonNullPlace> nonNullPlaces) {

  /**
   * A variable in place of an argument, an input object's field or a list's item that must not be null.
   *
   * @param path the field and the place in its arguments, such as {@code claims(filter.speaker[0])}
   * @param type the type of the place, as GraphQL writes it
   */
  record NonNullPlace(VariableReference variable, String path, String type) {}

  boolean is(OperationDefinition.Operation kind) {
    return operation.getOperation() == kind;
  }

  /** Fields that are selected of the things at one place. */
  static final class Selection {
    /** All steps of all types. */
    final List<Step> steps;
    private final Map<GraphQLObjectType, int[]> byType;
    final Asked asked;
    /** The type, where things can be of one only; null else. */
    final GraphQLObjectType only;
    private final int[] onlyOrder;

    Selection(List<Step> steps, Map<GraphQLObjectType, int[]> byType, Asked asked) {
      this.steps = steps;
      this.byType = byType;
      this.asked = asked;
      this.only = byType.size() == 1 ? byType.keySet().iterator().next() : null;
      this.onlyOrder = only == null ? null : byType.get(only);
    }

    /** Which of the steps, by index, things of a type get, in the order of the answer. */
    int[] order(GraphQLObjectType type) {
      return onlyOrder != null ? onlyOrder : byType.get(type);
    }
  }

  /** A field, with all places in the document that ask for it. Where things of several types get it alike, it is one step. */
  static final class Step {
    /** Numbers the plan's steps. */
    final int number;
    final String key;
    /** The key, its quotes and a colon. */
    final byte[] encodedKey;
    final String field;
    final SourceLocation location;
    final Shape shape;
    /** Null for {@code __typename} and introspection. */
    final Source source;
    final Arguments arguments;
    /** Null for leaves. */
    final Selection below;
    final Cost cost;
    /** The cost of the step and all below it, where no variable decides; negative else. */
    final long knownCost;

    Step(int number, Field field, Shape shape, Source source, Arguments arguments, Selection below, Cost cost) {
      this.number = number;
      this.key = field.getResultKey();
      this.encodedKey = Json.ascii('"' + key + "\":");
      this.field = field.getName();
      this.location = field.getSourceLocation();
      this.shape = shape;
      this.source = source;
      this.arguments = arguments;
      this.below = below;
      this.cost = cost;
      this.knownCost = NodeLimit.known(this);
    }

    boolean isTypename() {
      return field.equals("__typename");
    }
  }

  /**
   * A field's arguments.
   *
   * @param known  the values, where no variable is in them; null else
   * @param given  the arguments in the document
   */
  record Arguments(Map<String, Object> known, List<GraphQLArgument> defined, List<Argument> given) {

    static final Arguments NONE = new Arguments(Map.of(), List.of(), List.of());

    /** Whether no variable decides how many things the field gives. */
    boolean isSizeKnown() {
      return known != null || given.stream().noneMatch(argument -> SIZES.contains(argument.getName()) && Planner.hasVariable(argument.getValue()));
    }
  }

  /** Which arguments say how many things a field gives. */
  private static final Set<String> SIZES = Set.of("first", "last", "ids");

  /** The arguments of a plan's steps in one run: each coerced once. */
  static final class Values {
    private final GraphQLSchema schema;
    private final CoercedVariables variables;
    private final Map<String, Object>[] values;

    @SuppressWarnings("unchecked")
    Values(GraphQLSchema schema, Plan plan, CoercedVariables variables) {
      this.schema = schema;
      this.variables = variables;
      this.values = new Map[plan.steps()];
    }

    /** A step's arguments, defaults filled in. */
    Map<String, Object> of(Step step) {
      Arguments arguments = step.arguments;
      if (arguments.known != null) {
        return arguments.known;
      }
      if (values[step.number] == null) {
        values[step.number] = Planner.coerced(schema, arguments.defined, arguments.given, variables);
      }
      return values[step.number];
    }
  }

  /** What counts for the cost of a request: see {@link NodeLimit}. */
  enum Cost {
    /** As much as what is below. */
    BELOW,
    /** A page. */
    PAGE,
    /** A list without pages. */
    LIST
  }
}
