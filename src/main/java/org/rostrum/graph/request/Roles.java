package org.rostrum.graph.request;

/** Roles, as named in a bearer token's {@code groups} claim. Reading needs none. */
public final class Roles {

    /** May submit articles, record claims, actors and events, and link claims. */
    public static final String CONTRIBUTOR = "contributor";

    /** May also review, merge and delete. */
    public static final String REVIEWER = "reviewer";

    private Roles() {}
}
