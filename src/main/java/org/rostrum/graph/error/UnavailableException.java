package org.rostrum.graph.error;

/** The server cannot do now what it could do at another time; the message says why. Clients see the code UNAVAILABLE. */
public class UnavailableException extends RuntimeException {

  /** @param message why, for the client */
  public UnavailableException(String message) {
    this(message, null);
  }

  /**
   * As above, with what went wrong in here.
   *
   * @param cause for the log; clients do not see it
   */
  public UnavailableException(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
