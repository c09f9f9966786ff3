package org.rostrum.engine.execution;

import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.rostrum.engine.plan.ArgumentValues;
import org.rostrum.engine.plan.FieldFetcher.FailedFetch;
import org.rostrum.engine.plan.FieldFetcher;
import org.rostrum.engine.plan.FieldStep;
import org.rostrum.engine.plan.Plan.Cost;
import org.rostrum.engine.plan.Plan.Selection;
import org.rostrum.engine.plan.Plan;
import org.rostrum.engine.plan.SchemaWiring;
import org.rostrum.graph.error.LimitExceededException;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.sql.Database;

/**
 * Gets the data that a plan asks for: at each place each field once, for all things that are there. Used for one run, by one
 * thread.
 */
public final class PlanExecutor {

  /** For leaves. */
  private static final FieldSelection NOTHING = FieldSelection.of(List.of());

  private final SchemaWiring wiring;
  private final Database database;
  private final ArgumentValues values;
  private final RequestContext work;
  private final ExecutionTrace explanation;

  /** @param explanation notes what each step took; null when nobody wants to know */
  public PlanExecutor(SchemaWiring wiring, Database database, ArgumentValues values, RequestContext work, ExecutionTrace explanation) {
    this.wiring = wiring;
    this.database = database;
    this.values = values;
    this.work = work;
    this.explanation = explanation;
  }

  /** The one thing that an operation's fields are fields of. */
  public static ObjectBatch root(Plan plan) {
    ObjectBatch root = new ObjectBatch(plan.root(), null, null);
    root.things.add(plan);
    return root;
  }

  /**
   * Answers some of an operation's fields, and all below them.
   *
   * @throws LimitExceededException when the request has to stop
   */
  public void run(ObjectBatch root, int... indexes) {
    for (int index : indexes) {
      root(root, index);
    }
    List<ObjectBatch> level = new ArrayList<>();
    gather(root, level);
    answer(level);
  }

  private void root(ObjectBatch root, int index) {
    FieldStep step = root.selection.steps.get(index);
    if (step.source == null) {
      return;
    }
    Object event = work.event();
    Object value;
    if (event != null) {
      value = event;
    } else {
      work.fetch(1);
      ExecutionTrace.Entry entry = begin(step.key, 1);
      value = value(step);
      end(entry);
    }
    root.values[index] = new Object[] {value};
  }

  /** Opens the feed of a subscription: its field is asked once, and what it gives is not an event yet. */
  public void open(Plan plan, List<GraphQLError> problems) {
    FieldStep step = plan.root().steps.get(0);
    if (value(step) instanceof FailedFetch failed) {
      problems.add(new ExceptionWhileDataFetching(ResultPath.parse("/" + step.key), failed.cause(), step.location));
    }
  }

  private Object value(FieldStep step) {
    try {
      return ((FieldFetcher.RootFetcher) step.source).of(values.of(step), asked(step));
    } catch (Throwable e) {
      return failed(e);
    }
  }

  private static FieldSelection asked(FieldStep step) {
    return step.below == null ? NOTHING : step.below.asked;
  }

  /** Errors of the machine are not the field's. */
  FailedFetch failed(Throwable e) {
    if (e instanceof Error error && !(e instanceof StackOverflowError)) {
      throw error;
    }
    if (work.stopped() != null) {
      throw work.stopped();
    }
    return new FailedFetch(e);
  }

  /** Goes down level by level: at each, fields of all things first, and links, which may be one statement for many fields, then. */
  private void answer(List<ObjectBatch> from) {
    List<ObjectBatch> level = from;
    while (!level.isEmpty()) {
      LinkBatchLoader links = new LinkBatchLoader();
      level.forEach(things -> ask(things, links));
      links.follow(database, this);
      List<ObjectBatch> next = new ArrayList<>();
      level.forEach(things -> gather(things, next));
      level = next;
    }
  }

  private void ask(ObjectBatch things, LinkBatchLoader links) {
    for (int index = 0; index < things.selection.steps.size(); index++) {
      FieldStep step = things.selection.steps.get(index);
      if (step.source instanceof FieldFetcher.BatchFetcher sets) {
        things.values[index] = sets(things, index, step, sets, links);
      } else if (step.source instanceof FieldFetcher.PropertyFetcher own && step.below != null) {
        things.values[index] = own(things, index, own);
      }
    }
  }

  /** Collects what the fields of things led to: the things one level down. */
  private void gather(ObjectBatch things, List<ObjectBatch> into) {
    for (int index = 0; index < things.selection.steps.size(); index++) {
      FieldStep step = things.selection.steps.get(index);
      if (step.below != null && things.values[index] != null && things.below[index] == null) {
        ObjectBatch below = new ObjectBatch(step.below, things, step);
        for (Object value : things.values[index]) {
          gather(value, below.things);
        }
        if (step.cost == Cost.LIST) {
          // Pages are bounded by the operation's cost; lists without pages are as long as they are.
          work.fetch(below.things.size());
        }
        if (!below.things.isEmpty()) {
          things.below[index] = below;
          into.add(below);
        }
      }
    }
  }

  private Object[] own(ObjectBatch things, int index, FieldFetcher.PropertyFetcher own) {
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
    int[] order = selection.order(wiring.typeOf(thing));
    for (int step : order) {
      if (step == index) {
        return true;
      }
    }
    return false;
  }

  private Object[] sets(ObjectBatch things, int index, FieldStep step, FieldFetcher.BatchFetcher sets, LinkBatchLoader links) {
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
      if (value instanceof UUID key) {
        links.add(explanation == null ? step.key : things.path(step), step, sets.join(), key, found, i);
        read++;
      } else if (value != FieldFetcher.UNREAD) {
        found[i] = value;
        read++;
      } else {
        places[set.size()] = i;
        set.add(thing);
      }
    }
    work.fetch(set.size() + read);
    if (set.isEmpty()) {
      return found;
    }
    ExecutionTrace.Entry entry = explanation == null ? null : begin(things.path(step), set.size());
    List<?> gave;
    try {
      gave = sets.of(set, values.of(step), asked(step));
    } catch (Throwable e) {
      gave = Collections.nCopies(set.size(), failed(e));
    }
    for (int i = 0; i < set.size(); i++) {
      found[places[i]] = gave.get(i);
    }
    end(entry);
    return found;
  }

  private static void gather(Object value, List<Object> into) {
    if (value instanceof Iterable<?> items) {
      items.forEach(item -> gather(item, into));
    } else if (value != null && !(value instanceof FailedFetch)) {
      into.add(value);
    }
  }

  /** Starts to note what something takes; null when nobody wants to know. */
  ExecutionTrace.Entry begin(String path, int things) {
    return explanation == null ? null : explanation.begin(path, things);
  }

  /** The end of it. */
  void end(ExecutionTrace.Entry entry) {
    if (entry != null) {
      explanation.end(entry);
    }
  }
}
