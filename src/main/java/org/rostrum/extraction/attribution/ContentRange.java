package org.rostrum.extraction.attribution;

import java.util.List;
import org.rostrum.extraction.lexicon.CueLexiconEntry;

/**
 * The content of a cue, as token ranges of its sentence.
 *
 * @param frame the frame that it fills, one of {@link CueLexiconEntry}'s
 * @param where its position relative to the cue, a part of {@link AttributionBuilder#rule}
 * @param words its parts: the first and the last token of each, inclusive
 */
record ContentRange(char frame, String where, List<int[]> words) {

    static ContentRange of(char frame, String where, int from, int to) {
        return new ContentRange(frame, where, List.of(new int[] {from, to}));
    }
}
