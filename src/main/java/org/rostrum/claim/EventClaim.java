package org.rostrum.claim;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** States that a claim is about an event. */
@Entity
@Table(name = "event_claim")
@IdClass(EventClaim.Key.class)
public class EventClaim extends PanacheEntityBase {

    /** The prefix of events' ids: the room of events depends on this one, not the other way round. */
    public static final String EVENT_PREFIX = "event";

    @Id
    @Column(name = "event_id")
    public UUID eventKey;

    @Id
    @Column(name = "claim_id")
    public UUID claimKey;

    record Key(UUID eventKey, UUID claimKey) implements Serializable {}

    /** A new row. */
    public static EventClaim of(UUID event, UUID claim) {
        EventClaim about = new EventClaim();
        about.eventKey = event;
        about.claimKey = claim;
        return about;
    }
}
