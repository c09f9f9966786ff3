package org.rostrum.extraction.lexicon;

import java.util.Set;
import org.rostrum.graph.value.SpeechAct;

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
public record CueLexiconEntry(String lemma, Word kind, String frames, Type type, SpeechAct act, Set<String> prepositions) {

  public static final char QUOTATION = 'Q';
  public static final char CLAUSE = 'S';
  public static final char QUESTION = 'W';
  public static final char INFINITIVE = 'T';
  public static final char OBJECT_INFINITIVE = 'O';
  public static final char GERUND = 'G';
  public static final char NOUN = 'N';
  public static final char PREPOSITION = 'P';
  public static final char AS = 'A';
  public static final char COMPLEMENT = 'C';

  public enum Word { VERB, NOUN, ADJECTIVE }

  /** Speech that others could hear; a thought or a feeling; what somebody means to do; a side taken; what a document or study tells. */
  public enum Type { SPEECH, THOUGHT, INTENTION, STANCE, EVIDENCE }

  /** Whether the word has a frame, be it seldom. */
  public boolean has(char frame) {
    return mostly(frame) || isRare(frame);
  }

  /** Whether a frame of the word's mostly attributes. */
  public boolean mostly(char frame) {
    return frames.indexOf(frame) >= 0;
  }

  /** Whether the word is one of saying: quotations and clauses alike stand beside it. */
  public boolean says() {
    return mostly(QUOTATION) && mostly(CLAUSE);
  }

  public boolean isRare(char frame) {
    return frames.indexOf(Character.toLowerCase(frame)) >= 0;
  }
}
