package org.rostrum.actor.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rostrum.actor.ActorAlias;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.ActorType;
import org.rostrum.actor.Affiliation;
import org.rostrum.actor.Country;
import org.rostrum.actor.Organization;
import org.rostrum.actor.office.OfficeClassifier;
import org.rostrum.actor.read.ActorRepository;
import org.rostrum.actor.read.CountryCodes;
import org.rostrum.actor.write.ActorInputs.MergeActorsInput;
import org.rostrum.actor.write.ActorInputs.PostInput;
import org.rostrum.actor.write.ActorInputs.RecordActorInput;
import org.rostrum.actor.write.ActorInputs.UnmergeActorsInput;
import org.rostrum.actor.write.ActorInputs.UpdateActorInput;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.InputValidator;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.FieldChange;
import org.rostrum.history.SubjectType;
import org.rostrum.store.record.BaseEntity;
import org.rostrum.store.tx.KeyLocks.Stage;
import org.rostrum.store.tx.KeyLocks;

/** Records, changes and merges actors. Every method runs in its caller's transaction. */
@ApplicationScoped
public class ActorService {

  private static final int LONGEST_NAME = 300;
  private static final int MOST_ALIASES = 100;
  private static final int MOST_POSTS = 100;
  private static final int MOST_NAMESAKES = 100;

  private final ActorRepository actors;
  private final CountryCodes countries;
  private final EntityManager entities;
  private final Event<ActorChangedEvent> changed;
  private final SurnameIndex surnames;
  private final ActorMerger merges;
  private final ChangeLog history;
  private final KeyLocks locks;

  ActorService(ActorRepository actors, CountryCodes countries, EntityManager entities, Event<ActorChangedEvent> changed, SurnameIndex surnames, ActorMerger merges,
      ChangeLog history, KeyLocks locks) {
    this.locks = locks;
    this.merges = merges;
    this.surnames = surnames;
    this.history = history;
    this.actors = actors;
    this.countries = countries;
    this.entities = entities;
    this.changed = changed;
  }

  /** Records an actor; gives its key, or that of the actor that is there already, or null. */
  public UUID record(RecordActorInput input, InputValidator mistakes) {
    String name = mistakes.text("name", input.name, LONGEST_NAME);
    String wikidataId = mistakes.wikidataId("wikidataId", input.wikidataId);
    UUID country = country("country", input.country, mistakes);
    List<String> aliases = aliases(input.aliases, mistakes);
    List<Affiliation> posts = posts(input.affiliations, mistakes);
    Set<UUID> others = namesakes(input.namesakeOf, mistakes);
    if (input.type == ActorType.COUNTRY) {
      mistakes.add(UserErrorCode.INVALID, "type", "must not be COUNTRY: every country of ISO 3166-1 is there already");
    }
    if (mistakes.any()) {
      return null;
    }
    lock(name, aliases, wikidataId);
    UUID known = known(input.type, name, wikidataId, others, mistakes);
    return mistakes.any() ? known : create(input.type, name, wikidataId, country, aliases, posts).key;
  }

  private Set<UUID> namesakes(List<String> ids, InputValidator mistakes) {
    List<String> given = ids == null ? List.of() : ids;
    mistakes.atMost("namesakeOf", given, MOST_NAMESAKES);
    Set<UUID> keys = new HashSet<>();
    for (int i = 0; i < Math.min(given.size(), MOST_NAMESAKES); i++) {
      ActorEntity other = find("namesakeOf." + i, given.get(i), mistakes);
      if (other != null) {
        keys.add(other.key);
      }
    }
    return keys;
  }

  /** Two who record, or rename to, the same name or Wikidata item follow each other. */
  private void lock(String name, List<String> aliases, String wikidataId) {
    Set<String> keys = new LinkedHashSet<>();
    aliases.forEach(alias -> keys.add(ActorRecorder.lockKey(alias)));
    if (name != null) {
      keys.add(ActorRecorder.lockKey(name));
    }
    if (wikidataId != null) {
      keys.add("item " + wikidataId);
    }
    locks.lock(Stage.NAMES, keys);
  }

  /** Two who change an actor follow each other, so that neither adds what the other has just added. */
  private void lock(ActorEntity... actors) {
    locks.lock(Stage.ACTORS, Arrays.stream(actors).map(actor -> ActorRecorder.lockKey(actor.key)).toList());
    Arrays.stream(actors).forEach(entities::refresh);
  }

