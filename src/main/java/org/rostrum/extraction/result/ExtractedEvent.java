package org.rostrum.extraction.result;

import java.util.List;
import org.rostrum.graph.value.EventType;

/**
 * Something that a text tells to have happened, or to be going to.
 *
 * @param type    what happens; what is done by speaking alone ({@link EventType#ACCUSE}, {@link EventType#REQUEST} and the like) is a statement's act instead
 * @param name    what such a thing is called: "Meeting"
 * @param trigger the word that tells it
 * @param clause  the sentence it stands in
 * @param sources who does it, as printed; for pronouns the name that they stand for
 * @param targets to whom or with whom it is done, as printed
 * @param place   where, as printed; null where the sentence does not tell
 * @param on      when; null where the sentence does not tell
 */
public record ExtractedEvent(
    EventType type, String name, Mention trigger, Mention clause, List<Mention> sources, List<Mention> targets, Mention place, UtteranceDate on) {}
