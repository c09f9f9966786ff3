package org.rostrum.claim.write;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** That a claim is about an event. */
@Entity
@Table(name = "event_claim")
@IdClass(EventClaim.Key.class)
public class EventClaim extends PanacheEntityBase {

  @Id
  @Column(name = "event_id")
  public UUID eventKey;

  @Id
  @Column(name = "claim_id")
  public UUID claimKey;

  record Key(UUID eventKey, UUID claimKey) implements Serializable {}

  static EventClaim of(UUID event, UUID claim) {
    EventClaim about = new EventClaim();
    about.eventKey = event;
    about.claimKey = claim;
    return about;
  }
}
