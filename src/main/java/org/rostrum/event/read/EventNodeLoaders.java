package org.rostrum.event.read;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.rostrum.event.EventMention;
import org.rostrum.event.Participant;
import org.rostrum.graph.node.NodeLoader;
import org.rostrum.store.sql.Database;

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
