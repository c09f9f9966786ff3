package org.rostrum.actor.merge;

import org.rostrum.actor.ActorEntity;

/**
 * A valid request to merge two different actors of the same kind.
 *
 * @param merged the actor that gives way, as read in the running transaction
 * @param into the actor that stays, as read in the running transaction
 */
public record MergeActorsCommand(ActorEntity merged, ActorEntity into) {}
