package org.rostrum.server;

/** Why the server cannot start, or a command cannot be done, in one line for its operator. */
public class StartupProblem extends RuntimeException {

  /** @param message what is wrong, and what to do about it */
  public StartupProblem(String message) {
    super(message, null, false, false);
  }
}
