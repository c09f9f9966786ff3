package org.rostrum.extraction;

import java.time.LocalDate;
import org.rostrum.extraction.result.ExtractionResult;
import org.rostrum.extraction.result.StopSignal;

/** Finds the statements that a text attributes to somebody. Plain Java: no database, no network, the same result always. */
public interface StatementExtractor {

  /**
   * The statements in a text.
   *
   * @param text        the article's body; offsets count its UTF-16 code units
   * @param publishedOn the day of publication, against which "Thursday" is resolved
   * @param stop        asked all the time whether to go on; what it throws is thrown from here, and nothing is left behind
   */
  ExtractionResult extract(String text, LocalDate publishedOn, StopSignal stop);

  /** The statements in a text, read to its end. */
  default ExtractionResult extract(String text, LocalDate publishedOn) {
    return extract(text, publishedOn, StopSignal.NEVER);
  }
}
