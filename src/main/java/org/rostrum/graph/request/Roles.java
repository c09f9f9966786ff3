package org.rostrum.graph.request;

/** The roles that a bearer token's {@code groups} claim can name. Readers need none. */
public final class Roles {

  /** Submits, records and links. */
  public static final String CONTRIBUTOR = "contributor";

  /** Also reviews, merges and deletes. */
  public static final String REVIEWER = "reviewer";

  private Roles() {}
}
