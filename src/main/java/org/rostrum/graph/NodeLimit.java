package org.rostrum.graph;

import graphql.ExecutionResult;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts how many records an operation asks for, its cost, and refuses it when they are too many. A list asks for its page
 * size, one without pages for as many as there are ids, or a usual number, and each record for what is selected below it. The cost is left in the request's context.
 */
public final class NodeLimit extends SimplePerformantInstrumentation {

  /** Under which the context of a request has its cost, a {@code Long}. */
  public static final String COST = "rostrum.cost";

  /** More than anybody will allow; sums of it do not overflow. */
  private static final long ENDLESS = 1L << 40;

  /** What a list without pages is taken for: the posts of an actor, the parts of a claim's evidence. */
  private static final long USUAL = 20;

  private final int most;

  /** @param most the largest cost */
  public NodeLimit(int most) {
    this.most = most;
  }

  @Override
  public InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
    long cost = cost(parameters.getExecutionContext());
    parameters.getExecutionContext().getGraphQLContext().put(COST, cost);
    if (cost > most) {
      String asked = cost >= ENDLESS ? "more than " + ENDLESS : "up to " + cost;
      throw new LimitError("nodes", most, cost, "the request asks for " + asked + " records, more than the limit of " + most);
    }
    return SimpleInstrumentationContext.noOp();
  }

  private static long cost(ExecutionContext execution) {
    Map<QueryVisitorFieldEnvironment, Long> below = new HashMap<>();
    QueryTraverser.newQueryTraverser().schema(execution.getGraphQLSchema()).document(execution.getDocument())
        .operationName(execution.getExecutionInput().getOperationName()).coercedVariables(execution.getCoercedVariables())
        .build().visitPostOrder(new QueryVisitorStub() {
          @Override
          public void visitField(QueryVisitorFieldEnvironment field) {
            long cost = cost(field, below.getOrDefault(field, 0L));
            below.merge(field.getParentEnvironment(), cost, (one, other) -> Math.min(ENDLESS, one + other));
          }
        });
    return below.getOrDefault(null, 0L);
  }

  private static long cost(QueryVisitorFieldEnvironment field, long below) {
    if (field.isTypeNameIntrospectionField()) {
      return 0;
    }
    if (field.getFieldDefinition().getArgument("first") != null) {
      return Math.min(ENDLESS, size(field.getArguments()) * (1 + below));
    }
    return isListOfThings(field) ? Math.min(ENDLESS, unpagedSize(field.getArguments()) * (1 + below)) : below;
  }

  /** A list without pages; those of a connection are its page, which its own size counts. */
  private static boolean isListOfThings(QueryVisitorFieldEnvironment field) {
    GraphQLOutputType type = field.getFieldDefinition().getType();
    boolean list = GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList;
    String parent = ((GraphQLNamedType) field.getFieldsContainer()).getName();
    return list && GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLCompositeType
        && !parent.endsWith("Connection") && !parent.startsWith("__");
  }

  private static long unpagedSize(Map<String, Object> arguments) {
    return arguments.get("ids") instanceof Collection<?> ids ? ids.size() : USUAL;
  }

  /** What is out of bounds is refused when the field is resolved; here it counts as the largest page. */
  private static long size(Map<String, Object> arguments) {
    Object size = arguments.get("first") != null ? arguments.get("first") : arguments.get("last");
    if (!(size instanceof Number number)) {
      return PageArgs.DEFAULT;
    }
    return Math.max(1, Math.min(PageArgs.MAX, number.longValue()));
  }
}
