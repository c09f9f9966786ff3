package org.rostrum.claim.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rostrum.claim.Claim;
import org.rostrum.claim.ClaimLink;
import org.rostrum.claim.ClaimLinkKey;
import org.rostrum.claim.RefusedLink;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.ChangeResult;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.FieldChange;
import org.rostrum.history.SubjectType;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.tx.KeyLocks;
import org.rostrum.store.tx.KeyLocks.Stage;

/** Adds and removes links between claims, with the changes of both ends. Runs in its caller's transaction. */
@ApplicationScoped
public class ClaimLinker {

    /** The confidence of a link that a person made. */
    private static final double CERTAIN = 1;

    private final ChangeLog history;
    private final KeyLocks locks;

    ClaimLinker(ChangeLog history, KeyLocks locks) {
        this.history = history;
        this.locks = locks;
    }

    /** Adds a link between two different claims for a person, unless it exists. */
    public ChangeResult link(ClaimLinkKey key) {
        locks.lock(Stage.CONTENT, List.of("link " + key.fromKey() + ' ' + key.toKey() + ' ' + key.type()));
        Optional<ClaimLink> existing = find(key);
        if (existing.isPresent()) {
            return ChangeResult.alreadyExists("type", "the claims are linked like this already", existing.get().key);
        }
        return new ChangeResult.Changed(add(key));
    }

    /** Removes a link for a person; rejected where there is none. An extracted link is not added again. */
    public ChangeResult unlink(ClaimLinkKey key) {
        Optional<ClaimLink> link = find(key);
        if (link.isEmpty()) {
            return ChangeResult.rejected(
                    UserErrorCode.NOT_FOUND, "type", "there is no such link between the two claims");
        }
        remove(link.get());
        if (link.get().extracted) {
            RefusedLink.of(key).persist();
        }
        return new ChangeResult.Changed(link.get().key);
    }

    /** Adds a link that a person made and that does not exist; gives its key. */
    public UUID add(ClaimLinkKey key) {
        return add(key, CERTAIN, false);
    }

    /** Adds an extracted link that does not exist. */
    void add(ProposedLink proposed) {
        add(proposed.key(), proposed.confidence(), true);
    }

    private UUID add(ClaimLinkKey key, double confidence, boolean extracted) {
        ClaimLink link = BaseEntity.initialized(new ClaimLink());
        link.confidence = confidence;
        link.extracted = extracted;
        link.fromKey = key.fromKey();
        link.toKey = key.toKey();
        link.type = key.type();
        link.persist();
        history.note(SubjectType.CLAIM, link.fromKey, ChangeAction.LINKED, FieldChange.added("links", outgoing(link)));
        history.note(SubjectType.CLAIM, link.toKey, ChangeAction.LINKED, FieldChange.added("links", incoming(link)));
        return link.key;
    }

    /** Removes a stored link. */
    void remove(ClaimLink link) {
        link.delete();
        noteRemoved(link);
    }

    /** Notes at both ends that a link was removed. */
    public void noteRemoved(ClaimLink link) {
        history.note(
                SubjectType.CLAIM, link.fromKey, ChangeAction.UNLINKED, FieldChange.removed("links", outgoing(link)));
        history.note(
                SubjectType.CLAIM, link.toKey, ChangeAction.UNLINKED, FieldChange.removed("links", incoming(link)));
    }

    private static Optional<ClaimLink> find(ClaimLinkKey key) {
        return ClaimLink.<ClaimLink>find(
                        "fromKey = ?1 and toKey = ?2 and type = ?3", key.fromKey(), key.toKey(), key.type())
                .firstResultOptional();
    }

    private static String outgoing(ClaimLink link) {
        return link.type + " " + Claim.id(link.toKey);
    }

    private static String incoming(ClaimLink link) {
        return Claim.id(link.fromKey) + " " + link.type;
    }
}
