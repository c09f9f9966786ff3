package org.rostrum.claim;

import org.eclipse.microprofile.graphql.Description;

/** How far a claim can be relied on. */
@Description("How far a claim can be relied on.")
public enum ReviewState {
    @Description("Nobody has looked at it yet: a machine's reading, or one that was recorded without review.")
    EXTRACTED,
    @Description("A person found it right.")
    CONFIRMED,
    @Description("A person put it right.")
    CORRECTED,
    @Description("A person found it wrong. It is kept, but no list shows it unless asked.")
    REJECTED
}
