package org.rostrum.extraction;

import java.time.LocalDate;
import java.util.List;

/**
 * A statement that a text attributes to somebody.
 *
 * @param content    what was said: one part, or several where the attribution stands between them; quotation marks included
 * @param quoted     whether all of it stands in quotation marks
 * @param cue        the attributing word
 * @param source     who said it, as printed, with titles and appositives
 * @param addressee  whom it was said to, as printed, or null
 * @param saidOn     the day of the saying, or null where the text does not tell it
 * @param confidence how sure the reading is, 0 to 1
 */
public record Statement(
    List<Mention> content, boolean quoted, Mention cue, Mention source, Mention addressee, LocalDate saidOn,
    double confidence) {}
