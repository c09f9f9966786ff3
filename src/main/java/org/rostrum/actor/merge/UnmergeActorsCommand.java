package org.rostrum.actor.merge;

import org.rostrum.actor.ActorEntity;

/**
 * A valid request to take a merge back.
 *
 * @param merged the actor that was merged into another, as read in the running transaction
 */
public record UnmergeActorsCommand(ActorEntity merged) {}
