package org.rostrum.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.extraction.result.Mention;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.EventType;

/**
 * An event in an article.
 *
 * @param name what such events are called: "Meeting"
 * @param title what happened, in words
 * @param date the day; the first one of the month or year where no more is known; null where unknown
 * @param country the key of the country where it happened, or null
 * @param place where it happened, as printed, or null
 * @param participations who took part, the acting side first
 * @param clauses the sentences that describe it
 * @param statements the indexes of the statements about it
 */
public record ResolvedEvent(
        EventType type,
        String name,
        String title,
        @Nullable LocalDate date,
        DatePrecision precision,
        @Nullable UUID country,
        @Nullable String place,
        List<Resolution.Participation> participations,
        List<Mention> clauses,
        List<Integer> statements) {}
