package org.rostrum.resolution;

import java.util.List;
import java.util.UUID;
import org.rostrum.actor.write.AttestedPost;
import org.rostrum.actor.write.NewActor;
import org.rostrum.event.ParticipantRole;
import org.rostrum.extraction.result.UtteranceDate;
import org.rostrum.graph.value.LinkType;

/**
 * What an article's reading means.
 *
 * @param speakers   who said each statement, in the statements' order
 * @param addressees whom each was said to; null where nobody is named
 * @param days       when each was said; null where nothing tells
 * @param links      how statements stand to each other
 * @param events     what happened, what several places tell once
 * @param newActors  the actors that nobody knew, to be recorded under the keys by which the rest names them
 * @param posts      the posts that the article tells of
 */
public record Resolution(List<LinkedMention> speakers, List<LinkedMention> addressees, List<UtteranceDate> days, List<Stance> links, List<ResolvedEvent> events,
    List<NewActor> newActors, List<AttestedPost> posts) {

  /** Of a text that tells nothing. */
  public static final Resolution NOTHING = new Resolution(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /**
   * How a statement stands to another of the same article, both by their number.
   *
   * @param confidence how sure that is, 0 to 1
   */
  public record Stance(int from, int to, LinkType type, double confidence) {}

  /** An actor's part in an event. */
  public record Part(UUID actor, ParticipantRole role) {}

}
