package org.rostrum.resolution;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.lookup.CandidatePost;
import org.rostrum.actor.write.SurnameIndex;

/**
 * How much a person whom an article names is like an actor who is known: by the name, and by what is said beside it. The weights
 * are set by hand; see docs/resolution.md.
 */
final class CandidateScorer {

  /** From here on a mention is taken for the likeliest actor. */
  static final double ENOUGH = 0.55;
  /** By so much the likeliest must be likelier than the next. */
  static final double AHEAD = 0.1;
  /** From here on names are alike. */
  private static final double ALIKE = 0.9;
  private static final double SOMEWHAT = 0.72;
  /** Neither part of a name may be less alike. */
  private static final double LEAST_ALIKE = 0.65;
  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
  private static final Set<String> HIGH = Set.of("president", "prime_minister", "chancellor", "monarch", "supreme_leader", "foreign_minister",
      "defence_minister", "secretary_general", "pope", "crown_prince", "vice_president");

  private CandidateScorer() {}

  /** Whether there is mostly one holder of such an office in a country, whom its news name without the country. */
  static boolean isHigh(String office) {
    return HIGH.contains(office);
  }

  /** What is said beside a name, looked up. */
  record Said(Set<String> offices, Set<UUID> countries, Set<UUID> bodies, boolean former) {}

  enum Agreement { CONFLICT, NOTHING, COUNTRY, ONCE, OFFICE, OFFICE_THERE }

  static Agreement agreement(Said said, CandidateActor actor, LocalDate day) {
    boolean anywhere = said.countries.isEmpty() && said.bodies.isEmpty();
    Agreement best = Agreement.NOTHING;
    for (CandidatePost post : actor.posts) {
      boolean there = post.country() != null && said.countries.contains(post.country()) || post.organization() != null && said.bodies.contains(post.organization());
      boolean office = post.office() != null && said.offices.contains(post.office());
      if (!office || !there && !anywhere) {
        continue;
      }
      boolean held = post.heldOn(day) && !said.former;
      Agreement here = held ? there ? Agreement.OFFICE_THERE : Agreement.OFFICE : Agreement.ONCE;
      best = here.compareTo(best) > 0 ? here : best;
    }
    if (best != Agreement.NOTHING || said.countries.isEmpty()) {
      return best;
    }
    Set<UUID> countries = actor.countries();
    return countries.isEmpty() ? Agreement.NOTHING : countries.stream().anyMatch(said.countries::contains) ? Agreement.COUNTRY : Agreement.CONFLICT;
  }

  /** How alike the names are, 0 to 1; for a single word at most .8. */
  static double names(PersonCluster person, CandidateActor actor) {
    double best = 0;
    for (String name : actor.names) {
      int first = name.indexOf(' ');
      best = Math.max(best, names(person, first < 0 ? name : name.substring(0, first), ParsedMention.lastOf(name), first < 0));
    }
    return best;
  }

  private static double names(PersonCluster person, String first, String last, boolean single) {
    if (!person.isFull()) {
      return person.last.equals(last) ? 0.8 : single ? 0 : person.last.equals(first) ? 0.75 : sounds(person.last, last) ? 0.6 : 0;
    }
    if (single) {
      return 0;
    }
    double surname = person.last.equals(last) ? 1 : Math.max(alike(person.last, last), sounds(person.last, last) ? 0.92 : 0);
    double forename = person.first.equals(first) ? 1 : initial(person.first, first) ? 0.9 : alike(person.first, first);
    return surname < LEAST_ALIKE || forename < LEAST_ALIKE ? 0 : 0.65 * surname + 0.35 * forename;
  }

  private static boolean initial(String one, String other) {
    return (one.length() == 1 || other.length() == 1) && one.charAt(0) == other.charAt(0);
  }

  private static boolean sounds(String one, String other) {
    String sound = SurnameIndex.sound(one);
    return !sound.isEmpty() && mayBe(one, other) && sound.equals(SurnameIndex.sound(other));
  }

  /** Whether one of two words that sound alike may be a spelling of the other. */
  static boolean mayBe(String one, String other) {
    return one.charAt(0) == other.charAt(0) && alike(one, other) > 0.75;
  }

  private static double alike(String one, String other) {
    return JARO_WINKLER.apply(one, other);
  }

  /** How likely the person is the actor, 0 to 1. */
  static double of(PersonCluster person, double names, CandidateActor actor, Agreement agreement, LocalDate day, boolean alone) {
    if (actor.names.contains(person.key()) && person.isFull()) {
      return switch (agreement) {
        case CONFLICT -> 0.5;
        case OFFICE_THERE, OFFICE, ONCE -> 0.99;
        case COUNTRY -> 0.95;
        case NOTHING -> 0.92;
      };
    }
    boolean high = actor.posts.stream().anyMatch(post -> post.office() != null && HIGH.contains(post.office()) && post.heldOn(day));
    if (!person.isFull()) {
      double base = names >= 0.8 ? 0.45 : names >= 0.75 ? 0.4 : names > 0 ? 0.25 : 0;
      return base == 0 ? 0 : switch (agreement) {
        case CONFLICT -> 0.1;
        case OFFICE_THERE -> base + 0.45;
        case OFFICE, ONCE -> base + 0.3;
        case COUNTRY -> base + 0.15 + (high ? 0.1 : 0);
        case NOTHING -> base + (alone ? 0.08 : 0) + (high ? 0.12 : 0);
      };
    }
    if (names >= ALIKE) {
      return switch (agreement) {
        case CONFLICT -> 0.2;
        case OFFICE_THERE -> 0.95;
        case OFFICE, ONCE -> 0.85;
        case COUNTRY -> 0.75;
        case NOTHING -> high ? 0.7 : names >= 0.95 ? 0.6 : 0.45;
      };
    }
    if (names >= SOMEWHAT) {
      return switch (agreement) {
        case OFFICE_THERE -> 0.8;
        case OFFICE -> 0.6;
        case ONCE -> 0.5;
        case COUNTRY -> 0.35;
        case NOTHING, CONFLICT -> 0.1;
      };
    }
    return 0;
  }
}
