package org.rostrum.actor.merge;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;

/**
 * References to actors from the records of a room, which moves them itself when actors are merged. Each bean of this
 * type takes part in every merge, in the merge's transaction.
 */
public interface MergeableReference {

    /**
     * What was moved, for moving it back.
     *
     * @param kind one of {@link #kinds()}
     * @param row the key of the row that was moved
     * @param detail what else it takes to move it back, at most 300 characters, or null
     */
    record Move(String kind, UUID row, @Nullable String detail) {}

    /**
     * The kinds of moves that this makes: at most 20 characters each, and no other reference's. They are stored, so
     * they must never change.
     */
    Set<String> kinds();

    /** Moves the references of an actor that is merged to the one it is merged into; gives what was moved. */
    List<Move> merge(ActorEntity merged, ActorEntity into);

    /**
     * Moves back what a merge moved, as far as it still refers to the actor that it was moved to.
     *
     * @param moves the merge's moves of these {@link #kinds()}
     */
    void unmerge(ActorEntity merged, ActorEntity into, List<Move> moves);
}
