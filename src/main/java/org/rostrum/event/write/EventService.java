package org.rostrum.event.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.write.ActorService;
import org.rostrum.article.Article;
import org.rostrum.claim.Claim;
import org.rostrum.claim.write.ClaimService;
import org.rostrum.event.Event;
import org.rostrum.event.EventMention;
import org.rostrum.event.Participant;
import org.rostrum.event.ParticipantRole;
import org.rostrum.event.read.EventRepository;
import org.rostrum.event.write.EventInputs.ParticipantInput;
import org.rostrum.event.write.EventInputs.RecordEventInput;
import org.rostrum.event.write.EventInputs.UpdateEventInput;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.EventType;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.tx.KeyLocks.Stage;
import org.rostrum.store.tx.KeyLocks;

/** Records and changes events. Every method runs in its caller's transaction. */
@ApplicationScoped
public class EventService {

  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_PLACE = 300;
  private static final int MOST = 100;

  private final ActorService actors;
  private final ClaimService claims;
  private final EntityManager entities;
  private final ChangeLog history;
  private final EventRepository events;
  private final KeyLocks locks;

  EventService(ActorService actors, ClaimService claims, EntityManager entities, ChangeLog history, EventRepository events, KeyLocks locks) {
    this.locks = locks;
    this.events = events;
    this.history = history;
    this.actors = actors;
    this.claims = claims;
    this.entities = entities;
  }

  /** Records an event; gives its key, or that of the event that is there already, or null. */
  public UUID record(RecordEventInput input, InputValidator mistakes) {
    Event event = BaseEntity.begun(new Event());
    event.type = input.type;
    event.title = mistakes.text("title", input.title, LONGEST_TITLE);
    event.countryKey = actors.country("country", input.country, mistakes);
    event.place = mistakes.optionalText("place", input.place, LONGEST_PLACE);
    date(event, input.date, input.datePrecision, input.endDate, mistakes);
    Map<String, Participant> participants = participants(event, input.participants, mistakes);
    Set<UUID> about = claims("claims", input.claims, mistakes);
    if (mistakes.any()) {
      return null;
    }
    Set<String> keys = new LinkedHashSet<>(lockKeys(event.type, event.date, event.datePrecision,
        participants.values().stream().map(part -> part.actorKey).toList()));
    keys.add("event " + event.type + ' ' + event.dateOrder + ' ' + event.title);
    locks.lock(Stage.CONTENT, keys);
    Event known = Event.find("type = ?1 and title = ?2 and dateOrder = ?3", event.type, event.title, event.dateOrder).firstResult();
    if (known != null) {
      mistakes.add(UserErrorCode.ALREADY_EXISTS, "title", "an event of this type, title and date is there already");
      return known.key;
    }
    event.persist();
    history.recorded(SubjectType.EVENT, event.key);
    participants.values().forEach(participant -> participant.persist());
    entities.flush();
    about.forEach(claim -> claims.about(event.key, claim));
    return event.key;
  }

  /**
   * Changes an event; gives its key, or null when the input has mistakes.
   *
   * @param given the input fields that the client gave
   */
  public UUID update(UpdateEventInput input, Set<String> given, InputValidator mistakes) {
    Event event = find(input.eventId, mistakes);
    if (event == null) {
      return null;
    }
    // Changes below reach the database only when there is no mistake.
    entities.detach(event);
    Map<String, Object> before = event.audited();
    if (given.contains("type") && input.type == null) {
      mistakes.add(UserErrorCode.REQUIRED, "type", "must not be empty");
    }
    if (given.contains("title")) {
      event.title = mistakes.text("title", input.title, LONGEST_TITLE);
    }
    if (given.contains("country")) {
      event.countryKey = actors.country("country", input.country, mistakes);
    }
    if (given.contains("place")) {
      event.place = mistakes.optionalText("place", input.place, LONGEST_PLACE);
    }
    boolean dated = given.contains("date");
    LocalDate date = dated ? input.date : event.date;
    DatePrecision precision = given.contains("datePrecision") || dated ? input.datePrecision : event.datePrecision;
    date(event, date, precision, given.contains("endDate") ? input.endDate : event.endDate, mistakes);
    Map<String, Participant> participants = participants(event, input.participants, mistakes);
    Set<UUID> added = claims("addClaims", input.addClaims, mistakes);
    Set<UUID> removed = claims("removeClaims", input.removeClaims, mistakes);
    if (mistakes.any()) {
      return null;
    }
    if (given.contains("type")) {
      event.type = input.type;
    }
    // From now on it is what a person says that it is.
    event.extracted = false;
    entities.merge(event);
    Map<String, Object> after = event.audited();
    if (given.contains("participants")) {
      before.put("participants", parts(Participant.<Participant>list("eventKey = ?1 order by key", event.key)));
      after.put("participants", parts(participants.values()));
      Participant.delete("eventKey", event.key);
      participants.values().forEach(participant -> participant.persist());
    }
    history.note(SubjectType.EVENT, event.key, ChangeAction.UPDATED, before, after);
    removed.forEach(claim -> claims.notAbout(event.key, claim));
    List<UUID> known = about(event.key);
    added.stream().filter(claim -> !known.contains(claim)).forEach(claim -> claims.about(event.key, claim));
    return event.key;
  }

