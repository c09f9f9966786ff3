package org.rostrum.extraction.attribution;

import java.util.ArrayList;
import java.util.List;
import org.rostrum.extraction.lexicon.CueLexiconEntry;
import org.rostrum.extraction.syntax.CharSpan;
import org.rostrum.extraction.syntax.ParsedSentence;

/** An attribution as it is put together, in places of the text as read. */
public final class AttributionBuilder {

  /** The number of the passage. */
  public final int passage;
  public final ParsedSentence sentence;
  /** The cue's main word in the sentence; -1 where a mark attributes. */
  public final int word;
  public final CueLexiconEntry entry;
  /** By which pattern it was found. */
  public final String rule;
  public final CharSpan cue;
  public List<CharSpan> content;
  /** Null where nobody is named. */
  public CharSpan source;
  /** The source's main word in the sentence; -1 for none. */
  public int sourceHead = -1;
  public CharSpan addressee;
  /** Whether a quotation that stands as a whole was what led to it. */
  public boolean quoted;
  public double confidence;

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

  public int start() {
    return content.get(0).start();
  }

  public int end() {
    return content.get(content.size() - 1).end();
  }

  int length() {
    return content.stream().mapToInt(span -> span.end() - span.start()).sum();
  }

  public boolean covers(CharSpan span) {
    return CharSpan.covers(content, span);
  }
}
