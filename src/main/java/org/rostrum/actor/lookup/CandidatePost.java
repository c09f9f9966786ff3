package org.rostrum.actor.lookup;

import java.time.LocalDate;
import java.util.UUID;

/** A post of an actor's. */
public record CandidatePost(String title, String office, UUID organization, UUID country, LocalDate from, LocalDate until, LocalDate attestedFrom, LocalDate attestedUntil) {

  /** Whether it was held on a day, as far as is known. */
  public boolean heldOn(LocalDate day) {
    if (from == null && attestedFrom != null) {
      return !day.isBefore(attestedFrom.minusYears(CandidateLookup.YEARS_AROUND)) && !day.isAfter(attestedUntil.plusYears(CandidateLookup.YEARS_AROUND));
    }
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }
}
