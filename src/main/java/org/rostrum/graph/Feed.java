package org.rostrum.graph;

import java.util.List;

/** The events of one subscription, read from what is committed. Remembers how far it was read. Used by one thread at a time. */
public interface Feed {

  /**
   * An event.
   *
   * @param event  what the subscription's field gives
   * @param cursor where a later subscription goes on behind it
   */
  record Item(Object event, String cursor) {}

  /** The next events, at most so many; fewer when there are no more for now. Blocks while it reads. */
  List<Item> next(int most);
}
