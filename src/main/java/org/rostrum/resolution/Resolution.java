package org.rostrum.resolution;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.affiliation.AttestedPost;
import org.rostrum.actor.write.NewActor;
import org.rostrum.event.ParticipantRole;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.graph.value.LinkType;
import org.rostrum.resolution.mention.LinkedMention;

/**
 * What was extracted from an article, with its mentions resolved. Lists by statement have the statements' order.
 *
 * @param speakers the speaker of each statement; null where nobody is named
 * @param addressees the addressee of each statement; null where nobody is named
 * @param days when each statement was made; null where that is unknown
 * @param links how statements refer to each other
 * @param events the events, each once however often the article names it
 * @param newActors actors who are not known yet, to be recorded under the keys by which the rest refers to them
 * @param posts posts that are not known yet
 */
public record Resolution(
        List<@Nullable LinkedMention> speakers,
        List<@Nullable LinkedMention> addressees,
        List<@Nullable UtteranceDate> days,
        List<Stance> links,
        List<ResolvedEvent> events,
        List<NewActor> newActors,
        List<AttestedPost> posts) {

    /** Of a text from which nothing was extracted. */
    public static final Resolution NOTHING =
            new Resolution(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * How a statement refers to another of the same article, both by their index.
     *
     * @param confidence the certainty, 0 to 1
     */
    public record Stance(int from, int to, LinkType type, double confidence) {}

    /** An actor's part in an event. */
    public record Participation(UUID actor, ParticipantRole role) {}
}
