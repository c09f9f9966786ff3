package org.rostrum.extraction;

import java.util.Set;

/**
 * A word that attributes, as the lexicon has it.
 *
 * @param lemma        its dictionary form
 * @param kind         what sort of word it is
 * @param frames       how what is told stands beside it; a small letter for a frame that seldom attributes
 * @param type         what attributing by it means
 * @param act          what one does by it
 * @param prepositions before what is told, for {@link #PREPOSITION}
 */
record CueLexiconEntry(String lemma, Word kind, String frames, Type type, SpeechAct act, Set<String> prepositions) {

  static final char QUOTATION = 'Q';
  static final char CLAUSE = 'S';
  static final char QUESTION = 'W';
  static final char INFINITIVE = 'T';
  static final char OBJECT_INFINITIVE = 'O';
  static final char GERUND = 'G';
  static final char NOUN = 'N';
  static final char PREPOSITION = 'P';
  static final char AS = 'A';
  static final char COMPLEMENT = 'C';

  enum Word { VERB, NOUN, ADJECTIVE }

  /** Speech that others could hear; a thought or a feeling; what somebody means to do; a side taken; what a document or study tells. */
  enum Type { SPEECH, THOUGHT, INTENTION, STANCE, EVIDENCE }

  /** Whether the word has a frame, be it seldom. */
  boolean has(char frame) {
    return mostly(frame) || isRare(frame);
  }

  /** Whether a frame of the word's mostly attributes. */
  boolean mostly(char frame) {
    return frames.indexOf(frame) >= 0;
  }

  /** Whether the word is one of saying: quotations and clauses alike stand beside it. */
  boolean says() {
    return mostly(QUOTATION) && mostly(CLAUSE);
  }

  boolean isRare(char frame) {
    return frames.indexOf(Character.toLowerCase(frame)) >= 0;
  }
}
