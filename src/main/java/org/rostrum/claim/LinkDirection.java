package org.rostrum.claim;

import org.eclipse.microprofile.graphql.Description;

/** Which end of a link a claim is. */
@Description("Which end of a link a claim is.")
public enum LinkDirection {
    @Description("Links from this claim to others.")
    OUTGOING,
    @Description("Links from other claims to this one.")
    INCOMING
}
