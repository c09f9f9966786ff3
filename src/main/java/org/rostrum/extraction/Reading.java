package org.rostrum.extraction;

import java.util.List;

/**
 * What was read in a text.
 *
 * @param statements in the text's order
 * @param names      the names in the text, in its order
 * @param happenings what happened by what the text tells, in its order
 * @param skipped    why none were looked for, in words for people; null where they were
 */
public record Reading(List<Statement> statements, List<Named> names, List<Happening> happenings, String skipped) {

  static Reading nothing(String why) {
    return new Reading(List.of(), List.of(), List.of(), why);
  }
}