  /** Stores a new actor whose parts are known to be right. */
  public ActorEntity create(
      ActorType type, String name, String wikidataId, UUID country, List<String> aliases, List<Affiliation> posts) {
    return store(type.create(), name, wikidataId, country, aliases, posts);
  }

  private ActorEntity store(ActorEntity actor, String name, String wikidataId, UUID country, List<String> aliases, List<Affiliation> posts) {
    actor.rename(name);
    actor.wikidataId = wikidataId;
    actor.countryKey = country;
    actor.persist();
    surnames.changed(actor.key);
    history.recorded(SubjectType.ACTOR, actor.key);
    aliases.stream().filter(alias -> !alias.equals(name)).forEach(alias -> ActorAlias.of(actor.key, alias).persist());
    posts.forEach(post -> {
      post.actorKey = actor.key;
      post.persist();
    });
    return actor;
  }

  /** Stores an actor that only an article's words tell of; nobody vouches for it yet. */
  void unconfirmed(NewActor found) {
    ActorEntity actor = found.type().create();
    actor.key = found.key();
    actor.confirmed = false;
    store(actor, found.name(), null, found.country(), found.aliases(), List.of());
  }

  /**
   * Notes that an article tells that an actor holds a post: a new post of the actor's, or more days for one that articles told of
   * before.
   *
   * @param on the day on which it is told to be held
   */
  public void attest(UUID actor, Affiliation told, UUID article, LocalDate on) {
    List<Affiliation> posts = Affiliation.list("actorKey", actor);
    Affiliation known = posts.stream().filter(post -> post.attestedFrom != null && TextNormalizer.key(post.title).equals(TextNormalizer.key(told.title))
        && Objects.equals(post.countryKey, told.countryKey)).findFirst().orElse(null);
    Affiliation post = known == null ? told : known;
    boolean earlier = known != null && on.isBefore(known.attestedFrom);
    post.actorKey = actor;
    if (!post.attest(article, on)) {
      return;
    }
    if (known == null) {
      post.persist();
      history.note(SubjectType.ACTOR, actor, ChangeAction.UPDATED, new FieldChange("affiliations", null, post.words()));
    } else {
      post.touch();
    }
    if (earlier || known == null) {
      // What was said on days that a later one did not tell of may now have a capacity.
      changed.fire(new ActorChangedEvent(List.of(actor)));
    }
  }

  /** A post whose parts are known to be right, not yet anybody's. */
  public static Affiliation post(
      String title, UUID organization, UUID country, LocalDate from, LocalDate until) {
    Affiliation affiliation = BaseEntity.begun(new Affiliation());
    affiliation.title = title;
    affiliation.office = title == null ? null : OfficeClassifier.ofTitle(title);
    affiliation.organizationKey = organization;
    affiliation.countryKey = country;
    affiliation.between(from, until);
    return affiliation;
  }

  private UUID known(ActorType type, String name, String wikidataId, Set<UUID> others, InputValidator mistakes) {
    if (wikidataId != null) {
      ActorEntity same = ActorEntity.find("wikidataId = ?1 and mergedInto is null", wikidataId).firstResult();
      if (same != null) {
        mistakes.add(UserErrorCode.ALREADY_EXISTS, "wikidataId", "is that of " + same.name + " (" + same.getId() + ")");
        return same.key;
      }
    }
    List<ActorEntity> namesakes = actors.byNameKeys(List.of(TextNormalizer.key(name))).getOrDefault(TextNormalizer.key(name), List.of());
    for (ActorEntity namesake : namesakes) {
      boolean another = wikidataId != null && namesake.wikidataId != null || others.contains(namesake.key);
      if (namesake.getClass() == type.create().getClass() && !another) {
        mistakes.add(UserErrorCode.ALREADY_EXISTS, "name",
            "is that of " + namesake.name + " (" + namesake.getId() + "); if this is somebody else, give that id in namesakeOf");
        return namesake.key;
      }
    }
    return null;
  }

