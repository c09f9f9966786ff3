package org.rostrum.engine.plan;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rostrum.store.record.FieldSelection;

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
public record Plan(OperationDefinition operation, Selection root, List<Field> introspection, int steps, List<NonNullPlace> nonNullPlaces) {

  /**
   * A variable in place of an argument, an input object's field or a list's item that must not be null.
   *
   * @param path the field and the place in its arguments, such as {@code claims(filter.speaker[0])}
   * @param type the type of the place, as GraphQL writes it
   */
  public record NonNullPlace(VariableReference variable, String path, String type) {}

  public boolean is(OperationDefinition.Operation kind) {
    return operation.getOperation() == kind;
  }

  /** Fields that are selected of the things at one place. */
  public static final class Selection {
    /** All steps of all types. */
    public final List<FieldStep> steps;
    private final Map<GraphQLObjectType, int[]> byType;
    public final FieldSelection asked;
    /** The type, where things can be of one only; null else. */
    public final GraphQLObjectType only;
    private final int[] onlyOrder;

    Selection(List<FieldStep> steps, Map<GraphQLObjectType, int[]> byType, FieldSelection asked) {
      this.steps = steps;
      this.byType = byType;
      this.asked = asked;
      this.only = byType.size() == 1 ? byType.keySet().iterator().next() : null;
      this.onlyOrder = only == null ? null : byType.get(only);
    }

    /** Which of the steps, by index, things of a type get, in the order of the answer. */
    public int[] order(GraphQLObjectType type) {
      return onlyOrder != null ? onlyOrder : byType.get(type);
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

  /** What counts for the cost of a request: see {@link QueryCostCalculator}. */
  public enum Cost {
    /** As much as what is below. */
    BELOW,
    /** A page. */
    PAGE,
    /** A list without pages. */
    LIST
  }
}
