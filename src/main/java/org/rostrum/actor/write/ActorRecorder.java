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
import org.rostrum.actor.affiliation.AffiliationService;
import org.rostrum.actor.affiliation.AttestedPost;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.sql.Database;
import org.rostrum.store.sql.SqlFragment;
import org.rostrum.store.tx.KeyLocks.Stage;

/**
 * Records the actors and posts that an article attests, each once, however many articles that attest them are stored at
 * the same time: the article was resolved outside of the transaction, so under locks of the names it is checked that
 * the actors are still unknown. What is not static runs in its caller's transaction.
 */
@ApplicationScoped
public class ActorRecorder {

    private final ActorService actors;
    private final AffiliationService affiliations;
    private final Database database;
    private final ActorLocks locks;

    ActorRecorder(ActorService actors, AffiliationService affiliations, Database database, ActorLocks locks) {
        this.actors = actors;
        this.affiliations = affiliations;
        this.database = database;
        this.locks = locks;
    }

    /** The key of an actor's name, for {@link Stage#NAMES}. */
    public static String lockKey(String name) {
        return ActorLocks.lockKey(name);
    }

    /**
     * The keys of new actors, for {@link Stage#NAMES}: their names, and for persons how their surnames sound, by which
     * they are found too.
     */
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
     * Whether somebody who may be one of these actors was recorded, renamed or merged after a time, so that the
     * article's mentions have to be resolved again. To be called while the names are locked.
     *
     * @param since a time of {@code change_clock}
     */
    public boolean isOutdated(Collection<NewActor> actors, Instant since) {
        if (actors.isEmpty()) {
            return false;
        }
        Set<String> names = actors.stream()
                .map(actor -> TextNormalizer.key(actor.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        actors.forEach(actor -> actor.aliases().forEach(alias -> names.add(TextNormalizer.key(alias))));
        Set<String> sounds = actors.stream()
                .filter(actor -> actor.type() == ActorType.PERSON)
                .map(ActorRecorder::surnameSound)
                .filter(sound -> !sound.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        // The condition on the time comes first: few actors changed since then, while many may share a name.
        SqlFragment sql = SqlFragment.of("select a.id from actor a where a.updated_at > ? and (", since)
                .then(SqlFragment.in("a.name_key", names))
                .then("or exists (select 1 from actor_alias l where l.actor_id = a.id and")
                .then(SqlFragment.in("l.alias_key", names))
                .then(") or exists (select 1 from actor_surname s where s.actor_id = a.id and")
                .then(SqlFragment.in("s.sound", sounds))
                .then(")) limit 1");
        return database.exists(sql);
    }

    /**
     * Locks the actors whose claims the transaction records, and those that it adds posts to, until it ends: nobody
     * else merges them or adds posts to them, from which follows in which capacity they spoke.
     *
     * @param known the keys of actors that existed before
     * @param posts the posts that the transaction will record
     * @return false when one of the actors has been merged into another since it was resolved
     */
    public boolean lockForClaims(Collection<UUID> known, List<AttestedPost> posts) {
        Set<UUID> all = new TreeSet<>(known);
        posts.forEach(post -> all.add(post.actor()));
        if (posts.isEmpty()) {
            locks.share(all);
        } else {
            locks.lock(all);
        }
        SqlFragment merged = SqlFragment.of("select a.id from actor a where a.merged_into is not null and")
                .then(SqlFragment.in("a.id", all))
                .then("limit 1");
        return all.isEmpty() || !database.exists(merged);
    }

    /**
     * Records actors and posts, whose actors are {@linkplain #lockForClaims locked}.
     *
     * @param article the key of the article that attests them, which is stored already
     * @param on the day on which the article says that the posts are held
     */
    public void record(Collection<NewActor> newActors, List<AttestedPost> posts, UUID article, LocalDate on) {
        newActors.forEach(actors::createUnconfirmed);
        posts.forEach(post -> affiliations.attest(post, article, on));
    }
}
