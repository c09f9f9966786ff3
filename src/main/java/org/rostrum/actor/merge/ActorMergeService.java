package org.rostrum.actor.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.rostrum.actor.ActorChangedEvent;
import org.rostrum.actor.ActorEntity;
import org.rostrum.actor.write.ActorLocks;
import org.rostrum.actor.write.SurnameIndex;
import org.rostrum.graph.error.UserErrorCode;
import org.rostrum.graph.input.ChangeResult;
import org.rostrum.history.ChangeAction;
import org.rostrum.history.ChangeLog;
import org.rostrum.history.SubjectType;

/** Merges actors, and takes merges back. Every method runs in its caller's transaction. */
@ApplicationScoped
public class ActorMergeService {

    private final ActorMerger merger;
    private final ActorLocks locks;
    private final SurnameIndex surnames;
    private final EntityManager entities;
    private final Event<ActorChangedEvent> changed;
    private final ChangeLog history;

    ActorMergeService(
            ActorMerger merger,
            ActorLocks locks,
            SurnameIndex surnames,
            EntityManager entities,
            Event<ActorChangedEvent> changed,
            ChangeLog history) {
        this.merger = merger;
        this.locks = locks;
        this.surnames = surnames;
        this.entities = entities;
        this.changed = changed;
        this.history = history;
    }

    /**
     * Makes one actor of two and gives the key of the one that stays; rejected where one was merged at the same time.
     */
    public ChangeResult merge(MergeActorsCommand command) {
        ActorEntity merged = command.merged();
        ActorEntity into = command.into();
        locks.lockAndRefresh(merged, into);
        if (merged.mergedInto != null || into.mergedInto != null) {
            return ChangeResult.rejected(
                    UserErrorCode.CONFLICT, "actorId", "one of the two was merged at the same time; look again");
        }
        Map<String, Object> before = into.audited();
        merger.merge(merged, into);
        finish(merged, into, before);
        changed.fire(new ActorChangedEvent(List.of(into.key)));
        return new ChangeResult.Changed(into.key);
    }

    /**
     * Takes a merge back and gives the key of the actor that had been merged; rejected where that was done at the same
     * time.
     */
    public ChangeResult unmerge(UnmergeActorsCommand command) {
        ActorEntity merged = command.merged();
        ActorEntity into = ActorEntity.findById(merged.mergedInto);
        locks.lockAndRefresh(merged, into);
        if (merged.mergedInto == null) {
            return ChangeResult.rejected(UserErrorCode.CONFLICT, "actorId", "was not merged into another actor");
        }
        Map<String, Object> before = into.audited();
        merger.unmerge(merged, into);
        finish(merged, into, before);
        changed.fire(new ActorChangedEvent(List.of(merged.key, into.key)));
        return new ChangeResult.Changed(merged.key);
    }

    private void finish(ActorEntity merged, ActorEntity into, Map<String, Object> before) {
        surnames.changed(merged.key);
        surnames.changed(into.key);
        entities.flush();
        history.note(SubjectType.ACTOR, into.key, ChangeAction.UPDATED, before, into.audited());
    }
}
