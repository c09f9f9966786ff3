package org.rostrum.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.lookup.CandidateActor;
import org.rostrum.actor.write.AttestedPost;
import org.rostrum.actor.write.NewActor;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.record.BaseEntity;

/**
 * Collects whom an article tells of and nobody knew: persons with a name and a post, bodies and groups of a country. Each once,
 * however often the article names it. Nothing is written here: who takes over the resolution records them.
 */
final class NewActorRegistry {

  private static final int LONGEST = 300;

  private final Map<String, UUID> known = new HashMap<>();
  private final Map<UUID, NewActor> actors = new LinkedHashMap<>();
  private final List<AttestedPost> posts = new ArrayList<>();

  /** The new actors, in the order in which they were met. */
  List<NewActor> actors() {
    return List.copyOf(actors.values());
  }

  /** The posts that the article tells of, of new actors and of known ones. */
  List<AttestedPost> posts() {
    return List.copyOf(posts);
  }

  /** Adds a person. */
  UUID person(PersonCluster person, UUID country, CandidateScorer.Said said) {
    return known.computeIfAbsent("person " + person.first + ' ' + person.last, key -> {
      UUID actor = add(ActorType.PERSON, person.fullName(), person.former || holdsNone(person) ? country : null, List.of());
      if (!person.former && !holdsNone(person)) {
        attest(actor, person, country, said);
      }
      return actor;
    });
  }

  /** "His Sudanese counterpart" and "the sister of the North Korean leader" tell a country and no post. */
  private static boolean holdsNone(PersonCluster person) {
    return person.post.contains("counterpart") || ParsedMention.RELATIVE.matcher(person.post).lookingAt();
  }

  /** Notes the post that an article tells of somebody who is known, where no other is known for the day. */
  void seen(PersonCluster person, CandidateActor actor, LocalDate on, UUID country, CandidateScorer.Said said) {
    boolean attested = person.post != null && actor.posts.stream().anyMatch(post -> post.attestedFrom() != null && TextNormalizer.key(post.title()).equals(TextNormalizer.key(limited(person.post)))
        && !on.isBefore(post.attestedFrom()) && !on.isAfter(post.attestedUntil()));
    boolean told = !attested && person.post != null && !person.former && !person.offices.isEmpty() && actor.posts.stream().noneMatch(post -> post.attestedFrom() == null && post.heldOn(on));
    if (told && known.putIfAbsent("post " + actor.key, actor.key) == null) {
      attest(actor.key, person, country, said);
    }
  }

  private void attest(UUID actor, PersonCluster person, UUID country, CandidateScorer.Said said) {
    UUID body = said.bodies().size() == 1 ? said.bodies().iterator().next() : null;
    posts.add(new AttestedPost(actor, limited(person.post), body, country));
  }

  /** Adds several people of a country as a group. */
  UUID group(ParsedMention phrase, UUID country) {
    String name = phrase.core().replaceFirst("^(?i:some|several|many|most|other|two|three|four|five|six|any|senior|top|both) ", "");
    return known.computeIfAbsent("group " + TextNormalizer.key(name), key -> add(ActorType.GROUP, name, country, List.of()));
  }

  /**
   * Adds a body of a country.
   *
   * @param official the name that such bodies are recorded by; null for the name as printed
   */
  UUID body(ParsedMention phrase, String official, UUID country) {
    String name = official == null ? phrase.core() : official;
    return known.computeIfAbsent("body " + TextNormalizer.key(name),
        key -> add(ActorType.ORGANIZATION, name, country, official == null ? List.of() : List.of(limited(phrase.core()))));
  }

  /** The name of one of them; null for others. */
  String name(UUID actor) {
    NewActor added = actors.get(actor);
    return added == null ? null : added.name();
  }

  private UUID add(ActorType type, String name, UUID country, List<String> aliases) {
    NewActor actor = new NewActor(BaseEntity.newKey(), type, limited(name), country, aliases);
    actors.put(actor.key(), actor);
    return actor.key();
  }

  private static String limited(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
