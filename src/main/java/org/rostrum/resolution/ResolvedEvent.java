package org.rostrum.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rostrum.extraction.result.Mention;
import org.rostrum.graph.value.DatePrecision;
import org.rostrum.graph.value.EventType;

/**
 * An event that the article tells of.
 *
 * @param name     what such an event is called: "Meeting"
 * @param title    what happened, in words
 * @param clauses  where the article tells it
 * @param about    the numbers of the statements that tell it
 */
public record ResolvedEvent(EventType type, String name, String title, LocalDate date, DatePrecision precision, UUID country, String place,
    List<Resolution.Part> parts, List<Mention> clauses, List<Integer> about) {}
