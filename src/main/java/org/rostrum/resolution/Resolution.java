package org.rostrum.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rostrum.actor.AttestedPost;
import org.rostrum.actor.NewActor;
import org.rostrum.claim.LinkType;
import org.rostrum.event.EventType;
import org.rostrum.event.ParticipantRole;
import org.rostrum.extraction.Mention;
import org.rostrum.extraction.SaidOn;
import org.rostrum.graph.DatePrecision;

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
public record Resolution(List<Resolved> speakers, List<Resolved> addressees, List<SaidOn> days, List<Stance> links, List<Told> events,
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

  /**
   * An event that the article tells of.
   *
   * @param name     what such an event is called: "Meeting"
   * @param title    what happened, in words
   * @param clauses  where the article tells it
   * @param about    the numbers of the statements that tell it
   */
  public record Told(EventType type, String name, String title, LocalDate date, DatePrecision precision, UUID country, String place,
      List<Part> parts, List<Mention> clauses, List<Integer> about) {}
}
