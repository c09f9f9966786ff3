package org.rostrum.event.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.read.ActorReferences;
import org.rostrum.claim.Claim;
import org.rostrum.claim.write.ClaimReferences;
import org.rostrum.event.Event;
import org.rostrum.event.ParticipantRole;
import org.rostrum.event.api.EventInputs.ParticipantInput;
import org.rostrum.event.api.EventInputs.RecordEventInput;
import org.rostrum.event.api.EventInputs.UpdateEventInput;
import org.rostrum.event.write.EventPeriod;
import org.rostrum.event.write.ParticipantDraft;
import org.rostrum.event.write.RecordEventCommand;
import org.rostrum.event.write.UpdateEventCommand;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.FieldUpdate;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.input.ParsedInput;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.EventType;

/**
 * Parses the inputs of the mutations of events. Runs in its caller's transaction, to which the events in commands
 * belong.
 */
@ApplicationScoped
public class EventInputParser {

    private static final int MAX_TITLE_LENGTH = 500;
    private static final int MAX_PLACE_LENGTH = 300;
    private static final int MAX_PARTICIPANTS = 100;
    private static final int MAX_CLAIMS = 100;

    private final ActorReferences actors;

    EventInputParser(ActorReferences actors) {
        this.actors = actors;
    }

    /** Parses the input of {@code recordEvent}. */
    public ParsedInput<RecordEventCommand> parse(RecordEventInput input) {
        InputValidator validator = new InputValidator();
        String title = validator.text("title", input.title, MAX_TITLE_LENGTH);
        UUID country = actors.country("country", input.country, validator);
        String place = validator.optionalText("place", input.place, MAX_PLACE_LENGTH);
        EventPeriod period = period(input.date, input.datePrecision, input.endDate, validator);
        Set<ParticipantDraft> participants = participants(input.participants, validator);
        Set<UUID> about = claims("claims", input.claims, validator);
        return validator.parsed(() -> new RecordEventCommand(
                input.type, Objects.requireNonNull(title), period, country, place, participants, about));
    }

    /**
     * Parses the input of {@code updateEvent}.
     *
     * @param provided the input fields that the client provided, be it as null
     */
    ParsedInput<UpdateEventCommand> parse(UpdateEventInput input, Set<String> provided) {
        InputValidator validator = new InputValidator();
        Event event = find(input.eventId, validator);
        if (event == null) {
            return new ParsedInput.Invalid<>(validator.errors());
        }
        FieldUpdate<EventType> type = FieldUpdate.of(provided, "type", () -> input.type);
        if (type.isProvided() && input.type == null) {
            validator.add(UserErrorCode.REQUIRED, "type", "must not be empty");
        }
        FieldUpdate<String> title =
                FieldUpdate.of(provided, "title", () -> validator.text("title", input.title, MAX_TITLE_LENGTH));
        FieldUpdate<UUID> country =
                FieldUpdate.of(provided, "country", () -> actors.country("country", input.country, validator));
        FieldUpdate<String> place =
                FieldUpdate.of(provided, "place", () -> validator.optionalText("place", input.place, MAX_PLACE_LENGTH));
        EventPeriod period = period(event, input, provided, validator);
        FieldUpdate<Set<ParticipantDraft>> participants =
                FieldUpdate.of(provided, "participants", () -> participants(input.participants, validator));
        Set<UUID> added = claims("addClaims", input.addClaims, validator);
        Set<UUID> removed = claims("removeClaims", input.removeClaims, validator);
        return validator.parsed(
                () -> new UpdateEventCommand(event, type, title, period, country, place, participants, added, removed));
    }

    private static @Nullable Event find(String id, InputValidator validator) {
        UUID key = validator.id("eventId", id, Event.PREFIX);
        if (key == null) {
            return null;
        }
        Event event = Event.findById(key);
        if (event == null) {
            validator.add(UserErrorCode.NOT_FOUND, "eventId", "there is no event with the id " + id);
        }
        return event;
    }

    /** The period after an update; a date that is provided without a precision is a day. */
    private static EventPeriod period(
            Event event, UpdateEventInput input, Set<String> provided, InputValidator validator) {
        boolean dated = provided.contains("date");
        LocalDate date = dated ? input.date : event.date;
        DatePrecision precision =
                dated || provided.contains("datePrecision") ? input.datePrecision : event.datePrecision;
        LocalDate endDate = provided.contains("endDate") ? input.endDate : event.endDate;
        return period(date, precision, endDate, validator);
    }

    private static EventPeriod period(
            @Nullable LocalDate date,
            @Nullable DatePrecision precision,
            @Nullable LocalDate endDate,
            InputValidator validator) {
        LocalDate first = validator.date("date", date);
        LocalDate last = validator.date("endDate", endDate);
        DatePrecision known = validator.precision("datePrecision", first, precision);
        if (last != null && first == null) {
            validator.add(UserErrorCode.CONFLICT, "endDate", "must not be given without a date");
        }
        validator.checkOrder("date", first, last);
        return new EventPeriod(first, known, last);
    }

    private Set<ParticipantDraft> participants(@Nullable List<ParticipantInput> provided, InputValidator validator) {
        validator.checkSize("participants", provided, MAX_PARTICIPANTS);
        if (provided == null || provided.size() > MAX_PARTICIPANTS) {
            return Set.of();
        }
        Set<ParticipantDraft> participants = new LinkedHashSet<>();
        for (int i = 0; i < provided.size(); i++) {
            ActorEntity actor = actors.find("participants." + i + ".actor", provided.get(i).actor, validator);
            if (actor != null) {
                participants.add(new ParticipantDraft(
                        actor.key, Objects.requireNonNullElse(provided.get(i).role, ParticipantRole.OTHER)));
            }
        }
        return participants;
    }

    private static Set<UUID> claims(String path, @Nullable List<String> ids, InputValidator validator) {
        validator.checkSize(path, ids, MAX_CLAIMS);
        if (ids == null || ids.size() > MAX_CLAIMS) {
            return Set.of();
        }
        Set<UUID> keys = new LinkedHashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            Claim claim = ClaimReferences.find(path + "." + i, ids.get(i), validator);
            if (claim != null) {
                keys.add(claim.key);
            }
        }
        return keys;
    }
}