  /**
   * What must be locked, in {@link Stage#CONTENT}, before {@link #tell}: two events that are the same are a day apart at most and have an
   * actor in common, so they share one of these keys.
   */
  public static List<String> lockKeys(EventType type, LocalDate date, DatePrecision precision, Collection<UUID> actors) {
    if (precision != DatePrecision.DAY) {
      return List.of();
    }
    return actors.stream().flatMap(actor -> Stream.of(date, date.plusDays(1)).map(day -> "event " + type + ' ' + day + ' ' + actor)).toList();
  }

  /** Notes what an article tells to have happened that was never read before: as {@link #tell}. */
  public void tellFirst(Article article, List<EventDraft> drafts) {
    if (!drafts.isEmpty()) {
      tell(article, drafts, List.of());
    }
  }

  /**
   * Notes what an article tells to have happened, instead of what a machine read in it before: of each whether it is known already,
   * from this article or another, else as a new event. What nothing tells of any more goes.
   */
  public void tell(Article article, List<EventDraft> drafts) {
    entities.flush();
    List<UUID> before = entities.createNativeQuery("select distinct event_id from event_mention where article_id = ?", UUID.class).setParameter(1, article.key).getResultList();
    if (!before.isEmpty()) {
      entities.createNativeQuery("delete from event_mention where article_id = ?").setParameter(1, article.key).executeUpdate();
    }
    List<Event> told = before.isEmpty() ? List.of() : Event.list("key in ?1 and extracted = true", before);
    told.forEach(event -> claimsOf(article, event).forEach(claim -> claims.notAbout(event.key, claim)));
    tell(article, drafts, told);
    told.stream().filter(event -> EventMention.count("eventKey", event.key) == 0 && about(event.key).isEmpty()).forEach(event -> {
      history.note(SubjectType.EVENT, event.key, ChangeAction.DELETED);
      Participant.delete("eventKey", event.key);
      Event.deleteById(event.key);
    });
  }

  private List<UUID> claimsOf(Article article, Event event) {
    return entities.createNativeQuery("select a.claim_id from event_claim a join claim c on c.id = a.claim_id where a.event_id = ? and c.article_id = ?", UUID.class)
        .setParameter(1, event.key).setParameter(2, article.key).getResultList();
  }

  private void tell(Article article, List<EventDraft> drafts, List<Event> before) {
    List<EventDraft> dated = drafts.stream().filter(draft -> draft.precision() == DatePrecision.DAY).toList();
    Map<Event, Set<UUID>> known = dated.isEmpty() ? new LinkedHashMap<>() : events.like(
        dated.stream().map(EventDraft::type).collect(Collectors.toSet()),
        dated.stream().map(EventDraft::date).min(LocalDate::compareTo).orElseThrow().minusDays(1),
        dated.stream().map(EventDraft::date).max(LocalDate::compareTo).orElseThrow().plusDays(1),
        dated.stream().flatMap(draft -> draft.parts().keySet().stream()).collect(Collectors.toSet()));
    for (EventDraft draft : drafts) {
      Event same = before.stream().filter(event -> event.type == draft.type() && event.title.equals(draft.title()) && Objects.equals(event.date, draft.date())).findFirst()
          .orElseGet(() -> known.entrySet().stream().filter(event -> isSame(event.getKey(), event.getValue(), draft)).map(Map.Entry::getKey).findFirst().orElse(null));
      Event event = same == null ? create(draft) : same;
      known.computeIfAbsent(event, key -> new LinkedHashSet<>()).addAll(draft.parts().keySet());
      if (same != null && same.extracted) {
        complete(same.key, draft);
      }
      mention(event, article, draft, same == null);
    }
  }

  /** The same type and name, a day apart at most, and the same actors, or all of those that one of them has; two at least where the place does not tell. */
  private static boolean isSame(Event event, Set<UUID> actors, EventDraft draft) {
    boolean day = draft.precision() == DatePrecision.DAY && event.datePrecision == DatePrecision.DAY && Math.abs(ChronoUnit.DAYS.between(event.date, draft.date())) <= 1;
    if (event.type != draft.type() || !day) {
      return false;
    }
    Set<UUID> shared = new LinkedHashSet<>(actors);
    shared.retainAll(draft.parts().keySet());
    boolean all = shared.size() == Math.min(actors.size(), draft.parts().size()) && !shared.isEmpty();
    boolean place = event.countryKey != null && event.countryKey.equals(draft.country());
    boolean elsewhere = event.countryKey != null && draft.country() != null && !place;
    boolean named = event.title.startsWith(draft.name());
    boolean sameDay = event.date.equals(draft.date());
    return !elsewhere && all && (shared.size() > 1 && (sameDay || named) || named && sameDay && (place || event.title.equals(draft.title())));
  }

