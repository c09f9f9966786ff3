package org.rostrum.actor.merge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rostrum.actor.ActorEntity;
import org.rostrum.store.record.BaseEntity;

/** One thing that a merge of two actors moved or removed, so that the merge can be taken back. */
@Entity
@Table(name = "actor_merge_move")
class ActorMergeMove extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    UUID key;

    /** The actor that was merged. */
    @Column(name = "gone_id", nullable = false, updatable = false)
    UUID mergedKey;

    /** The actor that it was merged into. */
    @Column(name = "stays_id", nullable = false, updatable = false)
    UUID intoKey;

    /**
     * What was moved: the {@linkplain MergeableReference#kinds() kind} of a reference, or one of {@link ActorMerger}'s
     * own.
     */
    @Column(name = "what", nullable = false, updatable = false)
    String kind;

    /** The key of the row that was moved, or of the actor whose it was. */
    @Column(name = "row_id", nullable = false, updatable = false)
    UUID rowKey;

    /** What else it takes to move it back, or null. */
    @Column(updatable = false)
    @Nullable
    String detail;

    static ActorMergeMove of(ActorEntity merged, ActorEntity into, String kind, UUID row, @Nullable String detail) {
        ActorMergeMove move = new ActorMergeMove();
        move.key = BaseEntity.newKey();
        move.mergedKey = merged.key;
        move.intoKey = into.key;
        move.kind = kind;
        move.rowKey = row;
        move.detail = detail;
        return move;
    }
}
