package org.rostrum.event.write;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.merge.MergeableReference;
import org.rostrum.actor.merge.ReferenceColumn;
import org.rostrum.event.Event;
import org.rostrum.event.Participant;
import org.rostrum.event.ParticipantRole;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.FieldChange;
import org.rostrum.history.SubjectType;

/**
 * Moves the parts in events when actors are merged. Where both actors have the same part in an event, one of the two is
 * removed.
 */
@Singleton
class ParticipantReferences implements MergeableReference {

    private static final String MOVED = "PART";
    /** A removed part: {@link Move#detail()} is the event's key and the role, with a space between. */
    private static final String REMOVED = "PART_LOST";

    private final ReferenceColumn column;
    private final EntityManager entities;
    private final ChangeLog history;

    ParticipantReferences(EntityManager entities, ChangeLog history) {
        this.column = new ReferenceColumn(MOVED, "Participant", "actorKey", entities, this::noteMoved);
        this.entities = entities;
        this.history = history;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MOVED, REMOVED);
    }

    @Override
    public List<Move> merge(ActorEntity merged, ActorEntity into) {
        List<Move> moves = new ArrayList<>();
        List<Participant> both = Participant.list(
                "from Participant p where p.actorKey = ?1 and exists (select 1 from Participant o where o.eventKey = p.eventKey and o.role = p.role and o.actorKey = ?2)",
                merged.key,
                into.key);
        for (Participant part : both) {
            moves.add(new Move(REMOVED, merged.key, part.eventKey + " " + part.role));
            part.delete();
        }
        entities.flush();
        moves.addAll(column.merge(merged, into));
        return moves;
    }

    @Override
    public void unmerge(ActorEntity merged, ActorEntity into, List<Move> moves) {
        column.unmerge(
                merged,
                into,
                moves.stream().filter(move -> move.kind().equals(MOVED)).toList());
        moves.stream().filter(move -> move.kind().equals(REMOVED)).forEach(move -> restore(merged, move));
    }

    private void restore(ActorEntity merged, Move removed) {
        String[] part = Objects.requireNonNull(removed.detail(), "a removal names the event and the role")
                .split(" ");
        Event event = Event.findById(UUID.fromString(part[0]));
        if (event == null) {
            return;
        }
        Participant participant = Participant.of(event.key, merged.key, ParticipantRole.valueOf(part[1]));
        participant.recordedAt = event.recordedAt;
        participant.updatedAt = event.updatedAt;
        participant.persist();
        history.note(
                SubjectType.EVENT,
                event.key,
                ChangeAction.UPDATED,
                new FieldChange("participants", null, part[1] + " " + merged.getId()));
    }

    private void noteMoved(List<UUID> rows, ActorEntity from, ActorEntity to) {
        entities.createQuery(
                        "select distinct eventKey from Participant where key in (:rows) and actorKey = :from",
                        UUID.class)
                .setParameter("rows", rows)
                .setParameter("from", from.key)
                .getResultList()
                .forEach(event -> history.note(
                        SubjectType.EVENT,
                        event,
                        ChangeAction.UPDATED,
                        new FieldChange("participants", from.getId(), to.getId())));
    }
}
