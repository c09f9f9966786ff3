package org.rostrum.resolution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rostrum.actor.ActorChanges;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.Directory.Known;
import org.rostrum.graph.Text;

/**
 * Records whom an article tells of and nobody knew: persons with a name and a post, bodies and groups of a country. Each once,
 * however often the article names it; the next article finds it by its name.
 */
final class Newcomers {

  private static final int LONGEST = 300;

  private final ActorChanges changes;
  private final UUID article;
  private final Map<String, UUID> recorded = new HashMap<>();
  private final Map<UUID, String> names = new HashMap<>();

  Newcomers(ActorChanges changes, UUID article) {
    this.changes = changes;
    this.article = article;
  }

  /** Records a person. */
  UUID person(Person person, LocalDate on, UUID country, Likeness.Said said) {
    return recorded.computeIfAbsent("person " + person.first + ' ' + person.last, key -> {
      UUID actor = record(ActorType.PERSON, person.fullName(), person.former || holdsNone(person) ? country : null, List.of());
      if (!person.former && !holdsNone(person)) {
        attest(actor, person, on, country, said);
      }
      return actor;
    });
  }

  /** "His Sudanese counterpart" and "the sister of the North Korean leader" tell a country and no post. */
  private static boolean holdsNone(Person person) {
    return person.post.contains("counterpart") || Phrase.RELATIVE.matcher(person.post).lookingAt();
  }

  /** Notes the post that an article tells of somebody who is known, where no other is known for the day. */
  void seen(Person person, Known actor, LocalDate on, UUID country, Likeness.Said said) {
    boolean attested = person.post != null && actor.posts.stream().anyMatch(post -> post.attestedFrom() != null && Text.key(post.title()).equals(Text.key(limited(person.post)))
        && !on.isBefore(post.attestedFrom()) && !on.isAfter(post.attestedUntil()));
    boolean told = !attested && person.post != null && !person.former && !person.offices.isEmpty() && actor.posts.stream().noneMatch(post -> post.attestedFrom() == null && post.heldOn(on));
    if (told && recorded.putIfAbsent("post " + actor.key, actor.key) == null) {
      attest(actor.key, person, on, country, said);
    }
  }

  private void attest(UUID actor, Person person, LocalDate on, UUID country, Likeness.Said said) {
    UUID body = said.bodies().size() == 1 ? said.bodies().iterator().next() : null;
    changes.attest(actor, ActorChanges.post(limited(person.post), body, country, null, null), article, on);
  }

  /** Records several people of a country as a group. */
  UUID group(Phrase phrase, UUID country) {
    String name = phrase.core().replaceFirst("^(?i:some|several|many|most|other|two|three|four|five|six|any|senior|top|both) ", "");
    return recorded.computeIfAbsent("group " + Text.key(name), key -> record(ActorType.GROUP, name, country, List.of()));
  }

  /**
   * Records a body of a country.
   *
   * @param official the name that such bodies are recorded by; null for the name as printed
   */
  UUID body(Phrase phrase, String official, UUID country) {
    String name = official == null ? phrase.core() : official;
    return recorded.computeIfAbsent("body " + Text.key(name),
        key -> record(ActorType.ORGANIZATION, name, country, official == null ? List.of() : List.of(limited(phrase.core()))));
  }

  /** The name of one of them; null for others. */
  String name(UUID actor) {
    return names.get(actor);
  }

  private UUID record(ActorType type, String name, UUID country, List<String> aliases) {
    UUID actor = changes.unconfirmed(type, limited(name), country, aliases);
    names.put(actor, limited(name));
    return actor;
  }

  private static String limited(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
