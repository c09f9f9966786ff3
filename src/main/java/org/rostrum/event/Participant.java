package org.rostrum.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.rostrum.actor.ActorEntity;
import org.rostrum.graph.node.Node;
import org.rostrum.graph.node.TypeId;
import org.rostrum.store.record.BaseEntity;

/** An actor's part in an event. */
@Entity
@Table(name = "event_participant")
@Description("An actor's part in an event.")
public class Participant extends BaseEntity implements Node {

    /** The prefix of participants' ids. */
    public static final String PREFIX = "participant";

    @Ignore
    @Column(name = "event_id", nullable = false)
    public UUID eventKey;

    @Ignore
    @Column(name = "actor_id", nullable = false)
    public UUID actorKey;

    /** The part. */
    @NonNull
    @Enumerated(EnumType.STRING)
    @Description("The part that the actor has.")
    public ParticipantRole role;

    /** A part in an event, not yet stored. */
    public static Participant of(UUID event, UUID actor, ParticipantRole role) {
        Participant participant = BaseEntity.initialized(new Participant());
        participant.eventKey = event;
        participant.actorKey = actor;
        participant.role = role;
        return participant;
    }

    /** The roles and actors of participants: for the event's history. */
    public static List<String> audited(List<Participant> participants) {
        return participants.stream()
                .map(part -> part.role + " " + ActorEntity.id(part.actorKey))
                .toList();
    }

    @Override
    @Id
    @NonNull
    @Description("The global id: opaque, typed and stable.")
    public String getId() {
        return new TypeId(PREFIX, key).toString();
    }
}
