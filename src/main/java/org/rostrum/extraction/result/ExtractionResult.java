package org.rostrum.extraction.result;

import java.util.List;

/**
 * What was read in a text.
 *
 * @param statements in the text's order
 * @param names      the names in the text, in its order
 * @param happenings what happened by what the text tells, in its order
 * @param skipped    why none were looked for, in words for people; null where they were
 */
public record ExtractionResult(List<Statement> statements, List<NameMention> names, List<ExtractedEvent> happenings, String skipped) {

  public static ExtractionResult nothing(String why) {
    return new ExtractionResult(List.of(), List.of(), List.of(), why);
  }
}
