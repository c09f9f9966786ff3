package org.rostrum.event.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rostrum.article.Article;
import org.rostrum.claim.write.EventClaimWriter;
import org.rostrum.event.Event;
import org.rostrum.event.EventMention;
import org.rostrum.event.Participant;
import org.rostrum.event.read.EventRepository;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;
import org.rostrum.store.record.BaseEntity;

/**
 * Records the events that articles report, each once, however many articles report it. What a person recorded or
 * changed keeps its fields. Every method runs in its caller's transaction, in which the {@link EventLocks} are locked.
 */
@ApplicationScoped
public class EventReconciler {

    private final EventClaimWriter claims;
    private final EventRepository events;
    private final EntityManager entities;
    private final ChangeLog history;

    EventReconciler(EventClaimWriter claims, EventRepository events, EntityManager entities, ChangeLog history) {
        this.claims = claims;
        this.events = events;
        this.entities = entities;
        this.history = history;
    }

    /** Records the events of an article that was never extracted before. */
    public void recordFirst(Article article, List<EventDraft> drafts) {
        if (!drafts.isEmpty()) {
            record(article, drafts, List.of());
        }
    }

    /**
     * Records the events of an article in place of those of an earlier extraction; events that nothing reports any more
     * are deleted.
     */
    public void reconcile(Article article, List<EventDraft> drafts) {
        entities.flush();
        List<UUID> mentioned = entities.createQuery(
                        "select distinct eventKey from EventMention where articleKey = :article", UUID.class)
                .setParameter("article", article.key)
                .getResultList();
        if (!mentioned.isEmpty()) {
            EventMention.delete("articleKey", article.key);
        }
        List<Event> earlier = mentioned.isEmpty() ? List.of() : Event.list("key in ?1 and extracted = true", mentioned);
        earlier.forEach(
                event -> events.claimKeys(event.key, article.key).forEach(claim -> claims.remove(event.key, claim)));
        record(article, drafts, earlier);
        earlier.stream().filter(this::isOrphaned).forEach(this::delete);
    }

    private boolean isOrphaned(Event event) {
        return EventMention.count("eventKey", event.key) == 0
                && claimKeys(event).isEmpty();
    }

    private void delete(Event event) {
        history.note(SubjectType.EVENT, event.key, ChangeAction.DELETED);
        Participant.delete("eventKey", event.key);
        Event.deleteById(event.key);
    }

    private void record(Article article, List<EventDraft> drafts, List<Event> earlier) {
        Map<Event, Set<UUID>> candidates = candidates(drafts);
        for (EventDraft draft : drafts) {
            Optional<Event> known = known(draft, earlier, candidates);
            Event event = known.orElseGet(() -> create(draft));
            candidates
                    .computeIfAbsent(event, key -> new LinkedHashSet<>())
                    .addAll(draft.parts().keySet());
            if (known.isPresent() && event.extracted) {
                complete(event.key, draft);
            }
            mention(event, article, draft, known.isEmpty());
        }
    }

    /** The recorded events that drafts may report, with the keys of their participants. */
    private Map<Event, Set<UUID>> candidates(List<EventDraft> drafts) {
        List<EventDraft> dated = drafts.stream()
                .filter(draft -> draft.precision() == DatePrecision.DAY)
                .toList();
        if (dated.isEmpty()) {
            return new LinkedHashMap<>();
        }
        return events.similar(
                dated.stream().map(EventDraft::type).collect(Collectors.toSet()),
                dated.stream()
                        .map(EventDraft::date)
                        .min(LocalDate::compareTo)
                        .orElseThrow()
                        .minusDays(1),
                dated.stream()
                        .map(EventDraft::date)
                        .max(LocalDate::compareTo)
                        .orElseThrow()
                        .plusDays(1),
                dated.stream().flatMap(draft -> draft.parts().keySet().stream()).collect(Collectors.toSet()));
    }

    private static Optional<Event> known(EventDraft draft, List<Event> earlier, Map<Event, Set<UUID>> candidates) {
        return earlier.stream()
                .filter(event -> EventMatcher.isUnchanged(event, draft))
                .findFirst()
                .or(() -> candidates.entrySet().stream()
                        .filter(candidate -> EventMatcher.isSame(candidate.getKey(), candidate.getValue(), draft))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private Event create(EventDraft draft) {
        Event event = BaseEntity.initialized(new Event());
        event.type = draft.type();
        event.title = draft.title();
        event.countryKey = draft.country();
        event.place = draft.place();
        event.extracted = true;
        event.setPeriod(InputValidator.startOf(draft.date(), draft.precision()), draft.precision(), null);
        event.persist();
        history.recorded(SubjectType.EVENT, event.key);
        draft.parts()
                .forEach((actor, role) -> Participant.of(event.key, actor, role).persist());
        entities.flush();
        return event;
    }

    /** Adds the country, place and participants that another article reports of an event that no person has changed. */
    private void complete(UUID key, EventDraft draft) {
        Event event = Event.findById(key);
        Map<String, Object> before = event.audited();
        event.countryKey = event.countryKey == null ? draft.country() : event.countryKey;
        event.place = event.place == null ? draft.place() : event.place;
        Map<String, Object> after = event.audited();
        List<Participant> known = Participant.list("eventKey", key);
        List<Participant> all = new ArrayList<>(known);
        draft.parts().forEach((actor, role) -> {
            if (known.stream().noneMatch(part -> part.actorKey.equals(actor))) {
                Participant added = Participant.of(key, actor, role);
                added.persist();
                all.add(added);
            }
        });
        before.put("participants", Participant.audited(known));
        after.put("participants", Participant.audited(all));
        if (!before.equals(after)) {
            history.note(SubjectType.EVENT, key, ChangeAction.UPDATED, before, after);
        }
    }

    private void mention(Event event, Article article, EventDraft draft, boolean isNew) {
        Set<Integer> known = isNew
                ? new HashSet<>()
                : EventMention.<EventMention>list("eventKey = ?1 and articleKey = ?2", event.key, article.key).stream()
                        .map(mention -> mention.start)
                        .collect(Collectors.toSet());
        draft.mentions().stream()
                .filter(span -> known.add(span.start()))
                .forEach(span -> EventMention.of(event.key, article, span.start(), span.end())
                        .persist());
        if (!event.extracted) {
            // A person has decided which claims are about it.
            return;
        }
        List<UUID> about = isNew ? List.of() : claimKeys(event);
        draft.about().stream().filter(claim -> !about.contains(claim)).forEach(claim -> claims.add(event.key, claim));
    }

    private List<UUID> claimKeys(Event event) {
        entities.flush();
        return events.claimKeys(event.key);
    }
}
