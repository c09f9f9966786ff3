package org.rostrum.graph.request;

import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.function.Supplier;

/** The events of one subscription, read from what is committed. Remembers how far it was read. Used by one thread at a time. */
public interface SubscriptionSource {

  /**
   * An event.
   *
   * @param event  what the subscription's field gives
   * @param cursor where a later subscription goes on behind it
   */
  record Item(Object event, String cursor) {}

  /**
   * What the method of a subscription's field returns. It is called once, when the subscription begins: its feed is opened and
   * handed to whoever follows it. Then the operation is run anew for each event, which the engine takes for what the field gives.
   *
   * @param opener checks the arguments and opens the feed
   */
  static <E> Multi<E> serve(Supplier<SubscriptionSource> opener) {
    RequestContext.current().open(opener.get());
    return Multi.createFrom().empty();
  }

  /**
   * The next events, at most so many; fewer when there are no more for now. Blocks while it reads. When it throws, it has not
   * moved on: what it would have given comes with the next call.
   */
  List<Item> next(int most);
}
