package org.rostrum.extraction;

import java.util.List;

/**
 * What a cue tells, in words of its sentence.
 *
 * @param frame the frame by which it was found, one of {@link CueEntry}'s
 * @param where how it stands to the cue, in a word for {@link Finding#rule}
 * @param words its parts: the first and the last word of each
 */
record Told(char frame, String where, List<int[]> words) {

  static Told of(char frame, String where, int from, int to) {
    return new Told(frame, where, List.of(new int[] {from, to}));
  }
}
