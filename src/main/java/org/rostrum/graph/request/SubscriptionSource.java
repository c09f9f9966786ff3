package org.rostrum.graph.request;

import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.function.Supplier;

/**
 * The events of one subscription, read from committed changes. Keeps its position between calls. Used by one thread at
 * a time.
 */
public interface SubscriptionSource {

    /**
     * An event.
     *
     * @param event the value of the subscription's field
     * @param cursor a later subscription that starts with it resumes after this event
     */
    record Item(Object event, String cursor) {}

    /**
     * The return value for the method of a subscription's field. The method is called once, when the subscription
     * begins; the source it opens is left in the {@link RequestContext}. Then the operation is executed once for each
     * event, which is the field's value.
     *
     * @param opener checks the arguments and opens the source
     */
    static <E> Multi<E> serve(Supplier<SubscriptionSource> opener) {
        RequestContext.current().setSubscriptionSource(opener.get());
        return Multi.createFrom().empty();
    }

    /**
     * The next events; fewer than {@code most} when there are no more for now. Blocks while it reads. When it throws,
     * its position has not changed: the next call returns the same events.
     *
     * @param most the maximum number of events
     */
    List<Item> next(int most);
}
