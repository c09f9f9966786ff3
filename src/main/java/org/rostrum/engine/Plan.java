package org.rostrum.engine;

import graphql.execution.CoercedVariables;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import org.rostrum.graph.Asked;

/**
 * An operation, ready to be run with any variables. Immutable. What its conditions ({@code @skip}, {@code @include}) leave
 * out is not in it: there is one plan for each combination of their values that clients send.
 *
 * @param operation     the operation
 * @param root          what it selects
 * @param introspection the fields at its root that ask about the schema; empty for none
 * @param steps         how many steps there are, each counted once
 */
record Plan(OperationDefinition operation, Selection root, List<Field> introspection, int steps) {

  boolean is(OperationDefinition.Operation kind) {
    return operation.getOperation() == kind;
  }

  /** Fields that are selected of the things at one place. */
  static final class Selection {
    /** All steps of all types. */
    final List<Step> steps;
    /** Which of the steps, by index, things of a type get, in the order of the answer. */
    final Map<GraphQLObjectType, int[]> byType;
    final Asked asked;
    /** The type, where things can be of one only; null else. */
    final GraphQLObjectType only;

    Selection(List<Step> steps, Map<GraphQLObjectType, int[]> byType, Asked asked) {
      this.steps = steps;
      this.byType = byType;
      this.asked = asked;
      this.only = byType.size() == 1 ? byType.keySet().iterator().next() : null;
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

    Map<String, Object> values(Values values, CoercedVariables variables) {
      return known != null ? known : values.of(defined, given, variables);
    }
  }

  /** Coerces arguments. */
  interface Values {
    Map<String, Object> of(List<GraphQLArgument> defined, List<Argument> given, CoercedVariables variables);
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
