package org.rostrum.engine;

import graphql.execution.CoercedVariables;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.rostrum.engine.Plan.Cost;
import org.rostrum.engine.Plan.Selection;
import org.rostrum.engine.Plan.Step;
import org.rostrum.graph.LimitError;
import org.rostrum.graph.PageArgs;

/**
 * Counts how many records an operation asks for, its cost. A list asks for its page size, one without pages for as many as
 * there are ids, or a usual number, and each record for what is selected below it.
 */
final class NodeLimit {

  /** More than anybody will allow; sums of it do not overflow. */
  private static final long ENDLESS = 1L << 40;

  /** What a list without pages is taken for: the posts of an actor, the parts of a claim's evidence. */
  private static final long USUAL = 20;

  private final Plan.Values values;
  private final CoercedVariables variables;
  private final long[] known;

  private NodeLimit(Plan plan, Plan.Values values, CoercedVariables variables) {
    this.values = values;
    this.variables = variables;
    this.known = new long[plan.steps()];
    Arrays.fill(known, -1);
  }

  static long cost(Plan plan, Plan.Values values, CoercedVariables variables) {
    return new NodeLimit(plan, values, variables).cost(plan.root());
  }

  /** @throws LimitError when a cost is too large */
  static void check(long cost, int most) {
    if (cost > most) {
      String asked = cost >= ENDLESS ? "more than " + ENDLESS : "up to " + cost;
      throw new LimitError("nodes", most, cost, "the request asks for " + asked + " records, more than the limit of " + most);
    }
  }

  private long cost(Selection selection) {
    long sum = 0;
    for (Step step : selection.steps) {
      if (step.below != null || step.cost != Cost.BELOW) {
        sum = Math.min(ENDLESS, sum + cost(step));
      }
    }
    return sum;
  }

  private long cost(Step step) {
    if (known[step.number] < 0) {
      long below = step.below == null ? 0 : cost(step.below);
      known[step.number] = step.cost == Cost.BELOW ? below : Math.min(ENDLESS, size(step) * (1 + below));
    }
    return known[step.number];
  }

  private long size(Step step) {
    Map<String, Object> arguments = step.arguments.values(values, variables);
    if (step.cost == Cost.LIST) {
      return arguments.get("ids") instanceof Collection<?> ids ? ids.size() : USUAL;
    }
    Object size = arguments.get("first") != null ? arguments.get("first") : arguments.get("last");
    // What is out of bounds is refused when the field is answered; here it counts as the largest page.
    return size instanceof Number number ? Math.max(1, Math.min(PageArgs.MAX, number.longValue())) : PageArgs.DEFAULT;
  }
}
