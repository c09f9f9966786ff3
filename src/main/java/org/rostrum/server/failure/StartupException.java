package org.rostrum.server.failure;

/** Why the server cannot start, or a command cannot be done, in one line for its operator. */
public class StartupException extends RuntimeException {

  /** @param message what is wrong, and what to do about it */
  public StartupException(String message) {
    super(message, null, false, false);
  }
}
