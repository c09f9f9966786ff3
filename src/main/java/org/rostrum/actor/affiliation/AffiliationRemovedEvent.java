package org.rostrum.actor.affiliation;

import java.util.UUID;

/**
 * Fired inside the transaction that removes a post, before it is deleted, for the rooms whose records refer to posts.
 *
 * @param affiliation the post's key
 */
public record AffiliationRemovedEvent(UUID affiliation) {}