  private Event create(EventDraft draft) {
    Event event = BaseEntity.begun(new Event());
    event.type = draft.type();
    event.title = draft.title();
    event.countryKey = draft.country();
    event.place = draft.place();
    event.extracted = true;
    event.between(InputValidator.startOf(draft.date(), draft.precision()), draft.precision(), null);
    event.persist();
    history.recorded(SubjectType.EVENT, event.key);
    draft.parts().forEach((actor, role) -> participant(event.key, actor, role).persist());
    entities.flush();
    return event;
  }

  /** Adds what another article tells of an event that no person has touched: its place, and who else took part. */
  private void complete(UUID key, EventDraft draft) {
    Event event = Event.findById(key);
    Map<String, Object> before = event.audited();
    event.countryKey = event.countryKey == null ? draft.country() : event.countryKey;
    event.place = event.place == null ? draft.place() : event.place;
    List<Participant> known = Participant.list("eventKey", key);
    Map<String, Object> after = event.audited();
    before.put("participants", parts(known));
    List<Participant> all = new ArrayList<>(known);
    draft.parts().forEach((actor, role) -> {
      if (known.stream().noneMatch(part -> part.actorKey.equals(actor))) {
        Participant added = participant(key, actor, role);
        added.persist();
        all.add(added);
      }
    });
    after.put("participants", parts(all));
    if (!before.equals(after)) {
      history.note(SubjectType.EVENT, key, ChangeAction.UPDATED, before, after);
    }
  }

  private static Participant participant(UUID event, UUID actor, ParticipantRole role) {
    Participant participant = BaseEntity.begun(new Participant());
    participant.eventKey = event;
    participant.actorKey = actor;
    participant.role = role;
    return participant;
  }

  private void mention(Event event, Article article, EventDraft draft, boolean isNew) {
    Set<Integer> known = isNew ? new HashSet<>() : EventMention.<EventMention>list("eventKey = ?1 and articleKey = ?2", event.key, article.key).stream()
        .map(mention -> mention.start).collect(Collectors.toSet());
    draft.mentions().stream().filter(span -> known.add(span.start())).forEach(span -> EventMention.of(event.key, article, span.start(), span.end()).persist());
    if (!event.extracted) {
      // What it is about is what a person says.
      return;
    }
    List<UUID> about = isNew ? List.of() : about(event.key);
    draft.about().stream().filter(claim -> !about.contains(claim)).forEach(claim -> claims.about(event.key, claim));
  }

  private static List<String> parts(Collection<Participant> participants) {
    return participants.stream().map(part -> part.role + " " + ActorEntity.id(part.actorKey)).toList();
  }

  private List<UUID> about(UUID event) {
    return entities.createNativeQuery("select claim_id from event_claim where event_id = ?", UUID.class)
        .setParameter(1, event).getResultList();
  }

  private static Event find(String id, InputValidator mistakes) {
    UUID key = mistakes.id("eventId", id, Event.PREFIX);
    if (key == null) {
      return null;
    }
    Event event = Event.findById(key);
    if (event == null) {
      mistakes.add(UserErrorCode.NOT_FOUND, "eventId", "there is no event with the id " + id);
    }
    return event;
  }

  private static void date(Event event, LocalDate first, DatePrecision given, LocalDate last, InputValidator mistakes) {
    LocalDate date = mistakes.date("date", first);
    LocalDate end = mistakes.date("endDate", last);
    DatePrecision precision = mistakes.precision("datePrecision", date, given);
    if (end != null && date == null) {
      mistakes.add(UserErrorCode.CONFLICT, "endDate", "must not be given without a date");
    }
    mistakes.ordered("date", date, end);
    event.between(InputValidator.startOf(date, precision), precision, end);
  }

  private Map<String, Participant> participants(Event event, List<ParticipantInput> given, InputValidator mistakes) {
    mistakes.atMost("participants", given, MOST);
    if (given == null || given.size() > MOST) {
      return Map.of();
    }
    Map<String, Participant> participants = new LinkedHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      ActorEntity actor = actors.find("participants." + i + ".actor", given.get(i).actor, mistakes);
      if (actor == null) {
        continue;
      }
      Participant participant = participant(event.key, actor.key, Objects.requireNonNullElse(given.get(i).role, ParticipantRole.OTHER));
      participants.putIfAbsent(actor.key + " " + participant.role, participant);
    }
    return participants;
  }

  private Set<UUID> claims(String path, List<String> ids, InputValidator mistakes) {
    mistakes.atMost(path, ids, MOST);
    if (ids == null || ids.size() > MOST) {
      return Set.of();
    }
    List<Claim> found = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      found.add(claims.claim(path + "." + i, ids.get(i), mistakes));
    }
    Set<UUID> keys = new LinkedHashSet<>();
    found.stream().filter(claim -> claim != null).forEach(claim -> keys.add(claim.key));
    return keys;
  }
}
