package org.rostrum.engine.execution;

import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.plan.FieldStep;
import org.rostrum.engine.plan.Plan.Selection;
import org.rostrum.engine.plan.SchemaWiring;
import org.rostrum.engine.resolver.FieldFetcher.FailedFetch;

/**
 * Objects of one response level that share a selection set, in the order of the response, with the values of their
 * fields. The objects among a field's values form a batch of their own, one level below.
 */
public final class ObjectBatch {

    public final Selection selection;
    public final List<Object> objects = new ArrayList<>();
    /** By step: the field's value for each object; null for steps whose values are read when they are written. */
    public final Object[][] values;
    /** By step: the objects among the values; null for leaves and where there are none. */
    public final ObjectBatch[] children;
    /** The index of the object that is written next. */
    public int nextToWrite;

    private final @Nullable ObjectBatch parent;
    private final @Nullable FieldStep step;

    /**
     * Creates a batch without objects.
     *
     * @param parent the batch whose field returned these objects; null for the root
     * @param step that field; null for the root
     */
    ObjectBatch(Selection selection, @Nullable ObjectBatch parent, @Nullable FieldStep step) {
        this.selection = selection;
        this.parent = parent;
        this.step = step;
        this.values = new Object[selection.steps.size()][];
        this.children = new ObjectBatch[selection.steps.size()];
    }

    /** The response keys from the root down to a field of these objects, joined by dots. */
    String path(FieldStep field) {
        return parent == null || step == null ? field.key : parent.path(step) + "." + field.key;
    }

    /** Whether an object has a step: objects of different types in one batch may have different ones. */
    boolean hasStep(Object object, int stepIndex, SchemaWiring wiring) {
        return selection.onlyType != null || selection.includes(typeOf(object, wiring), stepIndex);
    }

    /** The GraphQL type of an object of this batch. */
    public GraphQLObjectType typeOf(Object object, SchemaWiring wiring) {
        return selection.onlyType != null ? selection.onlyType : wiring.typeOf(object);
    }

    /**
     * A batch of the objects among a field's values.
     *
     * @param below what is selected of them
     */
    ObjectBatch childBatch(int stepIndex, Selection below) {
        ObjectBatch batch = new ObjectBatch(below, this, selection.steps.get(stepIndex));
        for (Object value : values[stepIndex]) {
            batch.add(value);
        }
        return batch;
    }

    private void add(@Nullable Object value) {
        if (value instanceof Iterable<?> items) {
            items.forEach(this::add);
        } else if (value != null && !(value instanceof FailedFetch)) {
            objects.add(value);
        }
    }
}