  /**
   * Changes an actor.
   *
   * @param given the input fields that the client gave
   * @return the actor's key, or null when the input has mistakes
   */
  public UUID update(UpdateActorInput input, Set<String> given, InputValidator mistakes) {
    ActorEntity actor = find("actorId", input.actorId, mistakes);
    String name = given.contains("name") ? mistakes.text("name", input.name, LONGEST_NAME) : null;
    String wikidataId = mistakes.wikidataId("wikidataId", input.wikidataId);
    UUID country = country("country", input.country, mistakes);
    List<String> aliases = aliases(input.aliases, mistakes);
    List<Affiliation> posts = posts(input.affiliations, mistakes);
    if (given.contains("confirmed") && input.confirmed == null) {
      mistakes.add(UserErrorCode.REQUIRED, "confirmed", "must not be empty");
    }
    if (actor instanceof Country && given.contains("country")) {
      mistakes.add(UserErrorCode.INVALID, "country", "cannot be given for a country: its country is itself");
    }
    if (mistakes.any()) {
      return null;
    }
    lock(name, aliases, wikidataId);
    lock(actor);
    if (wikidataId != null && ActorEntity.count("wikidataId = ?1 and mergedInto is null and key <> ?2", wikidataId, actor.key) > 0) {
      mistakes.add(UserErrorCode.ALREADY_EXISTS, "wikidataId", "is that of another actor; merge the two instead");
    }
    if (mistakes.any()) {
      return null;
    }
    Map<String, Object> before = audited(actor);
    if (name != null) {
      actor.rename(name);
    }
    if (given.contains("wikidataId")) {
      actor.wikidataId = wikidataId;
    }
    if (given.contains("country")) {
      actor.countryKey = country;
    }
    if (given.contains("aliases")) {
      ActorAlias.delete("actorKey", actor.key);
      aliases.forEach(alias -> ActorAlias.of(actor.key, alias).persist());
    }
    if (given.contains("affiliations")) {
      replacePosts(actor, posts);
    }
    if (given.contains("confirmed")) {
      actor.confirmed = input.confirmed;
    }
    surnames.changed(actor.key);
    entities.flush();
    history.note(SubjectType.ACTOR, actor.key, ChangeAction.UPDATED, before, audited(actor));
    changed.fire(new ActorChangedEvent(List.of(actor.key)));
    return actor.key;
  }

