package org.rostrum.engine.plan;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.IntValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.rostrum.connection.PageArgs;
import org.rostrum.engine.plan.Plan.Cost;
import org.rostrum.engine.plan.Plan.Selection;
import org.rostrum.graph.error.LimitExceededException;

/**
 * Computes an operation's cost: how many records it can return. A connection counts its page size, a list without pages
 * the number of ids or an assumed length, and each of those records counts what is selected below it.
 */
public final class QueryCostCalculator {

    /** Costs are capped here, far above any limit, so that sums do not overflow. */
    private static final long MAX_COST = 1L << 40;

    /** The assumed length of a list without pages, such as an actor's affiliations or a claim's evidence. */
    private static final long ASSUMED_LIST_LENGTH = 20;

    private final ArgumentValues values;
    /** By step number: the cost plus one; 0 where it has not been computed. */
    private final long[] computed;

    private QueryCostCalculator(Plan plan, ArgumentValues values) {
        this.values = values;
        this.computed = new long[plan.steps()];
    }

    /** A plan's cost for the values of its variables. */
    public static long cost(Plan plan, ArgumentValues values) {
        return new QueryCostCalculator(plan, values).cost(plan.root());
    }

    /** A step's cost, where it does not depend on variables. */
    static OptionalLong constantCost(FieldStep step) {
        long children = 0;
        for (FieldStep child : step.selection == null ? List.<FieldStep>of() : step.selection.steps) {
            if (child.constantCost.isEmpty()) {
                return OptionalLong.empty();
            }
            children = Math.min(MAX_COST, children + child.constantCost.getAsLong());
        }
        if (step.cost == Cost.CHILDREN) {
            return OptionalLong.of(children);
        }
        if (!step.arguments.isSizeConstant()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.min(MAX_COST, size(step.cost, constantSizes(step)) * (1 + children)));
    }

    /** @throws LimitExceededException when a cost is above the limit */
    public static void check(long cost, int limit) {
        if (cost > limit) {
            String requested = cost >= MAX_COST ? "more than " + MAX_COST : "up to " + cost;
            throw new LimitExceededException(
                    "nodes",
                    limit,
                    cost,
                    "the request asks for " + requested + " records, more than the limit of " + limit);
        }
    }

    private long cost(Selection selection) {
        long sum = 0;
        for (FieldStep step : selection.steps) {
            sum = Math.min(MAX_COST, sum + cost(step));
        }
        return sum;
    }

    private long cost(FieldStep step) {
        if (step.constantCost.isPresent()) {
            return step.constantCost.getAsLong();
        }
        if (computed[step.number] == 0) {
            long children = step.selection == null ? 0 : cost(step.selection);
            long cost = step.cost == Cost.CHILDREN
                    ? children
                    : Math.min(MAX_COST, size(step.cost, values.of(step)) * (1 + children));
            computed[step.number] = cost + 1;
        }
        return computed[step.number] - 1;
    }

    /**
     * The arguments that determine the number of objects, taken from literals: other arguments may depend on variables.
     */
    private static Map<String, Object> constantSizes(FieldStep step) {
        if (step.arguments.constant() != null) {
            return step.arguments.constant();
        }
        Map<String, Object> sizes = new HashMap<>();
        for (Argument argument : step.arguments.literals()) {
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
            return arguments.get("ids") instanceof Collection<?> ids ? ids.size() : ASSUMED_LIST_LENGTH;
        }
        Object size = arguments.get("first") != null ? arguments.get("first") : arguments.get("last");
        // A size out of bounds is rejected when the field is resolved; here it counts as the largest page.
        return size instanceof Number number
                ? Math.max(1, Math.min(PageArgs.MAX, number.longValue()))
                : PageArgs.DEFAULT;
    }
}
