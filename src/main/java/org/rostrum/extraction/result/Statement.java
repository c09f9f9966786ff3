package org.rostrum.extraction.result;

import java.util.List;
import org.rostrum.graph.value.ClaimKind;
import org.rostrum.graph.value.SpeechAct;

/**
 * A statement that a text attributes to somebody.
 *
 * @param content    what was said: one part, or several where the attribution stands between them, in the text's order; quotation
 *                   marks included
 * @param kind       whether it stands in quotation marks
 * @param cue        the attributing words
 * @param source     who said it, as printed beside the cue, with titles and appositives; null where nobody is named
 * @param antecedent the mention elsewhere in the text that a source like "he" or "the ministry" stands for; null where the source
 *                   speaks for itself, or where none was found
 * @param addressee  whom it was said to, as printed, or null
 * @param act        what is done by saying it
 * @param saidOn     when it was said, or null where the text does not tell
 * @param then       whether it was said when the speaker's other statements in the text were, as far as the words tell: for statements
 *                   without a day of their own
 * @param answer     how the text says that it stands to another statement, or null
 * @param pattern    by which pattern it was found, which its confidence goes by
 * @param saidFrom   where what was said begins: at the content's start, or behind the word "that" which only introduces it
 * @param confidence how sure the reading is: of the statements with .9, nine in ten are what a person would mark
 */
public record Statement(
    List<Mention> content, ClaimKind kind, Mention cue, Mention source, Mention antecedent, Mention addressee, SpeechAct act,
    UtteranceDate saidOn, boolean then, StanceCue answer, String pattern, int saidFrom, double confidence) {

  /** The mention to look for an actor by: the antecedent where there is one, else the source; null where nobody is named. */
  public Mention speaker() {
    return antecedent == null ? source : antecedent;
  }
}
