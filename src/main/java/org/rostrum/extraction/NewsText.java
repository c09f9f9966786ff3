package org.rostrum.extraction;

import java.time.LocalDate;

/**
 * A text to extract from.
 *
 * @param headline the article's headline; empty for none
 * @param body the article's body; offsets count its UTF-16 code units
 * @param publishedOn the day of publication, against which "Thursday" is resolved
 */
public record NewsText(String headline, String body, LocalDate publishedOn) {}
