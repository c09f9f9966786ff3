package org.rostrum.actor.lookup;

import java.util.UUID;

/**
 * A place by its name.
 *
 * @param country the country that it is or lies in
 * @param seat whether it is a capital or the seat of the country's government
 */
public record CandidatePlace(UUID country, boolean seat) {}
