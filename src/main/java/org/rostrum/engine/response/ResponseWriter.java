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
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.execution.ObjectBatch;
import org.rostrum.engine.json.JsonBuffer;
import org.rostrum.engine.json.LeafSerializer;
import org.rostrum.engine.plan.FieldStep;
import org.rostrum.engine.plan.OutputType;
import org.rostrum.engine.plan.Plan.Selection;
import org.rostrum.engine.plan.SchemaWiring;
import org.rostrum.engine.resolver.FieldFetcher;
import org.rostrum.engine.resolver.FieldFetcher.FailedFetch;
import org.rostrum.graph.error.LimitExceededException;

/**
 * Writes fetched data as JSON, depth first, in the order of the response. Field errors are collected on the way, in the
 * same order: failed fetches, values that cannot be serialized, and nulls where they are not allowed, which propagate
 * to the nearest nullable parent. Used for one execution, by one thread.
 */
public final class ResponseWriter {

    private static final int USUAL_DEPTH = 16;

    private final SchemaWiring wiring;
    private final Map<String, Object> introspection;
    private final JsonBuffer json;
    private final List<GraphQLError> errors;
    private final long maxBytes;
    /** Response keys and list indexes from the root down to the current field. */
    private Object[] path = new Object[USUAL_DEPTH];

    private int depth;
    /** The type of the innermost object or list that is being written, for error messages. */
    @SuppressWarnings("NullAway.Init") // Set before the value of any field is written.
    private String parentType;

    @SuppressWarnings("NullAway.Init") // Set before the value of any field is written.
    private FieldStep field;

    /**
     * Creates a writer.
     *
     * @param introspection the values of the root's introspection fields, by response key
     * @param json is appended to
     * @param errors is given the field errors
     * @param maxBytes the limit on the buffer's length
     */
    public ResponseWriter(
            SchemaWiring wiring,
            Map<String, Object> introspection,
            JsonBuffer json,
            List<GraphQLError> errors,
            long maxBytes) {
        this.wiring = wiring;
        this.introspection = introspection;
        this.json = json;
        this.errors = errors;
        this.maxBytes = maxBytes;
    }

    /**
     * Writes a root field, with its key.
     *
     * @return false when a null propagates to the whole response
     * @throws LimitExceededException when the response grows too large
     */
    public boolean rootField(ObjectBatch root, int stepIndex) {
        FieldStep step = root.selection.steps.get(stepIndex);
        json.raw(step.encodedKey);
        return field(root, 0, root.typeOf(root.objects.get(0), wiring), stepIndex, step);
    }

    /** Writes the next object of a batch; false, with nothing written, when a null propagates to it. */
    private boolean nextObject(ObjectBatch batch) {
        int position = batch.nextToWrite++;
        Object object = batch.objects.get(position);
        Selection selection = batch.selection;
        GraphQLObjectType type = batch.typeOf(object, wiring);
        int start = json.length();
        boolean complete = true;
        json.raw('{');
        for (int index : selection.order(type)) {
            FieldStep step = selection.steps.get(index);
            if (json.length() > start + 1) {
                json.raw(',');
            }
            json.raw(step.encodedKey);
            // The remaining fields are written even after a null has propagated, because their errors are reported too.
            complete &= field(batch, position, type, index, step);
        }
        json.raw('}');
        if (json.length() > maxBytes) {
            throw new LimitExceededException(
                    "answer",
                    maxBytes,
                    null,
                    "the request was stopped: its answer is larger than the limit of " + maxBytes + " bytes");
        }
        if (!complete) {
            json.truncate(start);
        }
        return complete;
    }

    private boolean field(ObjectBatch batch, int position, GraphQLObjectType type, int stepIndex, FieldStep step) {
        if (step.isTypename()) {
            json.raw('"').raw(JsonBuffer.ascii(type.getName())).raw('"');
            return true;
        }
        FieldFetcher fetcher = step.fetcher;
        if (fetcher == null) {
            json.value(introspection.get(step.key));
            return true;
        }
        push(step.key);
        parentType = type.getName();
        field = step;
        Object value = batch.values[stepIndex] == null
                ? property(fetcher, batch.objects.get(position))
                : batch.values[stepIndex][position];
        boolean complete = value(value, step.outputType, batch.children[stepIndex]);
        depth--;
        return complete;
    }

    private static @Nullable Object property(FieldFetcher fetcher, Object object) {
        try {
            return ((FieldFetcher.PropertyFetcher) fetcher).get(object);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            return new FailedFetch(e);
        }
    }

    /** Writes a value of the current field; false, with nothing written, when a null propagates to the parent. */
    private boolean value(@Nullable Object value, OutputType type, ObjectBatch children) {
        if (value instanceof FailedFetch failed) {
            errors.add(new ExceptionWhileDataFetching(resultPath(), failed.cause(), field.location));
            return nullOrPropagate(type);
        }
        if (value == null) {
            return missing(type);
        }
        OutputType item = type.item();
        if (item != null) {
            return list((Iterable<?>) value, type, item, children);
        }
        LeafSerializer leaf = type.leaf();
        if (leaf != null) {
            return leaf(value, type, leaf);
        }
        FieldStep currentField = field;
        String currentType = parentType;
        boolean complete = nextObject(children);
        field = currentField;
        parentType = currentType;
        return complete || nullOrPropagate(type);
    }

    private boolean list(Iterable<?> items, OutputType type, OutputType itemType, ObjectBatch children) {
        int start = json.length();
        boolean complete = true;
        int index = 0;
        json.raw('[');
        String currentType = parentType;
        for (Object item : items) {
            if (index > 0) {
                json.raw(',');
            }
            push(index++);
            parentType = type.name();
            complete &= value(item, itemType, children);
            parentType = currentType;
            depth--;
        }
        json.raw(']');
        if (!complete) {
            json.truncate(start);
            return nullOrPropagate(type);
        }
        return true;
    }

    private boolean leaf(Object value, OutputType type, LeafSerializer serializer) {
        int start = json.length();
        try {
            return serializer.write(json, value) || missing(type);
        } catch (CoercingSerializeException e) {
            json.truncate(start);
            errors.add(new SerializationError(resultPath(), e));
            return nullOrPropagate(type);
        }
    }

    /** Handles a null for which no error has been reported yet. */
    private boolean missing(OutputType type) {
        if (type.nonNull()) {
            ResultPath at = resultPath();
            errors.add(NonNullFieldError.missing(at.toList(), at.toString(), type.name(), parentType));
        }
        return nullOrPropagate(type);
    }

    /** Writes null where the type allows it; false where it does not. */
    private boolean nullOrPropagate(OutputType type) {
        if (type.nonNull()) {
            return false;
        }
        json.nullValue();
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
