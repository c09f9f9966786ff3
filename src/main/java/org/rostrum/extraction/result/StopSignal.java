package org.rostrum.extraction.result;

/**
 * Asks whether to go on. Whoever works through a text asks it again and again, at least once for each sentence, so that the work ends
 * soon after nobody waits for it any more.
 */
@FunctionalInterface
public interface StopSignal {

  /** Never says stop. */
  StopSignal NEVER = () -> {};

  /** Returns where the work shall go on, and throws an unchecked exception where it shall not; the exception goes to the work's caller as it is. */
  void check();
}
