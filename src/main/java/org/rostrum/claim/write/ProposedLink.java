package org.rostrum.claim.write;

import java.util.UUID;
import org.rostrum.graph.value.LinkType;

/** A link that a machine read. */
public record ProposedLink(UUID from, UUID to, LinkType type, double confidence) {}
