package org.rostrum.event.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rostrum.claim.write.EventClaimWriter;
import org.rostrum.event.Event;
import org.rostrum.event.Participant;
import org.rostrum.event.read.EventRepository;
import org.rostrum.graph.input.ChangeResult;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.tx.KeyLocks;
import org.rostrum.store.tx.KeyLocks.Stage;

/** Records and changes events for people. Every method runs in its caller's transaction. */
@ApplicationScoped
public class EventService {

    private final EventClaimWriter claims;
    private final EventRepository events;
    private final EntityManager entities;
    private final ChangeLog history;
    private final KeyLocks locks;

    EventService(
            EventClaimWriter claims,
            EventRepository events,
            EntityManager entities,
            ChangeLog history,
            KeyLocks locks) {
        this.claims = claims;
        this.events = events;
        this.entities = entities;
        this.history = history;
        this.locks = locks;
    }

    /** Records an event; rejected where one of the same type, title and date exists. */
    public ChangeResult record(RecordEventCommand command) {
        Event event = BaseEntity.initialized(new Event());
        event.type = command.type();
        event.title = command.title();
        event.countryKey = command.country();
        event.place = command.place();
        event.setPeriod(
                command.period().date(),
                command.period().precision(),
                command.period().endDate());
        lock(event, command.participants());
        Event existing = Event.find(
                        "type = ?1 and title = ?2 and dateOrder = ?3", event.type, event.title, event.dateOrder)
                .firstResult();
        if (existing != null) {
            return ChangeResult.alreadyExists(
                    "title", "an event of this type, title and date is there already", existing.key);
        }
        event.persist();
        history.recorded(SubjectType.EVENT, event.key);
        command.participants()
                .forEach(part ->
                        Participant.of(event.key, part.actor(), part.role()).persist());
        entities.flush();
        command.claims().forEach(claim -> claims.add(event.key, claim));
        return new ChangeResult.Changed(event.key);
    }

    private void lock(Event event, Set<ParticipantDraft> participants) {
        Set<String> keys = new LinkedHashSet<>(EventLocks.keys(
                event.type,
                event.date,
                event.datePrecision,
                participants.stream().map(ParticipantDraft::actor).toList()));
        keys.add("event " + event.type + ' ' + event.dateOrder + ' ' + event.title);
        locks.lock(Stage.CONTENT, keys);
    }

    /** Changes an event. Later extractions leave its fields and claims as they are. */
    public ChangeResult update(UpdateEventCommand command) {
        Event event = command.event();
        Map<String, Object> before = event.audited();
        event.type = command.type().applyToRequired(event.type);
        event.title = command.title().applyToRequired(event.title);
        event.countryKey = command.country().applyTo(event.countryKey);
        event.place = command.place().applyTo(event.place);
        event.setPeriod(
                command.period().date(),
                command.period().precision(),
                command.period().endDate());
        event.extracted = false;
        Map<String, Object> after = event.audited();
        command.participants().newValue().ifPresent(drafts -> {
            List<Participant> participants = drafts.stream()
                    .map(part -> Participant.of(event.key, part.actor(), part.role()))
                    .toList();
            before.put("participants", Participant.audited(Participant.list("eventKey = ?1 order by key", event.key)));
            after.put("participants", Participant.audited(participants));
            Participant.delete("eventKey", event.key);
            participants.forEach(participant -> participant.persist());
        });
        history.note(SubjectType.EVENT, event.key, ChangeAction.UPDATED, before, after);
        command.removedClaims().forEach(claim -> claims.remove(event.key, claim));
        entities.flush();
        List<UUID> known = events.claimKeys(event.key);
        command.addedClaims().stream()
                .filter(claim -> !known.contains(claim))
                .forEach(claim -> claims.add(event.key, claim));
        return new ChangeResult.Changed(event.key);
    }
}
