package org.rostrum.extraction;

import java.time.LocalDate;
import java.util.List;

/** Finds the statements that a text attributes to somebody. Plain Java: no database, no network, the same result always. */
public interface Extractor {

  /**
   * The statements in a text, in its order.
   *
   * @param text        the article's body; offsets count its UTF-16 code units
   * @param publishedOn the day of publication, against which "Thursday" is resolved
   */
  List<Statement> extract(String text, LocalDate publishedOn);
}
