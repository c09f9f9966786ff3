package org.rostrum.event.write;

import java.util.Set;
import java.util.UUID;
import org.rostrum.event.Event;
import org.rostrum.graph.input.FieldUpdate;
import org.rostrum.graph.value.EventType;

/**
 * A valid request to change an event.
 *
 * @param event the event, as read in the running transaction
 * @param type what happened; never replaced by null
 * @param title what happened, in words; never replaced by null
 * @param period when it happened, as it is after the change
 * @param country the key of the country where it happened
 * @param place where it happened below the country
 * @param participants all who took part
 * @param addedClaims the keys of claims that are about it
 * @param removedClaims the keys of claims that are not
 */
public record UpdateEventCommand(
        Event event,
        FieldUpdate<EventType> type,
        FieldUpdate<String> title,
        EventPeriod period,
        FieldUpdate<UUID> country,
        FieldUpdate<String> place,
        FieldUpdate<Set<ParticipantDraft>> participants,
        Set<UUID> addedClaims,
        Set<UUID> removedClaims) {}
