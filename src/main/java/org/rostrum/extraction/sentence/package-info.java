/** Splits paragraphs into sentences, with utterances that are quoted as a whole taken out. */
@NullMarked
package org.rostrum.extraction.sentence;

import org.jspecify.annotations.NullMarked;
