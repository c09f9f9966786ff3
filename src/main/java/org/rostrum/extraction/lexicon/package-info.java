/** The lexicon of cues, speakers, forenames and abbreviations, from the files in {@code /extraction}, with inflected forms. Immutable. */
package org.rostrum.extraction.lexicon;
