package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.List;
import org.rostrum.extraction.syntax.ParsedSentence;

/** An attribution as it is put together, in places of the text as read. */
final class AttributionBuilder {

  /** The number of the passage. */
  final int passage;
  final ParsedSentence sentence;
  /** The cue's main word in the sentence; -1 where a mark attributes. */
  final int word;
  final CueLexiconEntry entry;
  /** By which pattern it was found. */
  final String rule;
  final CharSpan cue;
  List<CharSpan> content;
  /** Null where nobody is named. */
  CharSpan source;
  /** The source's main word in the sentence; -1 for none. */
  int sourceHead = -1;
  CharSpan addressee;
  /** Whether a quotation that stands as a whole was what led to it. */
  boolean quoted;
  double confidence;

  AttributionBuilder(int passage, ParsedSentence sentence, int word, CueLexiconEntry entry, String rule, CharSpan cue, List<CharSpan> content) {
    this.passage = passage;
    this.sentence = sentence;
    this.word = word;
    this.entry = entry;
    this.rule = rule;
    this.cue = cue;
    this.content = new ArrayList<>(content);
  }

  /** Sets the source, as far as it does not go into the cue. */
  void name(CharSpan phrase, int head) {
    sourceHead = head;
    source = phrase.touches(cue) ? new CharSpan(sentence.start(head), sentence.end(head)) : phrase;
  }

  int start() {
    return content.get(0).start();
  }

  int end() {
    return content.get(content.size() - 1).end();
  }

  int length() {
    return content.stream().mapToInt(span -> span.end() - span.start()).sum();
  }

  boolean covers(CharSpan span) {
    return CharSpan.covers(content, span);
  }
}
