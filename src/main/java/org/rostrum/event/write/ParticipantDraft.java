package org.rostrum.event.write;

import java.util.UUID;
import org.rostrum.event.ParticipantRole;

/**
 * A valid part in an event, not yet stored.
 *
 * @param actor the actor's key
 */
public record ParticipantDraft(UUID actor, ParticipantRole role) {}
