package org.rostrum.extraction.result;

/**
 * What a text says of how a statement stands to another one.
 *
 * @param stance how it stands to the other
 * @param words  the words that tell it: "in response to"
 * @param to     what they are followed by: whose statement, or what about
 */
public record StanceCue(Stance stance, Mention words, String to) {

  /** How a statement stands to another, by CiTO's names (<a href="https://purl.org/spar/cito">purl.org/spar/cito</a>). */
  public enum Stance { REPLIES_TO, AGREES_WITH, DISAGREES_WITH, DISPUTES, CONFIRMS, SUPPORTS }
}
