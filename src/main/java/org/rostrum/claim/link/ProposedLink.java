package org.rostrum.claim.link;

import java.util.UUID;
import org.rostrum.claim.ClaimLinkKey;
import org.rostrum.graph.value.LinkType;

/**
 * A link that an extraction proposes.
 *
 * @param from the key of the claim that it starts from
 * @param to the key of the claim that it points to
 * @param confidence how sure the link is, 0 to 1
 */
public record ProposedLink(UUID from, UUID to, LinkType type, double confidence) {

    ClaimLinkKey key() {
        return new ClaimLinkKey(from, to, type);
    }
}
