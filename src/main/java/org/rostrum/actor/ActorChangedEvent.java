package org.rostrum.actor;

import java.util.Collection;
import java.util.UUID;

/**
 * Fired inside the transaction in which actors' posts, country or identity changed, for whoever keeps what follows from
 * them.
 *
 * @param actors the actors' keys; after a merge, that of the one that stays
 */
public record ActorChangedEvent(Collection<UUID> actors) {}
