package org.rostrum.engine.response;

import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.SerializationError;
import graphql.execution.ResultPath;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.rostrum.engine.execution.ObjectBatch;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.engine.plan.FieldFetcher.FailedFetch;
import org.rostrum.engine.plan.FieldFetcher;
import org.rostrum.engine.plan.FieldStep;
import org.rostrum.engine.plan.OutputType;
import org.rostrum.engine.plan.Plan.Selection;
import org.rostrum.engine.plan.SchemaWiring;
import org.rostrum.graph.error.LimitExceededException;

/**
 * Writes what was found as JSON, walking down in the order of the answer. Errors come up here, in that order: a field that
 * failed, a value of the wrong kind, and nulls where none may be, which take the nearest place with them that may be null.
 * Used for one run, by one thread.
 */
public final class ResponseWriter {

  private final SchemaWiring wiring;
  private final Map<String, Object> introspection;
  private final JsonBuffer json;
  private final List<GraphQLError> errors;
  private final long most;
  /** Keys and indexes from the root down to where the writer is. */
  private Object[] path = new Object[16];
  private int depth;
  /** The type of the innermost thing that is being written, for errors. */
  private String parent;
  private FieldStep field;

  /**
   * @param introspection the values of the root's fields that ask about the schema, by key
   * @param most          how many bytes may be written
   */
  public ResponseWriter(SchemaWiring wiring, Map<String, Object> introspection, JsonBuffer json, List<GraphQLError> errors, long most) {
    this.wiring = wiring;
    this.introspection = introspection;
    this.json = json;
    this.errors = errors;
    this.most = most;
  }

  /**
   * Writes a field of the operation itself, with its key.
   *
   * @return false when a null spreads to the whole answer
   */
  public boolean root(ObjectBatch root, int index) {
    FieldStep step = root.selection.steps.get(index);
    json.raw(step.encodedKey);
    return field(root, 0, root.selection.only, index, step);
  }

  /** Writes the next of the things; false when a null spreads to it. */
  private boolean next(ObjectBatch things) {
    int at = things.next++;
    Object thing = things.things.get(at);
    Selection selection = things.selection;
    GraphQLObjectType type = selection.only != null ? selection.only : wiring.typeOf(thing);
    int start = json.length();
    boolean whole = true;
    json.raw('{');
    for (int index : selection.order(type)) {
      FieldStep step = selection.steps.get(index);
      if (json.length() > start + 1) {
        json.raw(',');
      }
      json.raw(step.encodedKey);
      // What follows is looked at all the same: its errors are told as well.
      whole &= field(things, at, type, index, step);
    }
    json.raw('}');
    if (json.length() > most) {
      throw new LimitExceededException("answer", most, null, "the request was stopped: its answer is larger than the limit of " + most + " bytes");
    }
    if (!whole) {
      json.cut(start);
    }
    return whole;
  }

  private boolean field(ObjectBatch things, int at, GraphQLObjectType type, int index, FieldStep step) {
    if (step.isTypename()) {
      json.raw('"').raw(JsonBuffer.ascii(type.getName())).raw('"');
      return true;
    }
    if (step.source == null) {
      json.any(introspection.get(step.key));
      return true;
    }
    push(step.key);
    parent = type.getName();
    field = step;
    boolean right = value(things.values[index] == null ? own(step, things.things.get(at)) : things.values[index][at],
        step.shape, things.below[index]);
    depth--;
    return right;
  }

  private static Object own(FieldStep step, Object thing) {
    try {
      return ((FieldFetcher.PropertyFetcher) step.source).of(thing);
    } catch (Exception e) {
      return new FailedFetch(e);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      return new FailedFetch(e);
    }
  }

  private boolean value(Object value, OutputType shape, ObjectBatch below) {
    if (value instanceof FailedFetch failed) {
      errors.add(new ExceptionWhileDataFetching(resultPath(), failed.cause(), field.location));
      return nothing(shape, false);
    }
    if (value == null) {
      return nothing(shape, true);
    }
    if (shape.item() != null) {
      return list((Iterable<?>) value, shape, below);
    }
    if (shape.leaf() != null) {
      return leaf(value, shape);
    }
    FieldStep self = field;
    String above = parent;
    boolean right = next(below);
    field = self;
    parent = above;
    return right || spread(shape);
  }

  private boolean list(Iterable<?> items, OutputType shape, ObjectBatch below) {
    int start = json.length();
    boolean whole = true;
    int index = 0;
    json.raw('[');
    String above = parent;
    for (Object item : items) {
      if (index > 0) {
        json.raw(',');
      }
      push(index++);
      parent = shape.name();
      whole &= value(item, shape.item(), below);
      parent = above;
      depth--;
    }
    json.raw(']');
    if (!whole) {
      json.cut(start);
      return spread(shape);
    }
    return true;
  }

  private boolean leaf(Object value, OutputType shape) {
    int start = json.length();
    try {
      return shape.leaf().write(json, value) || nothing(shape, true);
    } catch (CoercingSerializeException e) {
      json.cut(start);
      errors.add(new SerializationError(resultPath(), e));
      return nothing(shape, false);
    }
  }

  /** Writes null where it may stand. @param unexplained whether no error has been told yet of it */
  private boolean nothing(OutputType shape, boolean unexplained) {
    if (shape.nonNull() && unexplained) {
      ResultPath at = resultPath();
      errors.add(NonNullFieldError.missing(at.toList(), at.toString(), shape.name(), parent));
    }
    return spread(shape);
  }

  private boolean spread(OutputType shape) {
    if (shape.nonNull()) {
      return false;
    }
    json.nothing();
    return true;
  }

  private void push(Object segment) {
    if (depth == path.length) {
      path = Arrays.copyOf(path, depth * 2);
    }
    path[depth++] = segment;
  }

  private ResultPath resultPath() {
    return ResultPath.fromList(new ArrayList<>(Arrays.asList(path).subList(0, depth)));
  }
}
