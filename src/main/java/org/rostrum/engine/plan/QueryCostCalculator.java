package org.rostrum.engine.plan;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.IntValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rostrum.connection.PageArgs;
import org.rostrum.engine.plan.Plan.Cost;
import org.rostrum.engine.plan.Plan.Selection;
import org.rostrum.graph.error.LimitExceededException;

/**
 * Counts how many records an operation asks for, its cost. A list asks for its page size, one without pages for as many as
 * there are ids, or a usual number, and each record for what is selected below it.
 */
public final class QueryCostCalculator {

  /** More than anybody will allow; sums of it do not overflow. */
  private static final long ENDLESS = 1L << 40;

  private static final long UNKNOWN = -1;

  /** What a list without pages is taken for: the posts of an actor, the parts of a claim's evidence. */
  private static final long USUAL = 20;

  private final ArgumentValues values;
  private final long[] costs;

  private QueryCostCalculator(Plan plan, ArgumentValues values) {
    this.values = values;
    this.costs = new long[plan.steps()];
    Arrays.fill(costs, UNKNOWN);
  }

  public static long cost(Plan plan, ArgumentValues values) {
    return new QueryCostCalculator(plan, values).cost(plan.root());
  }

  /** What a step costs, whatever the variables; negative where they decide. */
  static long known(FieldStep step) {
    long below = 0;
    for (FieldStep inner : step.below == null ? List.<FieldStep>of() : step.below.steps) {
      if (inner.knownCost < 0) {
        return UNKNOWN;
      }
      below = Math.min(ENDLESS, below + inner.knownCost);
    }
    if (step.cost == Cost.BELOW) {
      return below;
    }
    if (!step.arguments.isSizeKnown()) {
      return UNKNOWN;
    }
    return Math.min(ENDLESS, size(step.cost, literal(step)) * (1 + below));
  }

  /** @throws LimitExceededException when a cost is too large */
  public static void check(long cost, int most) {
    if (cost > most) {
      String asked = cost >= ENDLESS ? "more than " + ENDLESS : "up to " + cost;
      throw new LimitExceededException("nodes", most, cost, "the request asks for " + asked + " records, more than the limit of " + most);
    }
  }

  private long cost(Selection selection) {
    long sum = 0;
    for (FieldStep step : selection.steps) {
      sum = Math.min(ENDLESS, sum + cost(step));
    }
    return sum;
  }

  private long cost(FieldStep step) {
    if (step.knownCost >= 0) {
      return step.knownCost;
    }
    if (costs[step.number] < 0) {
      long below = step.below == null ? 0 : cost(step.below);
      costs[step.number] = step.cost == Cost.BELOW ? below : Math.min(ENDLESS, size(step.cost, values.of(step)) * (1 + below));
    }
    return costs[step.number];
  }

  /** The arguments that say how many things a field gives, which are known without variables, though others may not be. */
  private static Map<String, Object> literal(FieldStep step) {
    if (step.arguments.known() != null) {
      return step.arguments.known();
    }
    Map<String, Object> sizes = new HashMap<>();
    for (Argument argument : step.arguments.given()) {
      if (argument.getValue() instanceof IntValue number) {
        sizes.put(argument.getName(), number.getValue());
      } else if (argument.getValue() instanceof ArrayValue list) {
        sizes.put(argument.getName(), list.getValues());
      }
    }
    return sizes;
  }

  private static long size(Cost cost, Map<String, Object> arguments) {
    if (cost == Cost.LIST) {
      return arguments.get("ids") instanceof Collection<?> ids ? ids.size() : USUAL;
    }
    Object size = arguments.get("first") != null ? arguments.get("first") : arguments.get("last");
    // What is out of bounds is refused when the field is answered; here it counts as the largest page.
    return size instanceof Number number ? Math.max(1, Math.min(PageArgs.MAX, number.longValue())) : PageArgs.DEFAULT;
  }
}
