package org.rostrum.claim;

import java.util.UUID;

/** A link that a machine read. */
public record ProposedLink(UUID from, UUID to, LinkType type, double confidence) {}
