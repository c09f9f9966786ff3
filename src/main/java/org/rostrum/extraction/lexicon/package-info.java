/**
 * The lexicon of cues, speakers, forenames and abbreviations, from the files in {@code /extraction}, with inflected
 * forms. Immutable.
 */
@NullMarked
package org.rostrum.extraction.lexicon;

import org.jspecify.annotations.NullMarked;
