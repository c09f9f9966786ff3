package org.rostrum.engine;

import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.execution.CoercedVariables;
import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.List;
import org.rostrum.engine.Plan.Selection;
import org.rostrum.engine.Plan.Step;
import org.rostrum.engine.Source.Failed;
import org.rostrum.graph.Asked;
import org.rostrum.graph.LimitError;
import org.rostrum.graph.Work;

/**
 * Gets the data that a plan asks for: at each place each field once, for all things that are there. Used for one run, by one
 * thread.
 */
final class Execution {

  /** For leaves. */
  private static final Asked NOTHING = Asked.of(List.of());

  private final Wiring wiring;
  private final Plan.Values values;
  private final CoercedVariables variables;
  private final Work work;
  private final Explanation explanation;

  /** @param explanation notes what each step took; null when nobody wants to know */
  Execution(Wiring wiring, Plan.Values values, CoercedVariables variables, Work work, Explanation explanation) {
    this.wiring = wiring;
    this.values = values;
    this.variables = variables;
    this.work = work;
    this.explanation = explanation;
  }

  /** The one thing that an operation's fields are fields of. */
  static Things root(Plan plan) {
    Things root = new Things(plan.root());
    root.things.add(plan);
    return root;
  }

  /**
   * Answers one of an operation's fields, and all below it.
   *
   * @throws LimitError when the request has to stop
   */
  void root(Things root, int index) {
    Step step = root.selection.steps.get(index);
    if (step.source == null) {
      return;
    }
    Object event = work.event();
    Object value;
    if (event != null) {
      value = event;
    } else {
      work.fetch(1);
      Explanation.Entry entry = begin(step, 1);
      value = value(step);
      end(entry);
    }
    take(root, index, step, new Object[] {value});
  }

  /** Opens the feed of a subscription: its field is asked once, and what it gives is not an event yet. */
  void open(Plan plan, List<GraphQLError> problems) {
    Step step = plan.root().steps.get(0);
    if (value(step) instanceof Failed failed) {
      problems.add(new ExceptionWhileDataFetching(ResultPath.parse("/" + step.key), failed.cause(), step.location));
    }
  }

  private Object value(Step step) {
    try {
      return ((Source.Root) step.source).of(step.arguments.values(values, variables), asked(step));
    } catch (Throwable e) {
      return failed(e);
    }
  }

  private static Asked asked(Step step) {
    return step.below == null ? NOTHING : step.below.asked;
  }

  /** Errors of the machine are not the field's. */
  private Failed failed(Throwable e) {
    if (e instanceof Error error && !(e instanceof StackOverflowError)) {
      throw error;
    }
    if (work.stopped() != null) {
      throw work.stopped();
    }
    return new Failed(e);
  }

  private void answer(Things things) {
    for (int index = 0; index < things.selection.steps.size(); index++) {
      Step step = things.selection.steps.get(index);
      if (step.source instanceof Source.Sets sets) {
        take(things, index, step, sets(things, index, step, sets));
      } else if (step.source instanceof Source.Own own && step.below != null) {
        take(things, index, step, own(things, index, own));
      }
    }
  }

  private Object[] own(Things things, int index, Source.Own own) {
    Object[] found = new Object[things.things.size()];
    for (int i = 0; i < found.length; i++) {
      Object thing = things.things.get(i);
      if (has(things.selection, thing, index)) {
        try {
          found[i] = own.of(thing);
        } catch (Throwable e) {
          found[i] = failed(e);
        }
      }
    }
    return found;
  }

  /** Whether a thing has a step: things of other types at the same place need not. */
  private boolean has(Selection selection, Object thing, int index) {
    if (selection.only != null) {
      return true;
    }
    int[] order = selection.byType.get(wiring.typeOf(thing));
    for (int step : order) {
      if (step == index) {
        return true;
      }
    }
    return false;
  }

  private Object[] sets(Things things, int index, Step step, Source.Sets sets) {
    Object[] found = new Object[things.things.size()];
    List<Object> set = new ArrayList<>(found.length);
    int[] places = new int[found.length];
    int read = 0;
    for (int i = 0; i < found.length; i++) {
      Object thing = things.things.get(i);
      if (!has(things.selection, thing, index)) {
        continue;
      }
      Object value = sets.read(thing);
      if (value != Source.UNREAD) {
        found[i] = value;
        read++;
      } else {
        places[set.size()] = i;
        set.add(thing);
      }
    }
    work.fetch(set.size() + read);
    Explanation.Entry entry = begin(step, set.size() + read);
    if (!set.isEmpty()) {
      List<?> gave = call(step, sets, set);
      for (int i = 0; i < places.length && i < set.size(); i++) {
        found[places[i]] = gave == null ? failure : gave.get(i);
      }
    }
    end(entry);
    return found;
  }

  private Failed failure;

  /** Null when the whole set failed. */
  private List<?> call(Step step, Source.Sets sets, List<Object> set) {
    try {
      return sets.of(set, step.arguments.values(values, variables), asked(step));
    } catch (Throwable e) {
      failure = failed(e);
      return null;
    }
  }

  /** Keeps a step's values, and answers what is asked of the things in them. */
  private void take(Things things, int index, Step step, Object[] found) {
    things.values[index] = found;
    if (step.below == null) {
      return;
    }
    Things below = new Things(step.below);
    for (Object value : found) {
      gather(value, below.things);
    }
    if (below.things.isEmpty()) {
      return;
    }
    things.below[index] = below;
    if (explanation != null) {
      explanation.down(step);
    }
    answer(below);
    if (explanation != null) {
      explanation.up();
    }
  }

  private static void gather(Object value, List<Object> into) {
    if (value instanceof Iterable<?> items) {
      items.forEach(item -> gather(item, into));
    } else if (value != null && !(value instanceof Failed)) {
      into.add(value);
    }
  }

  private Explanation.Entry begin(Step step, int things) {
    return explanation == null ? null : explanation.begin(step, things);
  }

  private void end(Explanation.Entry entry) {
    if (entry != null) {
      explanation.end(entry);
    }
  }

}
