package org.rostrum.actor.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.graph.value.TextNormalizer;
import org.rostrum.store.tx.KeyLocks;
import org.rostrum.store.tx.KeyLocks.Stage;

/** Locks actors and their names until the running transaction ends. */
@ApplicationScoped
public class ActorLocks {

    private final KeyLocks locks;
    private final EntityManager entities;

    ActorLocks(KeyLocks locks, EntityManager entities) {
        this.locks = locks;
        this.entities = entities;
    }

    /** The key of an actor's name, for {@link Stage#NAMES}. */
    static String lockKey(String name) {
        return "actor " + TextNormalizer.key(name);
    }

    /** Locks names and a Wikidata id, so that no two transactions give them to actors at the same time. */
    void lockNames(Collection<String> names, @Nullable String wikidataId) {
        Set<String> keys = new LinkedHashSet<>();
        names.forEach(name -> keys.add(lockKey(name)));
        if (wikidataId != null) {
            keys.add("item " + wikidataId);
        }
        locks.lock(Stage.NAMES, keys);
    }

    /**
     * Locks actors that the transaction changes and reads them again, so that it sees what others committed meanwhile.
     */
    public void lockAndRefresh(ActorEntity @Nullable ... actors) {
        lock(Arrays.stream(actors).map(actor -> actor.key).toList());
        Arrays.stream(actors).forEach(entities::refresh);
    }

    /** Locks actors, by their keys, that the transaction changes. */
    void lock(Collection<UUID> actors) {
        locks.lock(Stage.ACTORS, keys(actors));
    }

    /**
     * Keeps other transactions from changing, merging and adding posts to actors, from which follows in which capacity
     * they speak. To be called before their claims are stored; any number of transactions may share the same actors.
     *
     * @param actors their keys
     */
    public void share(Collection<UUID> actors) {
        locks.share(Stage.ACTORS, keys(actors));
    }

    private static List<String> keys(Collection<UUID> actors) {
        return actors.stream().map(actor -> "actor " + actor).toList();
    }
}
