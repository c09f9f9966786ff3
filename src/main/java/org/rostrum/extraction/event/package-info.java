/**
 * Finds the events that a sentence reports, by the words in {@code events.tsv}, with participants, place and modality.
 */
@NullMarked
package org.rostrum.extraction.event;

import org.jspecify.annotations.NullMarked;
