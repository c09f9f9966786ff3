package org.rostrum.extraction;

import java.util.ArrayList;
import java.util.List;
import org.rostrum.extraction.syntax.Sentence;

/** An attribution as it is put together, in places of the text as read. */
final class Finding {

  /** Where something stands: from one place to another, exclusive. */
  record Span(int start, int end) {

    boolean contains(Span other) {
      return start <= other.start && other.end <= end;
    }

    boolean touches(Span other) {
      return start < other.end && other.start < end;
    }

    /** Whether one of some parts has all of another; asked too often for a stream. */
    static boolean covers(List<Span> parts, Span other) {
      for (Span part : parts) {
        if (part.contains(other)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The number of the passage. */
  final int passage;
  final Sentence sentence;
  /** The cue's main word in the sentence; -1 where a mark attributes. */
  final int word;
  final CueEntry entry;
  /** By which pattern it was found. */
  final String rule;
  final Span cue;
  List<Span> content;
  /** Null where nobody is named. */
  Span source;
  /** The source's main word in the sentence; -1 for none. */
  int sourceHead = -1;
  Span addressee;
  /** Whether a quotation that stands as a whole was what led to it. */
  boolean quoted;
  double confidence;

  Finding(int passage, Sentence sentence, int word, CueEntry entry, String rule, Span cue, List<Span> content) {
    this.passage = passage;
    this.sentence = sentence;
    this.word = word;
    this.entry = entry;
    this.rule = rule;
    this.cue = cue;
    this.content = new ArrayList<>(content);
  }

  /** Sets the source, as far as it does not go into the cue. */
  void name(Span phrase, int head) {
    sourceHead = head;
    source = phrase.touches(cue) ? new Span(sentence.start(head), sentence.end(head)) : phrase;
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

  boolean covers(Span span) {
    return Span.covers(content, span);
  }
}
