package org.rostrum.extraction;

import java.time.LocalDate;

/** Finds the statements that a text attributes to somebody. Plain Java: no database, no network, the same result always. */
public interface Extractor {

  /**
   * The statements in a text.
   *
   * @param text        the article's body; offsets count its UTF-16 code units
   * @param publishedOn the day of publication, against which "Thursday" is resolved
   */
  Reading extract(String text, LocalDate publishedOn);
}
