package org.rostrum.claim.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rostrum.claim.ClaimLink;
import org.rostrum.claim.ClaimLinkKey;
import org.rostrum.claim.RefusedLink;

/** Stores the links that an extraction proposes. Runs in its caller's transaction. */
@ApplicationScoped
public class LinkReconciler {

    private final ClaimLinker linker;
    private final EntityManager entities;

    LinkReconciler(ClaimLinker linker, EntityManager entities) {
        this.linker = linker;
        this.entities = entities;
    }

    /** Links claims that were recorded in this transaction, and so have no links yet. */
    public void linkFirst(List<ProposedLink> links) {
        new LinkedHashSet<>(links).forEach(linker::add);
    }

    /**
     * Replaces the extracted links that start from claims of an article. A link that a person removed is not added
     * again.
     *
     * @param claims the keys of the article's claims; null for a statement without one
     */
    public void relink(List<UUID> claims, List<ProposedLink> links) {
        entities.flush();
        Set<ClaimLinkKey> proposed = new HashSet<>();
        links.forEach(link -> proposed.add(link.key()));
        List<UUID> own = claims.stream().filter(Objects::nonNull).toList();
        List<ClaimLink> old = own.isEmpty() ? List.of() : ClaimLink.list("extracted = true and fromKey in ?1", own);
        old.stream()
                .filter(link -> !proposed.contains(new ClaimLinkKey(link.fromKey, link.toKey, link.type)))
                .forEach(linker::remove);
        links.stream().filter(link -> !isStored(link) && !isRefused(link)).forEach(linker::add);
    }

    private static boolean isStored(ProposedLink link) {
        return ClaimLink.count("fromKey = ?1 and toKey = ?2 and type = ?3", link.from(), link.to(), link.type()) > 0;
    }

    private static boolean isRefused(ProposedLink link) {
        return RefusedLink.findById(link.key()) != null;
    }
}
