package org.rostrum.intake;

import java.time.Instant;
import java.util.List;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.resolution.Resolution;

/**
 * What was found in an article's text and is not recorded yet.
 *
 * @param reading    what the text says
 * @param resolution whom and what it means, by the actors that were known then
 * @param asOf       when that was, by {@code change_clock}
 */
record ProcessedArticle(ExtractionResult reading, Resolution resolution, Instant asOf) {

  /** Of a text that nobody asked to be read. */
  static final ProcessedArticle NONE = new ProcessedArticle(new ExtractionResult(List.of(), List.of(), List.of(), null), Resolution.NOTHING, Instant.MAX);
}
