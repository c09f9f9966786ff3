package org.rostrum.event;

import org.eclipse.microprofile.graphql.Description;

/** What part an actor has in an event. */
@Description("What part an actor has in an event.")
public enum ParticipantRole {
    @Description("Who acts.")
    SOURCE,
    @Description("Whom it is done to.")
    TARGET,
    @Description("Where it is held.")
    HOST,
    @Description("Any other part.")
    OTHER
}
