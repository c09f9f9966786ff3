package org.rostrum.event;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.rostrum.graph.Database;
import org.rostrum.graph.NodeSource;

/** What hangs on events by its ids. */
@Singleton
class EventNodes {

  @Produces
  @Singleton
  NodeSource participants(Database database) {
    return NodeSource.of(Participant.PREFIX, Participant.class, database);
  }

  @Produces
  @Singleton
  NodeSource mentions(Database database) {
    return NodeSource.of(EventMention.PREFIX, EventMention.class, database);
  }
}
