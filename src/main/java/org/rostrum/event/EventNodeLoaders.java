package org.rostrum.event;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.rostrum.graph.Database;
import org.rostrum.graph.NodeLoader;

/** What hangs on events by its ids. */
@Singleton
class EventNodeLoaders {

  @Produces
  @Singleton
  NodeLoader participants(Database database) {
    return NodeLoader.of(Participant.PREFIX, Participant.class, database);
  }

  @Produces
  @Singleton
  NodeLoader mentions(Database database) {
    return NodeLoader.of(EventMention.PREFIX, EventMention.class, database);
  }
}
