package org.rostrum.store.record;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Base of all entities: a time-ordered key, and the times of recording and of the last change. Associations are keys,
 * not objects, so that they are fetched for a set of entities at once. An entity read for a query has values only for
 * the columns that the query needs. A new entity is initialised by {@link #initialized} or {@link #initialize}.
 */
@MappedSuperclass
public abstract class BaseEntity extends PanacheEntityBase {

    private static final Object[] NO_LINKS = {};
    private static final TimeBasedEpochGenerator KEYS = Generators.timeBasedEpochGenerator();

    /** Primary key, a UUID of version 7. */
    @Id
    @Column(name = "id")
    @Ignore
    public UUID key;

    /** When the entity was first stored. */
    @Column(name = "recorded_at", nullable = false, updatable = false)
    @NonNull
    @Description("When this was recorded.")
    public Instant recordedAt;

    /** When the entity last changed. */
    @Column(name = "updated_at", nullable = false)
    @NonNull
    @Description("When this last changed.")
    public Instant updatedAt;

    /** Pairs of an association and its target; empty for an entity that was read without associations. */
    @Transient
    private Object[] links = NO_LINKS;

    /** Initialises a new entity and returns it, see {@link #initialize}. */
    public static <E extends BaseEntity> E initialized(E record) {
        record.initialize();
        return record;
    }

    /** Initialises a new entity: a new key, recorded and updated now. */
    public void initialize() {
        key = newKey();
        recordedAt = now();
        updatedAt = recordedAt;
    }

    /** A new time-ordered key. */
    public static UUID newKey() {
        return KEYS.generate();
    }

    /** The current time, truncated to microseconds, the precision of both databases. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Sets the time of the last change to now. */
    public void touch() {
        updatedAt = now();
    }

    /**
     * The key of the entity that has replaced this one, so that associations to this one lead there; null where none
     * has.
     */
    public @Nullable UUID replacedBy() {
        return null;
    }

    /**
     * Sets the target of an association.
     *
     * @param target the target where it was read with this entity, else its key; null where there is none
     */
    public void link(ToOneAssociation association, @Nullable Object target) {
        Object[] more = Arrays.copyOf(links, links.length + 2);
        more[links.length] = association;
        more[links.length + 1] = target;
        links = more;
    }

    /** Whether the target of an association, or its key, was read with this entity. */
    public boolean hasLink(ToOneAssociation association) {
        return indexOf(association) >= 0;
    }

    /**
     * The target of an association that was read with this entity: a {@link BaseEntity} or its key, a {@link UUID};
     * null where there is none.
     */
    public @Nullable Object link(ToOneAssociation association) {
        return links[indexOf(association) + 1];
    }

    private int indexOf(ToOneAssociation association) {
        for (int i = 0; i < links.length; i += 2) {
            if (links[i] == association) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BaseEntity that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
