package org.rostrum.claim.write;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.rostrum.claim.Claim;
import org.rostrum.claim.EventClaim;
import org.rostrum.graph.node.TypeId;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.FieldChange;
import org.rostrum.history.SubjectType;

/** Writes which claims are about which events, with the changes of both. Runs in its caller's transaction. */
@ApplicationScoped
public class EventClaimWriter {

    private final ChangeLog history;

    EventClaimWriter(ChangeLog history) {
        this.history = history;
    }

    /** Adds a claim to those about an event; it must not be one of them. */
    public void add(UUID event, UUID claim) {
        EventClaim.of(event, claim).persist();
        history.note(SubjectType.CLAIM, claim, ChangeAction.UPDATED, FieldChange.added("events", eventId(event)));
        history.note(SubjectType.EVENT, event, ChangeAction.UPDATED, FieldChange.added("claims", Claim.id(claim)));
    }

    /** Removes a claim from those about an event; does nothing where it is none of them. */
    public void remove(UUID event, UUID claim) {
        if (EventClaim.delete("eventKey = ?1 and claimKey = ?2", event, claim) > 0) {
            noteRemoved(event, claim);
        }
    }

    /** Notes that a claim is no longer about an event. */
    void noteRemoved(UUID event, UUID claim) {
        history.note(SubjectType.CLAIM, claim, ChangeAction.UPDATED, FieldChange.removed("events", eventId(event)));
        history.note(SubjectType.EVENT, event, ChangeAction.UPDATED, FieldChange.removed("claims", Claim.id(claim)));
    }

    private static String eventId(UUID event) {
        return new TypeId(EventClaim.EVENT_PREFIX, event).toString();
    }
}
