package org.rostrum.graph;

/** The server cannot do now what it could do at another time; the message says why. Clients see the code UNAVAILABLE. */
public class Unavailable extends RuntimeException {

  /** @param message why, for the client */
  public Unavailable(String message) {
    super(message, null, false, false);
  }
}
