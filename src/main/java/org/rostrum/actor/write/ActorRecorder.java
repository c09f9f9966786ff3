package org.rostrum.actor.write;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rostrum.actor.ActorType;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;
import org.rostrum.store.tx.KeyLocks.Stage;
import org.rostrum.store.tx.KeyLocks;

/**
 * Records the actors and posts that an article tells of, each once, however many writers tell of them at the same time: they were found to
 * be unknown outside of the transaction, so it is made sure inside, under locks of their names, that they still are. What is not
 * static runs in its caller's transaction.
 */
@ApplicationScoped
public class ActorRecorder {

  private final ActorService changes;
  private final Database database;
  private final KeyLocks locks;

  ActorRecorder(ActorService changes, Database database, KeyLocks locks) {
    this.changes = changes;
    this.database = database;
    this.locks = locks;
  }

  /** The key of a name of an actor, for {@link Stage#NAMES}. */
  public static String lockKey(String name) {
    return "actor " + TextNormalizer.key(name);
  }

  /** The key of an actor that is known, for {@link Stage#ACTORS}. */
  public static String lockKey(UUID actor) {
    return "actor " + actor;
  }

  /** The keys of new actors, for {@link Stage#NAMES}: their names, and of persons how their surnames sound, by which they are found too. */
  public static Set<String> lockKeys(Collection<NewActor> actors) {
    Set<String> keys = new TreeSet<>();
    for (NewActor actor : actors) {
      keys.add(lockKey(actor.name()));
      actor.aliases().forEach(alias -> keys.add(lockKey(alias)));
      if (actor.type() == ActorType.PERSON) {
        keys.add("surname " + surnameSound(actor));
      }
    }
    return keys;
  }

  private static String surnameSound(NewActor person) {
    String key = TextNormalizer.key(person.name());
    return SurnameIndex.sound(key.substring(key.lastIndexOf(' ') + 1));
  }

  /**
   * Whether somebody who may be one of these actors was recorded, renamed or merged after a time; then who they are must be found out anew.
   * To be asked while the names are locked.
   *
   * @param since a time of {@code change_clock}
   */
  public boolean isOutdated(Collection<NewActor> actors, Instant since) {
    if (actors.isEmpty()) {
      return false;
    }
    Set<String> names = actors.stream().map(actor -> TextNormalizer.key(actor.name())).collect(Collectors.toCollection(TreeSet::new));
    actors.forEach(actor -> actor.aliases().forEach(alias -> names.add(TextNormalizer.key(alias))));
    Set<String> sounds = actors.stream().filter(actor -> actor.type() == ActorType.PERSON).map(ActorRecorder::surnameSound)
        .filter(sound -> !sound.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    // From those that changed since, which are few, to their names: not from the names, which many may share.
    SqlFragment sql = SqlFragment.of("select a.id from actor a where a.updated_at > ? and (", since).then(SqlFragment.in("a.name_key", names))
        .then("or exists (select 1 from actor_alias l where l.actor_id = a.id and").then(SqlFragment.in("l.alias_key", names))
        .then(") or exists (select 1 from actor_surname s where s.actor_id = a.id and").then(SqlFragment.in("s.sound", sounds)).then(")) limit 1");
    return database.exists(sql);
  }

  /**
   * Locks actors until the end of the transaction, which records what they said: nobody else merges them or adds posts to them, from which
   * it follows in which capacity they spoke.
   *
   * @param posts that the transaction will record itself
   * @return false when one was merged into another since it was found
   */
  public boolean keep(Collection<UUID> known, List<AttestedPost> posts) {
    Set<UUID> all = new TreeSet<>(known);
    posts.forEach(post -> all.add(post.actor()));
    List<String> keys = all.stream().map(ActorRecorder::lockKey).toList();
    if (posts.isEmpty()) {
      locks.share(Stage.ACTORS, keys);
    } else {
      locks.lock(Stage.ACTORS, keys);
    }
    SqlFragment merged = SqlFragment.of("select a.id from actor a where a.merged_into is not null and").then(SqlFragment.in("a.id", all)).then("limit 1");
    return all.isEmpty() || !database.exists(merged);
  }

  /**
   * Records actors and posts, which are {@linkplain #keep kept}.
   *
   * @param article the article that tells of them, which is stored already
   * @param on      the day on which it tells the posts to be held
   */
  public void record(Collection<NewActor> actors, List<AttestedPost> posts, UUID article, LocalDate on) {
    actors.forEach(changes::unconfirmed);
    posts.forEach(post -> changes.attest(post.actor(), ActorService.post(post.title(), post.organization(), post.country(), null, null), article, on));
  }
}
