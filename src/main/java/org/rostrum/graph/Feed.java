package org.rostrum.graph;

import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.function.Supplier;

/** The events of one subscription, read from what is committed. Remembers how far it was read. Used by one thread at a time. */
public interface Feed {

  /**
   * An event.
   *
   * @param event  what the subscription's field gives
   * @param cursor where a later subscription goes on behind it
   */
  record Item(Object event, String cursor) {}

  /**
   * What the resolver of a subscription's field returns. When the subscription begins, its feed is opened and handed to
   * whoever follows it; then the operation is run anew for each event, and the field gives that one.
   *
   * @param opener checks the arguments and opens the feed
   */
  @SuppressWarnings("unchecked")
  static <E> Multi<E> serve(Supplier<Feed> opener) {
    Work work = Work.current();
    if (work.event() != null) {
      return Multi.createFrom().item((E) work.event());
    }
    work.open(opener.get());
    return Multi.createFrom().empty();
  }

  /** The next events, at most so many; fewer when there are no more for now. Blocks while it reads. */
  List<Item> next(int most);
}
