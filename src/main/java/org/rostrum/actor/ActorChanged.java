package org.rostrum.actor;

import java.util.UUID;

/**
 * Fired inside the transaction in which an actor's posts, country or identity changed, for whoever keeps what follows from
 * them.
 *
 * @param actor the actor's key; after a merge, the one that stays
 */
public record ActorChanged(UUID actor) {}
