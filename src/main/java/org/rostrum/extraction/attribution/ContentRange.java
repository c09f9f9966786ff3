package org.rostrum.extraction.attribution;

import java.util.List;
import org.rostrum.extraction.lexicon.CueLexiconEntry;

/**
 * What a cue tells, in words of its sentence.
 *
 * @param frame the frame by which it was found, one of {@link CueLexiconEntry}'s
 * @param where how it stands to the cue, in a word for {@link AttributionBuilder#rule}
 * @param words its parts: the first and the last word of each
 */
record ContentRange(char frame, String where, List<int[]> words) {

  static ContentRange of(char frame, String where, int from, int to) {
    return new ContentRange(frame, where, List.of(new int[] {from, to}));
  }
}
