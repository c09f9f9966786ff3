package org.rostrum.extraction.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rostrum.graph.value.EventType;

/**
 * An event that a text reports, past or planned.
 *
 * @param type what happens; what is done by speaking alone ({@link EventType#ACCUSE}, {@link EventType#REQUEST} and the
 *     like) is a statement's act instead
 * @param name what such an event is called: "Meeting"
 * @param trigger the word that reports it
 * @param clause its sentence
 * @param sources who does it, as printed; for pronouns the name that they refer to
 * @param targets to whom or with whom it is done, as printed
 * @param place where, as printed; null where the sentence does not say
 * @param date when; null where the sentence does not say
 */
public record ExtractedEvent(
        EventType type,
        String name,
        Mention trigger,
        Mention clause,
        List<Mention> sources,
        List<Mention> targets,
        @Nullable Mention place,
        @Nullable UtteranceDate date) {}
