package org.rostrum.event.write;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.EventType;

/**
 * A valid request to record an event.
 *
 * @param title what happened, in words
 * @param period when
 * @param country the key of the country where it happened, or null
 * @param place where it happened below the country, or null
 * @param participants who took part, in the input's order
 * @param claims the keys of the claims about it
 */
public record RecordEventCommand(
        EventType type,
        String title,
        EventPeriod period,
        @Nullable UUID country,
        @Nullable String place,
        Set<ParticipantDraft> participants,
        Set<UUID> claims) {}
