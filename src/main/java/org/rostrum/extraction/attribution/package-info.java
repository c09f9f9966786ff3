/**
 * Finds attributions: who says what, by which cue. Works on the text without mark-up; the words are in the lexicon, not
 * in the code.
 */
@NullMarked
package org.rostrum.extraction.attribution;

import org.jspecify.annotations.NullMarked;
