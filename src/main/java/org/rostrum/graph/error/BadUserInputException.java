package org.rostrum.graph.error;

/** What a client sent cannot be answered: the message names the argument and the rule it breaks. */
public class BadUserInputException extends RuntimeException {

  private final String argument;

  /**
   * @param argument the argument or input field at fault, as the client wrote it
   * @param problem  what is wrong with it and what would be right, without the argument's name
   */
  public BadUserInputException(String argument, String problem) {
    super(argument + ": " + problem, null, false, false);
    this.argument = argument;
  }

  /** The argument or input field at fault. */
  public String argument() {
    return argument;
  }
}
