package org.rostrum.claim;

import java.io.Serializable;
import java.util.UUID;
import org.rostrum.graph.value.LinkType;

/**
 * What identifies a link: two claims have at most one link of each type and direction.
 *
 * @param fromKey the key of the claim that the link starts from
 * @param toKey the key of the claim that it points to
 */
public record ClaimLinkKey(UUID fromKey, UUID toKey, LinkType type) implements Serializable {}
