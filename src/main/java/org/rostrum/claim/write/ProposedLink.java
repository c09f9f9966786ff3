package org.rostrum.claim.write;

import java.util.UUID;
import org.rostrum.claim.LinkType;

/** A link that a machine read. */
public record ProposedLink(UUID from, UUID to, LinkType type, double confidence) {}