  /** What can be changed of an actor, as text: for its history. */
  private static Map<String, Object> audited(ActorEntity actor) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", actor.name);
    fields.put("wikidataId", actor.wikidataId);
    fields.put("country", ActorEntity.id(actor.countryKey));
    fields.put("confirmed", actor.confirmed);
    fields.put("aliases", ActorAlias.<ActorAlias>list("actorKey = ?1 order by alias", actor.key).stream().map(one -> one.alias).toList());
    fields.put("affiliations", Affiliation.<Affiliation>list("actorKey = ?1 order by fromOrder, key", actor.key).stream()
        .map(Affiliation::words).toList());
    return fields;
  }

  /** Claims keep pointing at a post that stays the same, so only what differs is removed or added. */
  private void replacePosts(ActorEntity actor, List<Affiliation> posts) {
    List<Affiliation> wanted = new ArrayList<>(posts);
    for (Affiliation old : Affiliation.<Affiliation>list("actorKey", actor.key)) {
      if (!wanted.removeIf(post -> samePost(post, old))) {
        entities.createQuery("update Claim set capacityKey = null where capacityKey = :post").setParameter("post", old.key)
            .executeUpdate();
        old.delete();
      }
    }
    wanted.forEach(post -> {
      post.actorKey = actor.key;
      post.persist();
    });
  }

  private static boolean samePost(Affiliation one, Affiliation other) {
    return one.title.equals(other.title) && Objects.equals(one.organizationKey, other.organizationKey)
        && Objects.equals(one.countryKey, other.countryKey) && Objects.equals(one.from, other.from)
        && Objects.equals(one.until, other.until);
  }

  /** Moves all that one actor has to another; gives the key of the one that stays, or null. */
  public UUID merge(MergeActorsInput input, InputValidator mistakes) {
    ActorEntity gone = find("actorId", input.actorId, mistakes);
    ActorEntity stays = find("intoActorId", input.intoActorId, mistakes);
    if (mistakes.any()) {
      return null;
    }
    if (gone.key.equals(stays.key)) {
      mistakes.add(UserErrorCode.CONFLICT, "intoActorId", "must be another actor than actorId");
    } else if (gone.getClass() != stays.getClass() || gone instanceof Country) {
      mistakes.add(UserErrorCode.CONFLICT, "intoActorId", "must be of the same kind as actorId, and countries cannot be merged");
    }
    if (mistakes.any()) {
      return null;
    }
    lock(gone, stays);
    if (gone.mergedInto != null || stays.mergedInto != null) {
      mistakes.add(UserErrorCode.CONFLICT, "actorId", "one of the two was merged at the same time; look again");
      return null;
    }
    Map<String, Object> before = audited(stays);
    merges.merge(gone, stays);
    surnames.changed(gone.key);
    surnames.changed(stays.key);
    entities.flush();
    history.note(SubjectType.ACTOR, stays.key, ChangeAction.UPDATED, before, audited(stays));
    changed.fire(new ActorChangedEvent(List.of(stays.key)));
    return stays.key;
  }

  /** Takes a merge back; gives the key of the actor that was merged, or null. */
  public UUID unmerge(UnmergeActorsInput input, InputValidator mistakes) {
    UUID key = mistakes.id("actorId", input.actorId, ActorEntity.PREFIX);
    ActorEntity gone = key == null ? null : ActorEntity.findById(key);
    if (key != null && gone == null) {
      mistakes.add(UserErrorCode.NOT_FOUND, "actorId", "there is no actor with the id " + input.actorId);
    } else if (gone != null && gone.mergedInto == null) {
      mistakes.add(UserErrorCode.CONFLICT, "actorId", "was not merged into another actor");
    }
    if (mistakes.any()) {
      return null;
    }
    ActorEntity stays = ActorEntity.findById(gone.mergedInto);
    lock(gone, stays);
    if (gone.mergedInto == null) {
      mistakes.add(UserErrorCode.CONFLICT, "actorId", "was not merged into another actor");
      return null;
    }
    Map<String, Object> before = audited(stays);
    merges.undo(gone, stays);
    surnames.changed(gone.key);
    surnames.changed(stays.key);
    entities.flush();
    history.note(SubjectType.ACTOR, stays.key, ChangeAction.UPDATED, before, audited(stays));
    changed.fire(new ActorChangedEvent(List.of(gone.key, stays.key)));
    return gone.key;
  }

  /** The actor with an id, followed to the one it was merged into; a mistake where there is none. */
  public ActorEntity find(String path, String id, InputValidator mistakes) {
    UUID key = mistakes.id(path, id, ActorEntity.PREFIX);
    if (key == null) {
      return null;
    }
    ActorEntity actor = ActorEntity.findById(key);
    if (actor != null && actor.mergedInto != null) {
      actor = ActorEntity.findById(actor.mergedInto);
    }
    if (actor == null) {
      mistakes.add(UserErrorCode.NOT_FOUND, path, "there is no actor with the id " + id);
    }
    return actor;
  }

  /** The key of the country with a code, or null; a mistake where the code is no country's. */
  public UUID country(String path, String code, InputValidator mistakes) {
    if (code == null) {
      return null;
    }
    UUID key = countries.find(code).orElse(null);
    if (key == null) {
      mistakes.add(UserErrorCode.NOT_FOUND, path,
          "\"" + TextNormalizer.shorten(code) + "\" is not an ISO 3166-1 alpha-2 or alpha-3 code of a country");
    }
    return key;
  }

  private static List<String> aliases(List<String> given, InputValidator mistakes) {
    mistakes.atMost("aliases", given, MOST_ALIASES);
    if (given == null || mistakes.any()) {
      return List.of();
    }
    Set<String> aliases = new LinkedHashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String alias = mistakes.text("aliases." + i, given.get(i), LONGEST_NAME);
      if (alias != null) {
        aliases.add(alias);
      }
    }
    return List.copyOf(aliases);
  }

  private List<Affiliation> posts(List<PostInput> given, InputValidator mistakes) {
    mistakes.atMost("affiliations", given, MOST_POSTS);
    if (given == null || mistakes.any()) {
      return List.of();
    }
    List<Affiliation> posts = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      posts.add(post("affiliations." + i, given.get(i), mistakes));
    }
    return posts;
  }

  private Affiliation post(String path, PostInput given, InputValidator mistakes) {
    String title = mistakes.text(path + ".title", given.title, LONGEST_NAME);
    ActorEntity organization = find(path + ".organization", given.organization, mistakes);
    if (organization != null && !(organization instanceof Organization)) {
      mistakes.add(UserErrorCode.NOT_FOUND, path + ".organization", "is not the id of an organisation");
    }
    UUID country = country(path + ".country", given.country, mistakes);
    LocalDate from = mistakes.date(path + ".from", given.from);
    LocalDate until = mistakes.date(path + ".until", given.until);
    mistakes.ordered(path + ".from", from, until);
    return post(title, organization == null ? null : organization.key, country, from, until);
  }
}
