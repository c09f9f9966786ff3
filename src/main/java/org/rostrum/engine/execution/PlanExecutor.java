package org.rostrum.engine.execution;

import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.engine.plan.ArgumentValues;
import org.rostrum.engine.plan.FieldStep;
import org.rostrum.engine.plan.Plan;
import org.rostrum.engine.plan.Plan.Cost;
import org.rostrum.engine.plan.SchemaWiring;
import org.rostrum.engine.resolver.FieldFetcher;
import org.rostrum.engine.resolver.FieldFetcher.BatchFetcher;
import org.rostrum.engine.resolver.FieldFetcher.FailedFetch;
import org.rostrum.engine.resolver.FieldFetcher.PropertyFetcher;
import org.rostrum.engine.resolver.FieldFetcher.RootFetcher;
import org.rostrum.graph.error.LimitExceededException;
import org.rostrum.graph.request.RequestContext;
import org.rostrum.store.record.FieldSelection;
import org.rostrum.store.record.ToOneAssociation;
import org.rostrum.store.sql.Database;

/**
 * Fetches the data of a plan level by level: at each level, every field once for all objects. Used for one execution,
 * by one thread.
 */
public final class PlanExecutor {

    private static final FieldSelection LEAF = FieldSelection.of(List.of());

    private final SchemaWiring wiring;
    private final Database database;
    private final ArgumentValues arguments;
    private final RequestContext request;
    private final @Nullable ExecutionTrace trace;

    /** @param trace records the cost of each step; null when it is not requested */
    public PlanExecutor(
            SchemaWiring wiring,
            Database database,
            ArgumentValues arguments,
            RequestContext request,
            @Nullable ExecutionTrace trace) {
        this.wiring = wiring;
        this.database = database;
        this.arguments = arguments;
        this.request = request;
        this.trace = trace;
    }

    /** The batch of the single object that the root fields belong to. */
    public static ObjectBatch root(Plan plan) {
        ObjectBatch root = new ObjectBatch(plan.root(), null, null);
        root.objects.add(plan);
        return root;
    }

    /**
     * Fetches some of an operation's root fields, and everything below them.
     *
     * @param stepIndexes the root fields' steps
     * @throws LimitExceededException when the request goes beyond a limit
     */
    public void run(ObjectBatch root, int... stepIndexes) {
        for (int index : stepIndexes) {
            fetchRootField(root, index);
        }
        List<ObjectBatch> level = new ArrayList<>();
        addChildren(root, level);
        while (!level.isEmpty()) {
            fetchLevel(level);
            List<ObjectBatch> next = new ArrayList<>();
            level.forEach(batch -> addChildren(batch, next));
            level = next;
        }
    }

    private void fetchRootField(ObjectBatch root, int index) {
        FieldStep step = root.selection.steps.get(index);
        if (step.fetcher == null) {
            return;
        }
        Object event = request.event();
        if (event != null) {
            root.values[index] = new Object[] {event};
            return;
        }
        request.countFetches(1);
        ExecutionTrace.Entry entry = beginTrace(step.key, 1);
        root.values[index] = new Object[] {fetchRoot(step)};
        endTrace(entry);
    }

    /**
     * Calls the field of a subscription, which leaves its source of events in the request's context.
     *
     * @param errors is given the field's error, if any
     */
    public void subscribe(Plan plan, List<GraphQLError> errors) {
        FieldStep step = plan.root().steps.get(0);
        if (fetchRoot(step) instanceof FailedFetch failed) {
            errors.add(new ExceptionWhileDataFetching(ResultPath.parse("/" + step.key), failed.cause(), step.location));
        }
    }

    private @Nullable Object fetchRoot(FieldStep step) {
        try {
            RootFetcher fetcher =
                    (RootFetcher) Objects.requireNonNull(step.fetcher, "an introspection field has no fetcher");
            return fetcher.fetch(arguments.of(step), selectionBelow(step));
        } catch (Throwable e) {
            return failed(e);
        }
    }

    private static FieldSelection selectionBelow(FieldStep step) {
        return step.selection == null ? LEAF : step.selection.fields;
    }

