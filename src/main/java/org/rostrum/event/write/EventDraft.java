package org.rostrum.event.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.claim.TextSpan;
import org.rostrum.event.ParticipantRole;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.EventType;

/**
 * An event that an article tells of, about to be recorded or found to be known; its parts are known to be right.
 *
 * @param type what happens
 * @param name what such an event is called, with which its title begins
 * @param title what happened, in words
 * @param date when, or null
 * @param precision how much of the date is known
 * @param country where, or null
 * @param place where, as printed, or null
 * @param parts who took part, by their keys
 * @param mentions where the article tells it
 * @param about the claims that tell it
 */
public record EventDraft(
        EventType type,
        String name,
        String title,
        @Nullable LocalDate date,
        DatePrecision precision,
        @Nullable UUID country,
        @Nullable String place,
        Map<UUID, ParticipantRole> parts,
        List<TextSpan> mentions,
        Set<UUID> about) {}
