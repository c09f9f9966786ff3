package org.rostrum.actor.merge;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rostrum.actor.ActorEntity;

/** References to actors that are the values of one column, moved in statements over many rows. */
public class ReferenceColumn implements MergeableReference {

    /** Rows a statement: far below the number of parameters that databases accept. */
    private static final int CHUNK = 500;

    private final String kind;
    private final String entity;
    private final String field;
    private final EntityManager entities;
    private final MoveListener listener;

    /**
     * Notes in history that rows are about to be moved; rows that do not refer to {@code from} any more are not moved.
     */
    @FunctionalInterface
    public interface MoveListener {

        /** For columns whose changes are not noted. */
        MoveListener NONE = (rows, from, to) -> {};

        void moving(List<UUID> rows, ActorEntity from, ActorEntity to);
    }

    /**
     * A column that refers to actors.
     *
     * @param kind see {@link #kinds()}
     * @param entity the JPA entity's name
     * @param field the entity's field with the actor's key
     */
    public ReferenceColumn(String kind, String entity, String field, EntityManager entities, MoveListener listener) {
        this.kind = kind;
        this.entity = entity;
        this.field = field;
        this.entities = entities;
        this.listener = listener;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(kind);
    }

    @Override
    public List<Move> merge(ActorEntity merged, ActorEntity into) {
        List<UUID> rows = entities.createQuery(
                        "select key from " + entity + " where " + field + " = :actor", UUID.class)
                .setParameter("actor", merged.key)
                .getResultList();
        move(rows, merged, into);
        return rows.stream().map(row -> new Move(kind, row, null)).toList();
    }

    @Override
    public void unmerge(ActorEntity merged, ActorEntity into, List<Move> moves) {
        move(moves.stream().map(Move::row).toList(), into, merged);
    }

    private void move(List<UUID> rows, ActorEntity from, ActorEntity to) {
        for (int at = 0; at < rows.size(); at += CHUNK) {
            List<UUID> chunk = rows.subList(at, Math.min(rows.size(), at + CHUNK));
            listener.moving(chunk, from, to);
            entities.createQuery("update " + entity + " set " + field + " = :to where key in (:rows) and " + field
                            + " = :from")
                    .setParameter("rows", chunk)
                    .setParameter("from", from.key)
                    .setParameter("to", to.key)
                    .executeUpdate();
        }
    }
}