    /**
     * Turns what a fetcher threw into the field's error.
     *
     * @throws Error when the JVM itself failed, a stack overflow excepted
     * @throws LimitExceededException when the whole request was stopped
     */
    FailedFetch failed(Throwable e) {
        if (e instanceof Error error && !(e instanceof StackOverflowError)) {
            throw error;
        }
        if (request.stopReason() != null) {
            throw request.stopReason();
        }
        return new FailedFetch(e);
    }

    /** Fetches all fields first, then the targets of all associations, which takes one statement for each table. */
    private void fetchLevel(List<ObjectBatch> level) {
        LinkBatchLoader links = new LinkBatchLoader();
        for (ObjectBatch batch : level) {
            for (int index = 0; index < batch.selection.steps.size(); index++) {
                FieldStep step = batch.selection.steps.get(index);
                if (step.fetcher instanceof BatchFetcher fetcher) {
                    batch.values[index] = fetchBatch(batch, index, step, fetcher, links);
                } else if (step.fetcher instanceof PropertyFetcher fetcher && step.selection != null) {
                    batch.values[index] = readProperty(batch, index, fetcher);
                }
            }
        }
        links.load(database, this);
    }

    private void addChildren(ObjectBatch batch, List<ObjectBatch> level) {
        for (int index = 0; index < batch.selection.steps.size(); index++) {
            FieldStep step = batch.selection.steps.get(index);
            if (step.selection == null || batch.values[index] == null || batch.children[index] != null) {
                continue;
            }
            ObjectBatch children = batch.childBatch(index, step.selection);
            if (step.cost == Cost.LIST) {
                // Pages are bounded by the operation's cost, lists without pages only by their actual length.
                request.countFetches(children.objects.size());
            }
            if (!children.objects.isEmpty()) {
                batch.children[index] = children;
                level.add(children);
            }
        }
    }

    private Object[] readProperty(ObjectBatch batch, int index, PropertyFetcher fetcher) {
        Object[] values = new Object[batch.objects.size()];
        for (int i = 0; i < values.length; i++) {
            Object object = batch.objects.get(i);
            if (batch.hasStep(object, index, wiring)) {
                try {
                    values[i] = fetcher.get(object);
                } catch (Throwable e) {
                    values[i] = failed(e);
                }
            }
        }
        return values;
    }

    private Object[] fetchBatch(
            ObjectBatch batch, int index, FieldStep step, BatchFetcher fetcher, LinkBatchLoader links) {
        Object[] values = new Object[batch.objects.size()];
        List<Object> unread = new ArrayList<>(values.length);
        int[] positions = new int[values.length];
        int readAhead = 0;
        ToOneAssociation association = fetcher.association();
        FieldSelection below = selectionBelow(step);
        for (int i = 0; i < values.length; i++) {
            Object object = batch.objects.get(i);
            if (!batch.hasStep(object, index, wiring)) {
                continue;
            }
            Object value = fetcher.readAhead(object);
            if (value == FieldFetcher.UNREAD) {
                positions[unread.size()] = i;
                unread.add(object);
                continue;
            }
            readAhead++;
            if (association != null && value instanceof UUID key) {
                links.add(trace == null ? step.key : batch.path(step), below, association, key, values, i);
            } else {
                values[i] = value;
            }
        }
        request.countFetches(unread.size() + readAhead);
        if (unread.isEmpty()) {
            return values;
        }
        ExecutionTrace.Entry entry = trace == null ? null : beginTrace(batch.path(step), unread.size());
        List<?> fetched = fetch(fetcher, unread, step);
        for (int i = 0; i < unread.size(); i++) {
            values[positions[i]] = fetched.get(i);
        }
        endTrace(entry);
        return values;
    }

    private List<?> fetch(BatchFetcher fetcher, List<Object> objects, FieldStep step) {
        try {
            return fetcher.fetch(objects, arguments.of(step), selectionBelow(step));
        } catch (Throwable e) {
            return Collections.nCopies(objects.size(), failed(e));
        }
    }

    /** Starts a trace entry; null when no trace is requested. */
    ExecutionTrace.@Nullable Entry beginTrace(String path, int objects) {
        return trace == null ? null : trace.begin(path, objects);
    }

    /** Ends a trace entry, unless it is null. */
    void endTrace(ExecutionTrace.@Nullable Entry entry) {
        if (trace != null && entry != null) {
            trace.end(entry);
        }
    }
}
